"""Fields of a result: the test, its number, its unit, its day."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import results, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate
from mbc_journal.scales import Scale
from mbc_journal.ui.forms import ChoiceInput, DateInput, PickInput, Suggestion, TextInput
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.theme import Theme
from mbc_journal.wording import _

_ANOTHER = "another unit"
_LONGEST_NAME, _LONGEST_UNIT, _LONGEST_NUMBER = 80, 40, 200


class TestInput(PickInput):
    """Finds a test by its names, as one types; a name that is not in the list counts too."""

    __test__ = False

    def __init__(self, keeper: ResultKeeper) -> None:
        self._keeper = keeper
        super().__init__(self._fitting, _LONGEST_NAME)

    def _fitting(self, text: str) -> Sequence[Suggestion]:
        found = results.offers(text, self._keeper.desk.scales, self._keeper.logged)
        return [Suggestion(scale.id, wording.say(scale.label)) for scale in found]


class NumberInput(TextInput):
    """A number as printed, with < or > where it has one; `check` refuses what is none."""

    def __init__(self, check: Callable[[str], object]) -> None:
        super().__init__(_LONGEST_NUMBER)
        self._check = check
        self.keep_short()

    def value(self) -> str:
        """What was typed. Raises NotAllowed for what is no number."""
        text = super().value()
        if text:
            self._check(text)
        return text


class UnitInput(QWidget):
    """The units of a test to choose from, and another one to type; a test of her own has only that.

    `picked` follows a choice from the list.
    """

    changed = Signal()
    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = TextInput(_LONGEST_UNIT)
        self.choice = ChoiceInput({})
        self.choice.setObjectName("unit_choice")
        self.choice.setAccessibleName(_("Unit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.field.changed.connect(self.changed)
        self.choice.changed.connect(self._on_choice_changed)
        self.show_scale(None)

    def show_scale(self, scale: Scale | None, unit: str = "") -> None:
        """Offer the units of `scale`, `unit` chosen; None is a test of her own."""
        self.choice.clear()
        for one in scale.units if scale is not None else ():
            self.choice.addItem(wording.unit(one) or _("no unit"), one)
        if scale is not None:
            self.choice.addItem(_("Another unit"), _ANOTHER)
            self.choice.setCurrentIndex(max(0, self.choice.findData(unit or scale.unit)))
        self._show_field()

    @property
    def is_waiting(self) -> bool:
        """Whether another unit was chosen, and is not typed yet."""
        return self.choice.count() > 0 and self._is_free() and not self.field.text().strip()

    def value(self) -> str:
        """The unit chosen, or the one typed. Raises NotAllowed while another one is chosen and not typed."""
        if self.is_waiting:
            raise NotAllowed(why=_("Type the unit, or choose one."))
        return self.field.value() if self._is_free() else self.choice.value()

    def set_value(self, value: object) -> None:
        """Show a unit; one that is not in the list is one she typed."""
        text = str(value or "")
        place = self.choice.findData(text)
        if self.choice.count() and (place >= 0 or not text):
            self.choice.setCurrentIndex(max(0, place))
        elif self.choice.count():
            self.choice.setCurrentIndex(self.choice.findData(_ANOTHER))
        self._show_field()
        self.field.set_value(text if self._is_free() else "")

    def _is_free(self) -> bool:
        return self.choice.count() == 0 or self.choice.value() == _ANOTHER

    def _show_field(self) -> None:
        self.choice.setVisible(self.choice.count() > 0)
        self.field.setVisible(self._is_free())
        self.field.setAccessibleName(_("Unit") if self.choice.count() == 0 else _("Another unit"))

    @Slot()
    def _on_choice_changed(self) -> None:
        self._show_field()
        if self._is_free():
            self.field.setFocus()
        self.changed.emit()
        self.picked.emit()


class ResultDayInput(DateInput):
    """The day of a result: a whole date, today at the latest."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date]) -> None:
        super().__init__(theme, today, exact=True)
        self._latest = today

    def value(self) -> PartialDate | None:
        """The day typed. Raises NotAllowed for other text, and for a day to come."""
        found = super().value()
        if found is not None:
            results.checked_day(found, self._latest())
        return found
