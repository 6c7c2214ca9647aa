"""Fields of a team's rule: what it is about, and its limit, which is blank until it is typed."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import call, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.scales import Kind, Scale, Scales, typed
from mbc_journal.ui.forms import ChoiceInput, PickInput
from mbc_journal.ui.forms.pick_input import Suggestion
from mbc_journal.ui.forms.text_inputs import TextInput
from mbc_journal.wording import _


class ScaleInput(PickInput):
    """Finds a scale by a few letters; its value is the scale's id."""

    def __init__(self, scales: Scales) -> None:
        self._scales = scales
        super().__init__(self._fitting)

    def scale(self) -> Scale | None:
        """The scale chosen or named exactly; None while there is none."""
        text = self.field.text().strip()
        if self.suggestion is not None:
            return self._scales.get(self.suggestion.id)
        found = self._scales.named(text) or next((one for one in self._scales if wording.say(one.label) == text), None)
        return found if found is not None and call.may_have_rule(found) else None

    def value(self) -> str:
        """The id, "" for an empty field. Raises NotAllowed for words that name no scale."""
        scale = self.scale()
        if scale is None and self.field.text().strip():
            raise NotAllowed(why=_("Type a few letters, then choose from the list."))
        return "" if scale is None else scale.id

    def set_value(self, value: object) -> None:
        """Show the scale of an id; one that is no longer known stays."""
        scale_id = str(value or "")
        scale = self._scales.get(scale_id) if scale_id else None
        super().set_value("" if scale is None else wording.say(scale.label))
        if scale is not None:
            self.suggestion = Suggestion(scale.id, wording.say(scale.label))

    def _fitting(self, text: str) -> Sequence[Suggestion]:
        found = [scale for scale in self._scales.find(text) if call.may_have_rule(scale)]
        return [Suggestion(scale.id, wording.say(scale.label)) for scale in found]


class LimitInput(QWidget):
    """A number in the scale's unit, or one of its words; which of both follows the scale."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scale: Scale | None = None
        self.number = TextInput(longest=40)
        self.number.keep_short()
        self.word = ChoiceInput({"": _("choose")})
        self.word.setObjectName("value_word")
        self.word.setAccessibleName(_("Limit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.number)
        column.addWidget(self.word)
        self.word.hide()
        self.setFocusProxy(self.number)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.number.changed.connect(self.changed)
        self.word.changed.connect(self.changed)

    def show_scale(self, scale: Scale | None) -> None:
        """Ask for a limit of this scale."""
        by_word = scale is not None and scale.kind is Kind.LEVEL
        if scale is not None and by_word and scale != self.scale:
            self.word.clear()
            self.word.addItem(_("choose"), "")
            for level, word in enumerate(scale.words):
                self.word.addItem(wording.say(word), str(level))
        self.scale = scale
        self.word.setVisible(by_word)
        self.number.setVisible(not by_word)
        self.setFocusProxy(self.word if by_word else self.number)

    def value(self) -> Decimal | None:
        """The limit. Raises NotAllowed for what is no number."""
        if self.scale is not None and self.scale.kind is Kind.LEVEL:
            return Decimal(self.word.value()) if self.word.value() else None
        text = self.number.text().strip()
        if not text:
            return None
        found = typed.number(text) if typed.digits(text) <= typed.LONGEST else None
        if found is None or found.comparator:
            raise NotAllowed(why=_("{text} is not a number we know.").format(text=text[: typed.LONGEST]))
        return found.value

    def set_value(self, value: object) -> None:
        """Show a limit; a text that means the same stays as typed."""
        if not isinstance(value, Decimal):
            self.number.set_value(None)
            self.word.setCurrentIndex(0)
        elif self.scale is not None and self.scale.kind is Kind.LEVEL:
            self.word.set_value(str(int(value)))
        else:
            found = typed.number(self.number.text())
            if found is None or found.value != value:
                self.number.set_value(wording.decimal_text(value))

    @Slot()
    def forget(self) -> None:
        """A limit of another scale means nothing here."""
        self.set_value(None)
