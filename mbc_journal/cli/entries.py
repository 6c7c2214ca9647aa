"""The verb that finds entries of the reference; needs no journal."""

import argparse

from mbc_journal import wording
from mbc_journal.catalogue import Catalogue
from mbc_journal.cli.outcome import Outcome
from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.reference import Reference
from mbc_journal.reference.editions import Editions
from mbc_journal.reference.search import Found, Group, Index
from mbc_journal.wording import N_, _, listed

_KINDS = {
    Group.TREATMENT: N_("treatment"),
    Group.KIND: N_("kind of treatment"),
    Group.EFFECT: N_("what one may notice"),
    Group.TOPIC: N_("topic"),
    Group.IDEA: N_("idea that may help"),
}


def look(asked: argparse.Namespace, _clock: Clock) -> Outcome:
    """Name the entries for some words, best first; what stands behind the outlook door is never among them."""
    edition, damaged = Editions.of(Paths.of_this_system()).used()
    found = Index(Reference(Catalogue.load(edition.folder))).find(" ".join(asked.words))
    hits = {hit.key: wording.say(hit.title) for hit in found.hits}
    said = (damaged, "" if hits else _nothing(found))
    if asked.json:
        rows = [{"id": key.id, "kind": key.group.value, "title": title} for key, title in hits.items()]
        return Outcome({"found": rows}, said=said)
    lines = (_("{title} ({kind})").format(title=title, kind=_(_KINDS[key.group])) for key, title in hits.items())
    return Outcome(None, said=said, lines=tuple(lines))


def _nothing(found: Found) -> str:
    """A sentence for when nothing was found, with what is spelled alike."""
    if not found.near:
        return _("Nothing is called so in the reference.")
    titles = listed([wording.say(hit.title) for hit in found.near])
    return _("Nothing is called so in the reference. Spelled alike: {titles}.").format(titles=titles)
