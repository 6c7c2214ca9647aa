"""The fields of one visit, in place: a new one is added with a button, an old one is saved as it is changed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mbc_journal import visits, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import NEVER, Visit, offset_text
from mbc_journal.ui.forms import ChoiceInput, DateInput, Form, LongText, NumberInput, TextInput, TimeInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.widgets import Button, Card, FlowRow, LinkButton, PrimaryButton, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_LONG = 10_000


class VisitPanel(Card):
    """When, with whom and where; after it also what was said and what changes. A visit not yet saved is a start."""

    closed = Signal()

    def __init__(self, writer: Writer, desk: Desk, visit: Visit | None = None) -> None:
        super().__init__(desk.theme)
        self._writer = writer
        self._desk = desk
        self._visit = visit
        self._is_new = visit is None or visit.written_at == NEVER
        self._stay = object()
        self._past_is_meant = False
        self._adds = visit is None
        self.setObjectName("visit_panel")
        self.form = Form(Visit, desk.theme)
        self._add_when()
        if visit is not None:
            self._add_words(visit)
            self.form.fill(visit)
        self._add_buttons()
        if not self._is_new:
            self._save_while_typing()

    def first_focus(self) -> None:
        """Begin with the day."""
        self.form.rows["day"].target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes, and what was typed stays; Enter in a line of a new visit adds it."""
        in_line = isinstance(self.focusWidget(), QLineEdit)
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and in_line and self._adds:
            self._on_keep_clicked()
        else:
            super().keyPressEvent(event)

    def _add_when(self) -> None:
        kinds = {kind: _(words) for kind, words in visits.KINDS.items()}
        self.add(Strong(_("A new visit") if self._is_new else _("Change this visit")))
        self.form.row("kind", _("Kind of visit"), ChoiceInput(kinds))
        self.form.row("day", _("Day"), DateInput(self._desk.theme, self._desk.clock.today))
        self.form.row("time", _("Begins"), TimeInput(), hint=_("As 10:30, or leave it empty."))
        self.form.row("end_time", _("Ends"), TimeInput())
        self.form.row("who", _("Who"), TextInput(longest=200))
        self.form.row("where", _("Where"), TextInput(longest=200))
        self.add(self.form)

    def _add_words(self, visit: Visit) -> None:
        """What it is for, where that is known; once it is past, what was said and what changes."""
        if self._is_new or visits.is_coming(visit, self._desk.clock.today()):
            if visit.said:
                self.form.row("said", _("What it is for"), LongText(longest=_LONG, lines=3))
            return
        self.form.row("said", _("What was said"), LongText(longest=_LONG))
        self.form.row("changes", _("What changes"), LongText(longest=_LONG))
        self.form.row("hours_away", _("Hours away from home"), NumberInput(least="0", most="24", step="0.5"))

    def _add_buttons(self) -> None:
        row = FlowRow(self._desk.theme)
        if self._is_new:
            self.keep = PrimaryButton(_("Add this visit"), self._desk.theme)
            self.keep.setObjectName("visit_keep")
            self.keep.clicked.connect(self._on_keep_clicked)
            row.add(self.keep)
        else:
            bin_button = LinkButton(_("Put into the bin"), self._desk.theme)
            bin_button.setObjectName("visit_bin")
            bin_button.clicked.connect(self._on_bin_clicked)
            row.add(bin_button)
        close = Button(_("Close"), self._desk.theme)
        close.setObjectName("visit_close")
        close.clicked.connect(self._on_close_clicked)
        row.add(close)
        self.add(row)

    def _save_while_typing(self) -> None:
        self._savers = [TextSaver(row.target, self._save) for row in self.form.rows.values()]
        self.form.changed.connect(self._on_form_changed)

    def _read(self) -> Visit | None:
        """The visit as typed; None with a sentence beside the field that is wrong."""
        if self.form.show_problem():
            return None
        visit = replace(self._visit or Visit(), **self.form.values())
        if self._is_new:
            visit.utc_offset = offset_text(self._desk.clock.now())
        try:
            return visits.checked(visit)
        except NotAllowed as refused:
            self.form.say("day" if visit.day is None else "end_time", str(refused))
            return None

    def _save(self) -> bool:
        visit = self._read()
        if visit is None:
            return False
        self._visit = visit
        name = wording.act(_("Visit"), visits.title(visit, self._desk.clock.today()))
        return self._writer.save(visit, name=name, stay=self._stay)

    def _asks_about_the_past(self, visit: Visit) -> bool:
        past = visit.day is not None and visit.day.latest < self._desk.clock.today()
        if not past or self._past_is_meant:
            return False
        self._past_is_meant = True
        self.form.say("day", _("That date is past. Keep as a past visit?"))
        self.keep.setText(_("Yes, a past visit"))
        return True

    @Slot()
    def _on_keep_clicked(self) -> None:
        visit = self._read()
        if visit is None or self._asks_about_the_past(visit):
            return
        if self._save():
            self.closed.emit()

    @Slot()
    def _on_bin_clicked(self) -> None:
        if self._visit is not None:
            name = wording.act(_("Visit"), visits.title(self._visit, self._desk.clock.today()))
            if self._writer.bin(self._visit, name=name):
                self._visit = None
                self.closed.emit()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()

    @Slot(str)
    def _on_form_changed(self, name: str) -> None:
        if name == "kind":
            self._save()
