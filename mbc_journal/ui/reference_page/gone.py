"""What stands in place of a page that an earlier reference had, of a treatment that is still hers."""

from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.widgets import Card, Label, LeadStrong
from mbc_journal.wording import _


def gone_card(key: Key, keeper: Keeper) -> Card | None:
    """Her own name for the treatment of a key, and that nothing of hers went; None if it is none of hers."""
    name = keeper.name_of(key.id) if key.group is Group.TREATMENT else ""
    if not name:
        return None
    card = Card(keeper.desk.theme)
    card.setObjectName("gone")
    words = _("The reference in use has no page for it any more. Your treatment and what you logged stay as they are.")
    card.add(LeadStrong(name), Label(words))
    return card
