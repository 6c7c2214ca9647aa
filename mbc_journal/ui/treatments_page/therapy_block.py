"""What can be done with one treatment: its buttons, and the panels they open in place, one at a time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import treatments
from mbc_journal.treatments import Course
from mbc_journal.ui.read_about import open_page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.treatments_page.change_panel import ChangePanel
from mbc_journal.ui.treatments_page.details_panel import DetailsPanel
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.side_effects_panel import SideEffectsPanel
from mbc_journal.ui.widgets import Button, FlowRow, LinkButton, Rule, Strong
from mbc_journal.wording import _

_Panel = ChangePanel | SideEffectsPanel | DetailsPanel


class TherapyBlock(QWidget):
    """`removed` follows when the treatment went to the bin."""

    removed = Signal()

    def __init__(self, keeper: TreatmentKeeper, course: Course, named: bool = False) -> None:
        """`named` puts the treatment's name above its buttons."""
        super().__init__()
        self._keeper, self.course = keeper, course
        self.name = Strong()
        if not named:
            self.name.hide()
        theme = keeper.desk.theme
        self._panel: _Panel | None = None
        self._opener: Button | None = None
        self.change = Button(_("Record a change"), theme)
        self.side_effect = LinkButton(_("Log a side effect"), theme)
        self.details = LinkButton(_("History and details"), theme)
        self.read = LinkButton(_("Read about it"), theme)
        self._buttons = FlowRow(theme)
        self._buttons.add(self.change, self.side_effect, self.details, self.read)
        self._rule = Rule()
        self._rule.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))
        self._column.addWidget(self.name)
        self._column.addWidget(self._buttons)
        self._column.addWidget(self._rule)
        self.change.clicked.connect(self._on_change_clicked)
        self.side_effect.clicked.connect(self._on_side_effect_clicked)
        self.details.clicked.connect(self._on_details_clicked)
        self.read.clicked.connect(self._on_read_clicked)
        self.objectNameChanged.connect(self._on_renamed)
        self.show_course(course)

    @property
    def panel(self) -> _Panel | None:
        """The panel that is open."""
        return self._panel

    @property
    def _has_page(self) -> bool:
        return self._keeper.desk.catalogue.get(self.course.therapy.reference_id) is not None

    @property
    def has_side_effects(self) -> bool:
        """Whether the reference knows side effects that can be rows of Today."""
        drug = self._keeper.desk.catalogue.get(self.course.therapy.reference_id)
        return drug is not None and bool(treatments.side_effects(drug, self._keeper.desk.scales))

    def show_course(self, course: Course) -> None:
        """Show a course as it stands; an open panel stays open, with what was typed in it."""
        self.course = course
        name = course.therapy.name
        self.name.setText(treatments.breakable(name))
        self.read.setVisible(self._has_page)
        for button in (self.change, self.side_effect, self.details, self.read):
            button.setAccessibleName(_("{what}: {name}").format(what=button.text(), name=name))
        for panel in self.findChildren(QWidget):
            if isinstance(panel, ChangePanel | SideEffectsPanel | DetailsPanel):
                panel.show_course(course)

    def forbid(self, on: bool) -> None:
        """Nothing can be written in a journal that is only read."""
        self.change.setDisabled(on)
        self.side_effect.setDisabled(on)

    def offer_side_effects(self) -> None:
        """Open the offer of its side effects as rows of Today."""
        if not isinstance(self._panel, SideEffectsPanel):
            self._on_side_effect_clicked()

    def _toggle(self, kind: type[_Panel], opener: Button) -> None:
        """Open a panel, made when it is first wanted; a second press closes it."""
        was = self._panel
        self._close()
        if isinstance(was, kind):
            return
        panel = self.findChild(kind) or self._made(kind)
        self._panel, self._opener = panel, opener
        panel.show_course(self.course)
        self._rule.show()
        panel.show()
        panel.first_focus()

    def _made(self, kind: type[_Panel]) -> _Panel:
        if kind is SideEffectsPanel:
            panel: _Panel = SideEffectsPanel(self._keeper)
        elif kind is ChangePanel:
            panel = ChangePanel(self._keeper, self.course)
            panel.recorded.connect(self._on_panel_closed)
        else:
            panel = DetailsPanel(self._keeper, self.course)
            panel.removed.connect(self._on_panel_removed)
        panel.closed.connect(self._on_panel_closed)
        self._column.addWidget(panel)
        return panel

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._rule.hide()
            self._panel = None

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        buttons = {"change": self.change, "log": self.side_effect, "details": self.details, "read": self.read}
        for what, button in buttons.items():
            button.setObjectName(f"{name}_{what}")

    @Slot()
    def _on_change_clicked(self) -> None:
        self._toggle(ChangePanel, self.change)

    @Slot()
    def _on_side_effect_clicked(self) -> None:
        """Offer what is known of it; where nothing is, Today is the place."""
        if not self.has_side_effects:
            self._keeper.desk.announcer.wanted.emit(Place("today"))
            return
        self._toggle(SideEffectsPanel, self.side_effect)

    @Slot()
    def _on_details_clicked(self) -> None:
        self._toggle(DetailsPanel, self.details)

    def read_about(self) -> None:
        """Open its page of the reference, from which Back returns; where there is none, say so."""
        therapy = self.course.therapy
        open_page(self._keeper.desk, Place("reference", row=therapy.id) if self._has_page else None)

    @Slot()
    def _on_read_clicked(self) -> None:
        self.read_about()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._close()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus()

    @Slot()
    def _on_panel_removed(self) -> None:
        self.removed.emit()
