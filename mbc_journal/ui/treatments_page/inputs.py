"""Fields of this page: a dose with its unit, words with offers under them, and lists of words."""

import re
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import treatments
from mbc_journal.ui.forms import LongText, NumberInput, PickInput, Suggestion, TextInput
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.chips import Chips
from mbc_journal.wording import _

_NUMBER_EM, _UNIT_EM = 8, 10
_AMOUNT = re.compile(r"\s*(\d[\d.,\s]*?)\s*([^\W\d_].*)")


class DoseInput(QWidget):
    """A number and its unit; "1500 mg" may be typed into the first field, and is parted when it is left."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.number = NumberInput()
        self.unit_field = PickInput(_units, longest=40)
        self.unit_field.field.setObjectName("unit")
        self.unit_field.setAccessibleName(_("Unit"))
        self.unit_field.field.setAccessibleName(_("Unit"))
        self.unit_field.field.setPlaceholderText(_("mg"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.unit_field, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addStretch()
        self.setFocusProxy(self.number)
        self._measure()
        self.number.changed.connect(self.changed)
        self.number.editingFinished.connect(self._on_number_left)
        self.unit_field.changed.connect(self.changed)
        theme.changed.connect(self._on_theme_changed)

    def value(self) -> Decimal | None:
        """The number; None if the field is empty. Raises NotAllowed."""
        self._part()
        return treatments.checked_dose(self.number.value())

    def unit(self) -> str:
        """The unit, as typed."""
        self._part()
        return self.unit_field.value()

    def set_value(self, value: object) -> None:
        """Show a number; an empty one takes the unit away."""
        self.number.set_value(value)
        if value is None:
            self.unit_field.set_value("")

    def _part(self) -> None:
        found = _AMOUNT.fullmatch(self.number.text())
        if found is not None and not self.unit_field.field.text().strip():
            self.number.setText("".join(found[1].split()))
            self.unit_field.set_value(found[2].strip())

    def _measure(self) -> None:
        self._line.setSpacing(self._theme.px(2))
        self.number.setMaximumWidth(_NUMBER_EM * self._theme.em)
        self.unit_field.setMaximumWidth(_UNIT_EM * self._theme.em)

    @Slot()
    def _on_number_left(self) -> None:
        self._part()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


class OfferedText(QWidget):
    """Words of one's own with offers under them: a click on one takes its words; typing lets go of it.

    `picked` carries the field itself after a click on an offer.
    """

    changed = Signal()
    picked = Signal(object)

    def __init__(self, theme: Theme, longest: int = 200) -> None:
        super().__init__()
        self.field = TextInput(longest)
        self.chips = Chips(theme, {})
        self._words: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.field)
        column.addWidget(self.chips)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._on_typed)
        self.field.objectNameChanged.connect(self._on_renamed)
        self.chips.picked.connect(self._on_picked)

    def show_offers(self, words: Sequence[str]) -> None:
        """Offer these words."""
        self._words = tuple(words)
        self.chips.set_words({str(place): word for place, word in enumerate(words)})
        self.chips.setVisible(bool(words))

    def setAccessibleName(self, name: str) -> None:
        """Qt: call the field `name`; its offers are told apart from those of other fields by it."""
        super().setAccessibleName(name)
        self.chips.call(name)

    @property
    def taken(self) -> int | None:
        """Which offer was taken and still stands; None for one's own words."""
        chosen = self.chips.value()
        return int(chosen) if chosen else None

    def value(self) -> str:
        """The words. Raises NotAllowed if they are too long."""
        return self.field.value()

    def set_value(self, value: object) -> None:
        """Show words; no offer is taken."""
        self.field.set_value(value)
        self.chips.set_value("")

    def let_go(self) -> None:
        """No offer is taken any more."""
        self.chips.set_value("")

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.chips.setObjectName(f"{name}_offer")

    @Slot()
    def _on_typed(self) -> None:
        self.let_go()
        self.changed.emit()

    def words_of(self, place: int) -> str:
        """The words that taking an offer puts into the field."""
        return self._words[place]

    @Slot()
    def _on_picked(self) -> None:
        if self.taken is not None:
            self.field.set_value(self.words_of(self.taken))
        self.changed.emit()
        self.picked.emit(self)


class Lines(QWidget):
    """Entries of one's own, one a line."""

    changed = Signal()

    def __init__(self, longest: int = 2000) -> None:
        super().__init__()
        self.field = LongText(longest, lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """The entries, each once. Raises NotAllowed if all of it is too long."""
        return treatments.entries(self.field.value())

    def set_value(self, value: object) -> None:
        """Show entries; a text that means the same stays as typed."""
        kept = tuple(value) if isinstance(value, tuple) else ()
        if kept != treatments.entries(self.field.toPlainText()):
            self.field.set_value("\n".join(kept))


def _units(typed: str) -> list[Suggestion]:
    wanted = typed.casefold()
    found = [unit for unit in treatments.UNITS if unit.casefold().startswith(wanted) and unit.casefold() != wanted]
    return [Suggestion(unit, unit) for unit in found]
