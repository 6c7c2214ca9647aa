"""Bringing a file in: read beside the window, shown first, then a backup and one act that Undo takes back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from mbc_journal import exchange, wording
from mbc_journal.db import questions
from mbc_journal.db.questions import imports
from mbc_journal.problems import ChoiceMissing, UserProblem
from mbc_journal.records import Incoming, Preview
from mbc_journal.ui import jobs
from mbc_journal.ui.forms import ChoiceInput, FormRow
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.preview_panel import PreviewPanel
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, Problem
from mbc_journal.wording import _


class ImportCard(Card):
    """`panel` is the preview of the file that was read last; None while there is none."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self._path: Path | None = None
        self._patient = ""
        self._act = 0
        self._reading = False
        self.panel: PreviewPanel | None = None
        self.patient: FormRow | None = None
        self.button = Button(_("Bring &in a file..."), theme)
        self.button.setObjectName("import_file")
        self.said, self.problem = Label(), Problem()
        self.said.setObjectName("import_said")
        self.problem.setObjectName("import_problem")
        self.said.hide()
        self.problem.hide()
        self.go_on = Button(_("Go on with this person"), theme)
        self.go_on.setObjectName("import_go_on")
        self.go_on.hide()
        buttons = FlowRow(theme)
        buttons.add(self.button, self.go_on)
        self.add(
            Label(_("A file this program exported, or a health record (FHIR). You see first what it brings.")),
            self.problem, self.said, buttons,
        )  # fmt: skip
        self.button.clicked.connect(self._on_import_clicked)
        self.go_on.clicked.connect(self._on_go_on_clicked)

    def refresh(self) -> None:
        """What was read is compared anew when the journal has changed since."""
        self.button.setEnabled(self._keeper.can_write)
        if self.panel is not None and self._path is not None and self._act != self._act_now():
            self.read(self._path, self._patient)

    def read(self, path: Path, patient: str = "") -> None:
        """Read a file and show what it would bring; a refusal is said here."""
        if self._reading:
            return
        self._path, self._patient, self._reading = path, patient, True
        self._drop_panel()
        self._say(said=_("Reading {name}...").format(name=path.name))
        work = partial(exchange.read, path, exchange.AUTO, patient)
        jobs.run(work, self._on_read, self._on_failed)

    def _act_now(self) -> int:
        _journal_id, act = self._keeper.journal.ask(questions.identity)
        return act

    def _say(self, problem: str = "", said: str = "") -> None:
        for label, text in ((self.problem, problem), (self.said, said)):
            label.setText(text)
            label.setVisible(bool(text))
        if problem:
            self._keeper.desk.announcer.said.emit(problem)

    def _drop_panel(self) -> None:
        for widget in (self.panel, self.patient):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.panel, self.patient = None, None
        self.go_on.hide()

    def _preview(self, incoming: Incoming, patient: str) -> None:
        clock = self._keeper.desk.clock
        seen = self._keeper.journal.ask(imports.preview, incoming, clock.utc(), patient)
        self._act = self._act_now()
        self.panel = PreviewPanel(seen, self._keeper.desk.theme)
        self.panel.accepted.connect(self._on_accepted)
        self.panel.declined.connect(self._on_declined)
        self.add(self.panel)
        self.panel.first_focus()

    def _ask_who(self, problem: ChoiceMissing) -> None:
        """Several people, or another one than the journal's: say so, and let the person choose."""
        self._say(str(problem))
        choices = problem.facts.get("choices")
        people = [str(one) for one in choices] if isinstance(choices, list | tuple) else []
        if not people:
            return
        field = ChoiceInput(dict(zip(people, people, strict=True)))
        self.patient = FormRow("import_patient", _("The person"), field, self._theme)
        self.column.insertWidget(self.column.count() - 1, self.patient)
        self.patient.setVisible(len(people) > 1)
        self.go_on.setText(_("Go on with this person") if len(people) > 1 else _("It is about me, go on"))
        self.go_on.show()
        (self.patient.target if len(people) > 1 else self.go_on).setFocus()

    @Slot(object)
    def _on_read(self, incoming: Incoming) -> None:
        self._reading = False
        self._say()
        try:
            self._preview(incoming, self._patient)
        except ChoiceMissing as problem:
            self._ask_who(problem)

    @Slot(object)
    def _on_failed(self, problem: BaseException) -> None:
        self._reading = False
        if isinstance(problem, ChoiceMissing):
            self._ask_who(problem)
        elif isinstance(problem, UserProblem):
            self._say(str(problem))
        else:
            self._say(_("The file could not be read. Nothing was changed."))

    @Slot()
    def _on_import_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Bring in a file"), "", _("Files of health records (*.json *.ndjson)") + ";;" + _("All files (*)")
        )
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _on_go_on_clicked(self) -> None:
        if self.patient is not None and self._path is not None and isinstance(self.patient.widget, ChoiceInput):
            self.read(self._path, self.patient.widget.value())

    @Slot()
    def _on_accepted(self) -> None:
        """While it is written the panel is not there, so that its own act does not make it look anew."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        saved = self._bring_in(panel.seen)
        self.panel = panel
        if saved:
            self._drop_panel()
            name = panel.seen.incoming.file
            self._say(said=_("{name} is in your journal now. Undo takes it out again.").format(name=name))
            self.button.setFocus()

    def _bring_in(self, seen: Preview) -> bool:
        """A backup of what is there, then everything in one act; whether it is in the file."""
        keeper = self._keeper
        try:
            if keeper.journal.ask(questions.counts):
                keeper.back_up("import")
            return keeper.writer.save(*seen.rows, name=wording.act(_("Import"), seen.incoming.file))
        except UserProblem as problem:
            self._say(str(problem))
            return False

    @Slot()
    def _on_declined(self) -> None:
        self._drop_panel()
        self._say(said=_("Nothing was brought in."))
        self.button.setFocus()
