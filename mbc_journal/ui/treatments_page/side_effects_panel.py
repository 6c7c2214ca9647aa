"""The side effects of a treatment as rows of Today: offered, never added by themselves."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import treatments, wording
from mbc_journal.scales import Scale
from mbc_journal.treatments import Course
from mbc_journal.ui.signals import Place
from mbc_journal.ui.treatments_page.chips import ValueChip
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.widgets import Button, FlowRow, Hint, LinkButton, Strong
from mbc_journal.wording import _


class SideEffectsPanel(QWidget):
    """A chip a side effect: on while Today asks it. `closed` follows Close and Esc."""

    closed = Signal()

    def __init__(self, keeper: TreatmentKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._theme = keeper.desk.theme
        self._scales: tuple[Scale, ...] = ()
        self._chips: list[ValueChip] = []
        self._course: Course | None = None
        self.setObjectName("side_effects_panel")
        self.title = Strong()
        self.rows = FlowRow(self._theme)
        self.private = LinkButton(_("Show private ones too"), self._theme)
        self.private.setObjectName("side_effects_private")
        self.to_today = Button(_("Go to Today"), self._theme, icon="sun")
        self.to_today.setObjectName("side_effects_today")
        self.close_button = LinkButton(_("Close"), self._theme)
        self.close_button.setObjectName("side_effects_close")
        buttons = FlowRow(self._theme)
        buttons.add(self.to_today, self.private, self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(3))
        hint = Hint(_("Each one you choose becomes a row on Today. A row is empty until you answer it."))
        for widget in (self.title, hint, self.rows, buttons):
            column.addWidget(widget)
        self.private.clicked.connect(self._on_private_clicked)
        self.to_today.clicked.connect(self._on_today_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def show_course(self, course: Course) -> None:
        """Offer the side effects of a treatment; which of them Today asks is read anew."""
        if self._course is None or course.therapy.reference_id != self._course.therapy.reference_id:
            self._offer(course, private=False)
        self._course = course
        title = _("Side effects people have with {name}").format(name=course.therapy.name)
        self.title.setText(treatments.breakable(title))
        for chip in self._chips:
            chip.setChecked(self._keeper.asks(chip.stands_for))

    def first_focus(self) -> None:
        """Begin at the first chip."""
        (self._chips[0] if self._chips else self.to_today).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, course: Course, private: bool) -> None:
        drug = self._keeper.desk.catalogue.get(course.therapy.reference_id)
        scales = self._keeper.desk.scales
        shown = treatments.side_effects(drug, scales) if drug is not None else ()
        hidden = treatments.side_effects(drug, scales, private=True) if drug is not None else ()
        self.private.setVisible(bool(hidden) and not private)
        for chip in self.rows.take_all():
            chip.hide()
            chip.deleteLater()
        self._scales = (*shown, *hidden) if private else shown
        self._chips = [ValueChip(scale.id, wording.say(scale.label), self._theme) for scale in self._scales]
        for chip in self._chips:
            chip.setObjectName(f"offer_{chip.stands_for.replace('-', '_')}")
            chip.taken.connect(self._on_chip_taken)
            self.rows.add(chip)
            chip.show()

    @Slot(object)
    def _on_chip_taken(self, chip: ValueChip) -> None:
        scale = self._keeper.desk.scales.get(chip.stands_for)
        if not self._keeper.ask_on_today(scale, chip.isChecked()):
            chip.setChecked(not chip.isChecked())

    @Slot()
    def _on_private_clicked(self) -> None:
        if self._course is not None:
            self._offer(self._course, private=True)
            self.show_course(self._course)
            self.first_focus()

    @Slot()
    def _on_today_clicked(self) -> None:
        asked = [chip.stands_for for chip in self._chips if chip.isChecked()]
        self._keeper.desk.announcer.wanted.emit(Place("today", scale=asked[0] if asked else ""))

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()
