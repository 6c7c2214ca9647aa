"""The way from a symptom or a treatment to the page of the reference that explains it."""

from mbc_journal.catalogue import Catalogue
from mbc_journal.reference import ways
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.wording import _


def has_page(catalogue: Catalogue, scale_id: str) -> bool:
    """Whether the reference has a page about what this scale asks."""
    return ways.key_of_scale(catalogue, scale_id) is not None


def read_about(desk: Desk, scale_id: str) -> None:
    """Open that page, from which Back returns; where there is none, say so."""
    open_page(desk, Place("reference", scale=scale_id) if has_page(desk.catalogue, scale_id) else None)


def open_page(desk: Desk, place: Place | None) -> None:
    """Go to a page of the reference; None: it has none about this, which is said."""
    if place is not None:
        desk.announcer.wanted.emit(place)
    else:
        desk.announcer.said.emit(_("The reference has no page about this."))
