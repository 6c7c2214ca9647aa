"""What the pages of ideas show: what to do, why it may help, with its sources, and what it may help with."""

import datetime as dt

from mbc_journal import call, wording
from mbc_journal.journaling import Idea, Source
from mbc_journal.reference.library import Reference
from mbc_journal.reference.pages import NOT_CHECKED, Part, Said, View
from mbc_journal.wording import _

ALL = "all"
"""The id of the page that lists every idea."""


def every_idea(reference: Reference) -> View:
    """The list of all ideas: the same for everyone."""
    lead = _("Things others have tried. The same list for everyone; nothing here comes from what you wrote.")
    return View(title=_("Ideas that may help"), line=(Said(lead),), ideas=reference.ideas.all)


def idea(reference: Reference, shown: Idea, today: dt.date) -> View:
    """The page of one idea: the step is our own, the reason has its sources or its badge."""
    sources = reference.ideas.sources(shown) if shown.is_checked else ()
    badge = "" if shown.is_checked else _(NOT_CHECKED)
    why = Said(wording.say(shown.why), badge, tuple(range(1, len(sources) + 1)))
    numbers = tuple(Said(line.words, "" if line.checked else _(NOT_CHECKED)) for line in shown.lines)
    parts = (Part(_("Whom to call"), numbers), Part(_("Why it may help"), (why,)))
    return View(
        title=wording.say(shown.title),
        line=(Said(wording.say(shown.how)),),
        parts=tuple(part for part in parts if part.lines),
        eases=tuple(one.id for one in reference.catalogue.effects.values() if _eases(shown, one.log_ids)),
        sources=tuple(call.source_words(_read(one), number, today) for number, one in enumerate(sources, start=1)),
        checked=wording.checked_words([shown.checked if shown.is_checked else ""], today),
    )


def _eases(shown: Idea, scales: tuple[str, ...]) -> bool:
    return bool({*shown.helps_with} & {*scales})


def _read(source: Source) -> call.Source:
    return call.Source(
        source.id, source.title, source.publisher, source.date, address="", checked=source.checked, label=False, read=""
    )
