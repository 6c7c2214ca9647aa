"""Record a change of a treatment, in place: each is a new dated step; the past is never rewritten."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import schedule, treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Step, StepKind
from mbc_journal.treatments import Course
from mbc_journal.ui.treatments_page.change_form import ChangeForm
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.widgets import Button, Choice, FlowRow, LinkButton, Strong
from mbc_journal.wording import _


class ChangePanel(QWidget):
    """`recorded` follows a saved change; `closed` follows Close and Esc, and what was typed stays."""

    recorded = Signal()
    closed = Signal()

    def __init__(self, keeper: TreatmentKeeper, course: Course) -> None:
        super().__init__()
        self._keeper, self._course = keeper, course
        self._theme = keeper.desk.theme
        self._kinds: dict[StepKind, str] = {}
        self._pending: UUID | None = None
        self.setObjectName("change_panel")
        self.kind: Choice | None = None
        self.form = ChangeForm(self._theme, keeper.desk.clock.today)
        self.form.plan.offer_for(keeper.desk.catalogue.get(course.therapy.reference_id))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(3))
        self._column.addWidget(Strong(_("What changed?")))
        self._column.addWidget(self.form)
        self._add_buttons()
        self.show_course(course)

    def show_course(self, course: Course) -> None:
        """Show the changes that fit a course; what is typed stays."""
        self._course = course
        kinds = treatments.choices(course)
        if kinds != self._kinds:
            self._kinds = kinds
            self._ask_kind()
        if self._pending in {step.id for step in course.steps}:
            self._finish()

    def first_focus(self) -> None:
        """Begin at the kind of change."""
        if self.kind is not None:
            self.kind.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _ask_kind(self) -> None:
        """Offer the kinds of change anew."""
        if self.kind is not None:
            self.kind.hide()
            self.kind.deleteLater()
        self.kind = Choice(_("What changed?"), {kind.value: words for kind, words in self._kinds.items()}, self._theme)
        self.kind.setObjectName("change_kind")
        self.kind.chosen.connect(self._on_kind_chosen)
        self._column.insertWidget(1, self.kind)
        self.kind.show()
        self._show_kind(None)

    def _show_kind(self, kind: StepKind | None) -> None:
        self.form.show_kind(kind)
        self.record.setVisible(kind is not None)

    def _add_buttons(self) -> None:
        self.record = Button(_("Record it"), self._theme, icon="check")
        self.close_button = LinkButton(_("Close"), self._theme)
        self.record.setObjectName("change_record")
        self.close_button.setObjectName("change_close")
        self.record.clicked.connect(self._on_record_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        row = FlowRow(self._theme)
        row.add(self.record, self.close_button)
        self._column.addWidget(row)

    def _finish(self) -> None:
        """Empty the fields once the change is in the file, also when that took another try."""
        if self._pending is not None:
            self._pending = None
            self.form.clear()
            self._ask_kind()
            self.recorded.emit()

    def _refuse(self) -> bool:
        """Say beside the field what cannot be kept."""
        if self.form.show_problem():
            return True
        steps, rows = self.form.steps(self._course.therapy.id), self.form.rows
        if self.form.kind is StepKind.DOSE_CHANGE and self._is_unread():
            why = _(
                "Choose the pattern it counts as, so that the one before ends. Or leave this empty and write a note."
            )
            self.form.say_of(rows["schedule"], why)
        elif self.form.kind is StepKind.DOSE_CHANGE and not _says_something(steps[0]):
            self.form.say_of(rows["dose"], _("Write what is new: the dose, how often, or the brand."))
        else:
            refused = treatments.refusal(self._course.steps, steps)
            if refused is not None:
                self.form.say_of(rows["on"] if refused.step is steps[0] else self.form.resumed, refused.why)
            return refused is not None
        return True

    def _is_unread(self) -> bool:
        """Whether words of a plan were typed that would not end the plan counted now."""
        plan = schedule.now(self._course.steps, self._course.today).dosage.plan
        return plan is not None and bool(self.form.plan.value()) and self.form.plan.taken is None

    @Slot(object)
    def _on_kind_chosen(self, choice: Choice) -> None:
        self._show_kind(StepKind(str(choice.value())))
        if not self.form.on.field.text().strip():
            self.form.on.set_value(self._course.today)

    @Slot()
    def _on_record_clicked(self) -> None:
        if self.form.kind is None or self._refuse():
            return
        steps = self.form.steps(self._course.therapy.id)
        self._pending = steps[0].id
        try:
            saved = self._keeper.record(self._course, *steps)
        except NotAllowed as refused:
            self._pending = None
            self.form.say_of(self.form.rows["on"], str(refused))
            return
        if saved:
            self._finish()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()


def _says_something(step: Step) -> bool:
    """Whether a change of dose names anything new."""
    return bool(step.dose is not None or step.pieces is not None or step.schedule or step.brand or step.note)
