"""A field that finds a symptom or measure by its name, and takes one's own words when nothing fits."""

from collections.abc import Callable, Collection, Sequence

from mbc_journal import wording
from mbc_journal.scales import Group, Kind, other_id
from mbc_journal.ui.forms import PickInput, Suggestion
from mbc_journal.ui.page import Desk
from mbc_journal.wording import _

_LONGEST = 100
_ON_TODAY = frozenset({Group.SYMPTOM, Group.VITAL, Group.SCORE})


class ScalePick(PickInput):
    """`taken` gives the ids that are not offered; with `own_words` what is not known can be added as typed."""

    def __init__(self, desk: Desk, taken: Callable[[], Collection[str]], own_words: bool) -> None:
        self._scales, self._taken, self._own_words = desk.scales, taken, own_words
        super().__init__(self._offers, longest=_LONGEST)
        column = self.layout()
        if column is not None:
            column.setSpacing(desk.theme.px(2))

    def _offers(self, text: str) -> Sequence[Suggestion]:
        taken = self._taken()
        found = [
            Suggestion(scale.id, wording.say(scale.label))
            for scale in self._scales.find(text)
            if scale.id not in taken and (scale.group in _ON_TODAY or not self._own_words)
        ][:7]
        own = " ".join(text.replace("\0", "").split())
        if self._own_words and own and len(own) <= _LONGEST and self._scales.named(own) is None:
            words = _('Add "{name}" in my own words').format(name=own)
            found.append(Suggestion(other_id(own, Kind.LEVEL), words))
        return found
