"""A page of the reference on paper: as on screen with the outlook door shut, the same for everyone."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from mbc_journal import wording
from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.journaling import Idea, Ideas
from mbc_journal.records import Snapshot
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.notes import brackets
from mbc_journal.reference.pages import NOT_CHECKED, NOT_REVIEWED, View
from mbc_journal.reference.search import Group, Key
from mbc_journal.report import frame
from mbc_journal.report.blocks import Block, Line, statements
from mbc_journal.report.options import Options
from mbc_journal.report.printout import Printout, fitted
from mbc_journal.wording import _

MOST_PAGES = 2
_PLANS = 5
"""How tightly a page may be set: 0 as the other pages are, then closer and smaller, never under 8.5 points."""


def printed(shot: Snapshot, options: Options, today: dt.date) -> Printout:
    """The page of `options.entry`, on two pages at most, in large print on as many as it takes.

    Raises KeyError where there is no such page, or nothing of it stands before the outlook door.
    """
    if options.reference is None or options.entry is None:
        raise KeyError("reference")
    view = _open_view(options.reference, options.entry, today)
    paper = frame.paper_of(shot, options)
    data = _page_data(view, tuple(_blocks(options.reference, options.entry, view, today)), paper, today)
    plans = range(1 if options.large else _PLANS)
    return fitted("reference", (data | {"plan": plan, "large": options.large} for plan in plans), today, MOST_PAGES)


def _open_view(reference: Reference, key: Key, today: dt.date) -> View:
    """What everyone sees: the door is shut, and no treatment comes first because it is hers."""
    view = ways.view(reference, key, today, ()) if ways.has_open_page(reference, key) else None
    if view is None:
        raise KeyError(key.id)
    return view


def _page_data(view: View, blocks: tuple[Block, ...], paper: str, today: dt.date) -> dict[str, Any]:
    footer = (_("The same for everyone."), _(NOT_REVIEWED), view.checked, frame.made_with(today))
    title = _("Reference page, {day}").format(day=wording.day(today))
    return {
        **frame.sheet_data(title, paper),
        "heading": view.title,
        "beside": view.beside,
        "blocks": [asdict(block) for block in blocks],
        "remarks": [],
        "footer": " ".join(part for part in footer if part),
    }


def _blocks(reference: Reference, key: Key, view: View, today: dt.date) -> Iterator[Block]:
    """Everything the page says, in the order of the screen; a part of no lines is left out."""
    blocks = _effect_blocks if key.group is Group.EFFECT else _entry_blocks
    found = blocks(reference, view, today)
    yield from (block for block in found if block.lines)


def _effect_blocks(reference: Reference, view: View, today: dt.date) -> Iterator[Block]:
    """What can help against a side effect, and the treatments that list it."""
    ideas = reference.ideas
    scales = (
        scale for effect_id, _unchecked in view.effects for scale in reference.catalogue.effects[effect_id].log_ids
    )
    yield Block("ideas", _("What can help"), lines=tuple(_ideas(ideas, ideas.helping(*scales), today)))
    yield Block("names", _("Treatments that list it"), lines=tuple(Line(wording.say(one.title)) for one in view.drugs))


def _entry_blocks(reference: Reference, view: View, today: dt.date) -> Iterator[Block]:
    yield Block("status", lines=(Line(view.status, brackets(view.status_numbers)),) if view.status else ())
    yield Block("badges", lines=tuple(_lines(*view.badges)))
    yield statements("plain", "", view.line)
    for part in view.call:
        yield statements("boxed", part.title, part.lines, part.lead)
    yield Block("names", _("What you may notice"), lines=tuple(_noticed(reference.catalogue, view)))
    for part in view.parts:
        yield statements("points", part.title, part.lines, part.lead)
    eased = (wording.say(reference.catalogue.effects[one].label) for one in view.eases)
    yield Block("names", _("It may help with"), lines=tuple(map(Line, eased)))
    yield Block("ideas", _("The ideas"), lines=tuple(_ideas(reference.ideas, view.ideas, today)))
    yield Block("points", _("The treatments"), lines=tuple(_by_class(reference.catalogue, view.drugs)))
    yield Block("numbered", _("Ask your team"), lines=tuple(_lines(*view.questions)))
    yield Block("sources", _("Sources"), lines=tuple(map(_source, view.sources)))


def _lines(*texts: str) -> Iterator[Line]:
    return (Line(text) for text in texts if text)


def _source(words: str) -> Line:
    """A source, and its address apart, where it ends in one."""
    said, _space, last = words.rpartition(" ")
    return Line(said, last) if "://" in last else Line(words)


def _noticed(catalogue: Catalogue, view: View) -> Iterator[Line]:
    for effect_id, unchecked in view.effects:
        yield Line(wording.say(catalogue.effects[effect_id].label), f"({_(NOT_CHECKED)})" if unchecked else "")


def _by_class(catalogue: Catalogue, drugs: Sequence[Drug]) -> Iterator[Line]:
    """As "Taxanes: docetaxel, paclitaxel"."""
    for group in catalogue.groups.classes:
        names = [wording.say(drug.title) for drug in drugs if drug.class_id == group.id]
        if names:
            yield Line(_("{group}: {names}").format(group=wording.say(group.name), names=", ".join(names)))


def _ideas(ideas: Ideas, shown: Iterable[Idea], today: dt.date) -> Iterator[Line]:
    return (Line(_idea_words(idea), ideas.why_words(idea, today)) for idea in shown)


def _idea_words(idea: Idea) -> str:
    """As "A walk. Ten minutes is enough."; a crisis line with its number."""
    said = _("{title}. {how}").format(title=wording.say(idea.title), how=wording.say(idea.how))
    return " ".join(part for part in (said, "; ".join(line.words for line in idea.lines)) if part)
