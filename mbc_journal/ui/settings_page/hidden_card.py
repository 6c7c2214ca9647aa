"""What the person does not want to see: topics, single symptoms and measures, cards she closed for good."""

from functools import partial

from PySide6.QtCore import Slot

from mbc_journal import own_settings, wording
from mbc_journal.ui.forms import FormRow, Suggestion
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.row_list import Line, RowList, Verb
from mbc_journal.ui.settings_page.scale_pick import ScalePick
from mbc_journal.ui.widgets import Button, Card, CheckBox, Muted
from mbc_journal.wording import _


class TopicBox(CheckBox):
    """One topic to hide; `topic` is its name in Profile.hidden."""

    def __init__(self, topic: str, keeper: Keeper) -> None:
        super().__init__(_(own_settings.TOPICS[topic]), keeper.desk.theme)
        self.topic, self._keeper = topic, keeper
        self.setObjectName(f"hide_{topic}")
        self.setAccessibleName(self.text())
        self.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        make = partial(own_settings.with_hidden, what=self.topic, hide=self.value())
        if not self._keeper.change(make, self.text(), said(self.value())):
            self.set_value(not self.value())


class HiddenCard(Card):
    """Hiding keeps every answer; it is only not shown and not printed."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self.add(Muted(_("What is ticked is not shown and not printed. Every answer stays in your journal.")))
        self.topics = [TopicBox(topic, keeper) for topic in own_settings.TOPICS]
        self.list = RowList("hidden", {"show": Verb(_("Show again"))}, theme)
        self.pick = ScalePick(keeper.desk, self._taken, own_words=False)
        self.finder = FormRow("find_hidden", _("Hide something else"), self.pick, theme)
        self.list.after = self.finder.target
        self.cards = Button(_("Show closed cards"), theme)
        self.cards.setObjectName("show_cards")
        self.add(*self.topics, self.list, self.finder, self.cards)
        self.list.wanted.connect(self._on_row_wanted)
        self.pick.picked.connect(self._on_picked)
        self.cards.clicked.connect(self._on_cards_clicked)

    def refresh(self) -> None:
        """Show what is hidden now."""
        profile, scales = self._keeper.profile, self._keeper.desk.scales
        for box in self.topics:
            box.set_value(box.topic in profile.hidden)
        hidden = own_settings.hidden_scales(profile, scales)
        self.list.show_lines([Line(scale.id, wording.say(scale.label)) for scale in hidden])
        self.cards.setVisible(bool(own_settings.closed_cards(profile, scales)))
        self.setEnabled(self._keeper.can_write)

    def _taken(self) -> tuple[str, ...]:
        return (*self._keeper.profile.hidden, *own_settings.TOPICS)

    def _hide(self, scale_id: str, hide: bool) -> bool:
        label = wording.say(self._keeper.desk.scales.get(scale_id).label)
        make = partial(own_settings.with_hidden, what=scale_id, hide=hide)
        return self._keeper.change(make, label, said(hide))

    @Slot(str, str)
    def _on_row_wanted(self, scale_id: str, _verb: str) -> None:
        self._hide(scale_id, False)

    @Slot(object)
    def _on_picked(self, suggestion: Suggestion) -> None:
        if self._hide(suggestion.id, True):
            self.pick.set_value("")

    @Slot()
    def _on_cards_clicked(self) -> None:
        make = partial(own_settings.with_cards_shown, scales=self._keeper.desk.scales)
        if self._keeper.change(make, _("Closed cards"), _("shown again")):
            self.finder.target.setFocus()


def said(hide: bool) -> str:
    """What Undo says of hiding something, or of showing it."""
    return _("not shown") if hide else _("shown again")
