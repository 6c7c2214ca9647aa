"""About my cancer: receptors, biomarkers, places, allergies, port, and what matters now; kept as typed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import paths, treatments, wording
from mbc_journal.records import Profile
from mbc_journal.ui.forms import LongText, TextInput
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.chips import ValueChip
from mbc_journal.ui.treatments_page.inputs import Lines, OfferedText
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.kept_form import KeptForm
from mbc_journal.ui.widgets import Button, Card, FlowRow, Heading
from mbc_journal.wording import N_, _

_LABELS = {
    "er": N_("Estrogen (ER)"), "pr": N_("Progesterone (PR)"), "her2": N_("HER2"),
    "biomarkers": N_("Biomarkers"), "sites": N_("Where it has spread"), "allergies": N_("Allergies"),
    "port": N_("Port"), "matters": N_("What matters to me now"),
}  # fmt: skip
_RECEPTORS = ("er", "pr", "her2")
_LONGEST, _LONGEST_TEXT = 200, 2000


class ReceptorInput(OfferedText):
    """The answer of a receptor: a usual one, or the words as told."""

    def __init__(self, theme: Theme, field: str) -> None:
        super().__init__(theme, _LONGEST)
        self._answers = treatments.receptor_answers(field)
        self.show_offers(list(self._answers.values()))

    def value(self) -> str:
        """The value of a usual answer, else the words. Raises NotAllowed if they are too long."""
        words = super().value()
        return next((value for value, word in self._answers.items() if word.casefold() == words.casefold()), words)

    def set_value(self, value: object) -> None:
        """Show an answer."""
        super().set_value(self._answers.get(str(value or ""), value))
        if value in self._answers:
            self.chips.set_value(str(list(self._answers).index(str(value))))


class SitesInput(QWidget):
    """Places that have a name as chips, and others in her own words. `picked` carries the field after a click."""

    changed = Signal()
    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._known = treatments.sites(paths.resources() / "codes")
        self.chips = [ValueChip(site, wording.say(name), theme) for site, name in self._known.items()]
        self.own = Lines(_LONGEST_TEXT)
        self.own.field.setObjectName("sites_own")
        self.own.field.setAccessibleName(_("Other places, one a line"))
        self.own.field.setPlaceholderText(_("Other places, one a line"))
        row = FlowRow(theme)
        for chip in self.chips:
            chip.setObjectName(f"sites_{chip.stands_for.replace('-', '_')}")
            chip.taken.connect(self._on_chip_taken)
            row.add(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(row)
        column.addWidget(self.own)
        self.own.changed.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """The places. Raises NotAllowed if her own words are too long."""
        chosen = [chip.stands_for for chip in self.chips if chip.isChecked()]
        return treatments.places(chosen, self.own.value(), self._known)

    def set_value(self, value: object) -> None:
        """Show places."""
        kept = tuple(value) if isinstance(value, tuple) else ()
        for chip in self.chips:
            chip.setChecked(chip.stands_for in kept)
        self.own.set_value(tuple(one for one in kept if one not in self._known))

    @Slot(object)
    def _on_chip_taken(self, _chip: ValueChip) -> None:
        self.changed.emit()
        self.picked.emit(self)


class AboutCard(Card):
    """Every field is saved as it is typed or chosen, each with its Undo. `closed` follows Close and Esc."""

    closed = Signal()

    def __init__(self, keeper: TreatmentKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self._theme = keeper.desk.theme
        self._stay = object()
        self.setObjectName("about_panel")
        self.form = KeptForm(Profile, self._theme, self._save)
        self._add_fields()
        self.close_button = Button(_("Close"), self._theme)
        self.close_button.setObjectName("about_close")
        row = FlowRow(self._theme)
        row.add(self.close_button)
        self.add(Heading(_("About my cancer")), self.form, row)
        self.close_button.clicked.connect(self._on_close_clicked)

    def open(self) -> None:
        """Show the card."""
        self.show()
        self.show_profile()
        self.form.rows["er"].target.setFocus()

    def show_profile(self) -> None:
        """Show what is kept; words not saved yet stay."""
        self.form.show_record(self._keeper.profile)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card; what was typed is saved."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _add_fields(self) -> None:
        for name in _RECEPTORS:
            receptor = ReceptorInput(self._theme, name)
            receptor.picked.connect(self._on_picked)
            self.form.keep(name, _(_LABELS[name]), receptor, receptor.field)
        biomarkers, allergies = Lines(_LONGEST_TEXT), Lines(_LONGEST_TEXT)
        sites, port = SitesInput(self._theme), TextInput(_LONGEST)
        matters = LongText(_LONGEST_TEXT, lines=2)
        sites.picked.connect(self._on_picked)
        row = self.form.keep("biomarkers", _(_LABELS["biomarkers"]), biomarkers, biomarkers.field)
        row.show_hint(_("As on the report, one a line: PIK3CA, ESR1, BRCA, PD-L1."))
        self.form.keep("sites", _(_LABELS["sites"]), sites, sites.own.field)
        self.form.keep("allergies", _(_LABELS["allergies"]), allergies, allergies.field).show_hint(_("One a line."))
        self.form.keep("port", _(_LABELS["port"]), port, port).show_hint(_("Where it is, and since when."))
        self.form.keep("matters", _(_LABELS["matters"]), matters, matters)

    def _save(self, name: str, value: object) -> bool:
        return self._keeper.keep_about((self._stay, name), _(_LABELS[name]), **{name: value})

    @Slot(object)
    def _on_picked(self, widget: QWidget) -> None:
        for name, row in self.form.rows.items():
            if row.widget is widget:
                self.form.save_field(name)

    @Slot()
    def _on_close_clicked(self) -> None:
        if flush_all(self):
            self._stay = object()
        self.closed.emit()
