"""A field for a number, kept as a Decimal: comma or point, never a float."""

from decimal import Decimal

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.scales import typed
from mbc_journal.ui.forms.text_inputs import LineInput
from mbc_journal.wording import _


class NumberInput(LineInput):
    """A number between `least` and `most`, in steps of `step`; "" is no limit. An empty field is None."""

    def __init__(self, least: str = "", most: str = "", step: str = "") -> None:
        super().__init__()
        self.keep_short()
        self._least, self._most, self._step = (Decimal(text) if text else None for text in (least, most, step))

    def value(self) -> Decimal | None:
        """The number typed. Raises NotAllowed for other text, and outside the limits."""
        if not self.text().strip():
            return None
        found = typed.number(self.text()) if typed.digits(self.text()) <= typed.LONGEST else None
        if found is None or found.comparator:
            shown = self.text().strip()[: typed.LONGEST]
            raise NotAllowed(why=_("{text} is not a number we know.").format(text=shown))
        self._refuse_outside(found.value)
        return found.value

    def set_value(self, value: object) -> None:
        """Show `value`, a Decimal or None; a text that means the same stays as typed."""
        if isinstance(value, Decimal):
            found = typed.number(self.text())
            if found is None or found.value != value:
                super().set_value(wording.decimal_text(value))
        else:
            super().set_value(None)

    def _refuse_outside(self, value: Decimal) -> None:
        if self._least is not None and value < self._least:
            why = _("{least} or more is expected here.").format(least=wording.decimal_text(self._least))
            raise NotAllowed(why=why)
        if self._most is not None and value > self._most:
            raise NotAllowed(why=_("{most} at most is expected here.").format(most=wording.decimal_text(self._most)))
        if self._step is not None and value % self._step:
            example = wording.decimal_text(3 * self._step)
            raise NotAllowed(
                why=_("This goes in steps of {step}, like {example}.").format(step=self._step, example=example)
            )
