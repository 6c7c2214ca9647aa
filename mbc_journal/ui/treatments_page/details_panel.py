"""What happened to a treatment, step by step, and what is said of it as a whole; all of it saved as it is typed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Step, Therapy
from mbc_journal.treatments import Course
from mbc_journal.ui.forms import ChoiceInput, LongText, TextInput
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page import more_forms
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.kept_form import KeptForm
from mbc_journal.ui.widgets import Button, FlowRow, Label, LinkButton, Rule, SmallLink, Strong
from mbc_journal.wording import _

_MOST = 1000
"""Stretch of words beside a button: they take the room up to their widest, what is over stays empty."""


class StepLine(QWidget):
    """One step: its day, what it said, and a way to remove it. `unwanted` carries the line itself."""

    unwanted = Signal(object)

    def __init__(self, course: Course, step: Step, theme: Theme) -> None:
        super().__init__()
        self.step = step
        self.words = treatments.step_words(course, step)
        self.day = treatments.step_day(step)
        self.remove = SmallLink(_("Remove"), theme, icon="trash-2")
        said = f"{self.day}, {self.words}"
        self.remove.setAccessibleName(_("{what}: {name}").format(what=self.remove.text(), name=said))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(3))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Strong(self.day))
        column.addWidget(Label(treatments.breakable(self.words)))
        row.addLayout(column, stretch=_MOST)
        row.addStretch(1)
        row.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self._on_remove_clicked)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.unwanted.emit(self)


class DetailsPanel(QWidget):
    """`removed` follows when the treatment went to the bin; `closed` follows Close and Esc, all of it saved."""

    removed = Signal()
    closed = Signal()

    def __init__(self, keeper: TreatmentKeeper, course: Course) -> None:
        super().__init__()
        self._keeper, self._course = keeper, course
        self._theme = keeper.desk.theme
        self._stay = object()
        self._lines: list[StepLine] = []
        self.setObjectName("details_panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(3))
        self._list = QVBoxLayout()
        self._list.setSpacing(self._theme.px(2))
        self.form = KeptForm(Therapy, self._theme, self._save)
        self._add_fields()
        self.remove = Button(_("Remove this treatment"), self._theme, icon="trash-2")
        self.remove.setObjectName("details_remove")
        self.close_button = LinkButton(_("Close"), self._theme)
        self.close_button.setObjectName("details_close")
        buttons = FlowRow(self._theme)
        buttons.add(self.remove, self.close_button)
        self._column.addWidget(Strong(_("What happened")))
        self._column.addLayout(self._list)
        for widget in (Rule(), Strong(_("About this treatment")), self.form, buttons):
            self._column.addWidget(widget)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.show_course(course)

    def show_course(self, course: Course) -> None:
        """Show a course as it stands; words not saved yet stay."""
        shown = [(line.step.id, line.words, line.day) for line in self._lines]
        wanted = [(one.id, treatments.step_words(course, one), treatments.step_day(one)) for one in course.steps]
        self._course = course
        if shown != wanted or not self._list.count():
            self._show_steps(course)
        self.form.show_record(course.therapy)
        for part in (self.form, self.remove, *(line.remove for line in self._lines)):
            part.setDisabled(self._keeper.is_read_only)

    def first_focus(self) -> None:
        """Begin at the first field."""
        self.form.rows["name"].target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel; what was typed is saved."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _add_fields(self) -> None:
        catalogue, longest = self._keeper.desk.catalogue, more_forms.LONGEST_NAME
        name, regimen, why = TextInput(longest), TextInput(longest), TextInput(longest)
        note = LongText(more_forms.LONGEST_NOTE, lines=2)
        self.form.keep("name", _("Name"), name, name)
        self.form.keep("kind", _("What kind it is"), ChoiceInput(more_forms.kinds(catalogue)))
        self.form.keep("intent", _("What it is for"), ChoiceInput(more_forms.intents()))
        self.form.keep("line", _("Which line of treatment"), ChoiceInput(more_forms.lines()))
        self.form.keep("regimen", _("Given together as"), regimen, regimen)
        self.form.keep("why", _("Why it was started"), why, why)
        self.form.keep("note", _("Note"), note, note)

    def _show_steps(self, course: Course) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = [StepLine(course, step, self._theme) for step in course.steps]
        for number, line in enumerate(self._lines, 1):
            line.remove.setObjectName(f"step_{number}_remove")
            line.unwanted.connect(self._on_line_unwanted)
            self._list.addWidget(line)
            line.show()
        if not self._lines:
            self._list.addWidget(Label(_("Nothing yet. Record a change to say since when.")))

    def _save(self, name: str, value: object) -> bool:
        """Keep one field. Raises NotAllowed where it cannot stand with the others."""
        therapy = self._course.therapy
        fields: dict[str, object] = {name: value}
        if name == "name":
            if not value:
                raise NotAllowed(why=_("A name is needed here. Any words will do."))
            meant = treatments.known(self._keeper.desk.catalogue, str(value))
            fields["reference_id"] = meant.drug.id if meant else therapy.reference_id
        if name == "line":
            fields["line"] = more_forms.line_number(value)
        line, intent = fields.get("line", therapy.line), fields.get("intent", therapy.intent)
        problem = more_forms.line_problem(line, intent) if name in ("line", "intent") else ""
        if problem:
            raise NotAllowed(why=problem)
        return self._keeper.edit(self._course, (self._stay, name), **fields)

    def _close(self) -> None:
        if flush_all(self):
            self._stay = object()
        self.closed.emit()

    @Slot(object)
    def _on_line_unwanted(self, line: StepLine) -> None:
        place = self._lines.index(line)
        if self._keeper.remove_step(self._course, line.step):
            left = self._lines[min(place, len(self._lines) - 1)].remove if self._lines else self.close_button
            left.setFocus()

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self._keeper.remove(self._course):
            self.removed.emit()

    @Slot()
    def _on_close_clicked(self) -> None:
        self._close()
