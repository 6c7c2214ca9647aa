"""What a page of the reference shows: its parts in order, each statement with its badge and its sources."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mbc_journal import call, wording
from mbc_journal.call import Urgency
from mbc_journal.catalogue import Drug, SideEffect
from mbc_journal.journaling import Idea
from mbc_journal.records import PartialDate
from mbc_journal.reference.library import Reference
from mbc_journal.reference.texts import Bullet, BulletKind, Entry, Statement, Topic
from mbc_journal.wording import N_, _

NOT_CHECKED = N_("not yet checked")
FROM_SUMMARY = N_("from a summary")
NOT_REVIEWED = N_("Not reviewed by a clinician.")

_STATUS = {
    "off-label-us": N_("Off-label"),
    "withdrawn-us-breast": N_("Withdrawn"),
    "investigational": N_("Still being studied"),
    "unconfirmed-us": N_("Not confirmed"),
    "not-recommended": N_("Not recommended"),
    "caution": N_("Take care"),
    "research": N_("Research"),
}
_LABEL_READ = {
    "full text": N_("The US label of {day} was read in full."),
    "excerpt": N_("Parts of the US label of {day} were read."),
    "second-hand": N_("The US label of {day} was read in a copy or a report."),
}
_LABEL_READ_UNDATED = {
    "full text": N_("The US label was read in full."),
    "excerpt": N_("Parts of the US label were read."),
    "second-hand": N_("The US label was read in a copy or a report."),
}


@dataclass(frozen=True)
class Said:
    """A statement in words; `badge` is "" when a read source supports it, `numbers` name its sources on the page."""

    text: str
    badge: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """A few statements under a heading; `lead` comes before them. `checks`: each can become a visit."""

    title: str
    lines: tuple[Said, ...]
    lead: str = ""
    checks: bool = False


@dataclass(frozen=True, kw_only=True)
class View:
    """One page of the reference."""

    title: str
    beside: str = ""  # brands and what it is, beside the title
    status: str = ""  # what must be known first, as "Off-label: ..."
    status_numbers: tuple[int, ...] = ()  # its sources
    badges: tuple[str, ...] = ()
    line: tuple[Said, ...] = ()
    call: tuple[Part, ...] = ()
    effects: tuple[tuple[str, bool], ...] = ()  # side effects by id, and whether they are unchecked
    parts: tuple[Part, ...] = ()
    questions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked: str = ""  # "Checked on 23 November 2026."
    drugs: tuple[Drug, ...] = ()  # treatments of a category
    eases: tuple[str, ...] = ()  # side effects by id that an idea may help with
    ideas: tuple[Idea, ...] = ()  # of the list of ideas


class _Numbers:
    """Gives each source its number, from 1, in the order the page names them."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._numbers: dict[str, int] = {}

    def say(self, statements: Iterable[Statement]) -> tuple[Said, ...]:
        """Statements with their badges and numbers."""
        return tuple(self._said(wording.say(said.text), said.source_ids, said.unchecked) for said in statements)

    def sign(self, key: str, unchecked: bool) -> Said:
        """A call sign: its words and sources are those of signs.json, the same everywhere."""
        sign = self._reference.signs[key]
        return self._said(call.words(sign), sign.source_ids, unchecked or sign.unchecked)

    def lines(self, today: dt.date) -> tuple[str, ...]:
        """The sources that were named, as they are shown."""
        known = self._reference.sources
        return tuple(call.source_words(known[name], number, today) for name, number in self._numbers.items())

    def _said(self, text: str, names: Iterable[str], unchecked: bool) -> Said:
        numbers = tuple(self._numbers.setdefault(name, len(self._numbers) + 1) for name in names)
        return Said(text, _(NOT_CHECKED) if unchecked else "", numbers)


def treatment(reference: Reference, drug: Drug, today: dt.date) -> View:
    """The page of one treatment; a treatment without a text still has its name and what kind it is."""
    entry = reference.entry(drug.id)
    if entry is None:
        return View(title=wording.say(drug.title), beside=_beside(reference, drug))
    numbers = _Numbers(reference)
    status = _status(drug)
    approved = numbers.say([_approval_of(drug, entry)])[0].numbers if status else ()
    works = [one for one in reference.how_it_works(drug.class_id) if not one.unchecked]
    line = numbers.say([*entry.line, *(works if drug.unchecked != ("*",) else [])])
    called = _call_parts(reference, entry, numbers)
    parts = tuple(part for part in _parts(reference, drug, entry, numbers) if part.lines)
    return View(
        title=wording.say(drug.title),
        beside=_beside(reference, drug),
        status=status,
        status_numbers=approved,
        badges=(_(FROM_SUMMARY),) if entry.summary else (),
        line=line,
        call=called,
        effects=_effects(drug),
        parts=parts,
        questions=tuple(wording.say(text) for text in entry.ask),
        sources=(*numbers.lines(today), *_label_words(entry)),
        checked=wording.checked_words((said.checked for said in entry.statements()), today),
    )


def topic(reference: Reference, shown: Topic, today: dt.date, door_open: bool = False) -> View:
    """The page of one topic; what stands behind the door is only there when it is open."""
    bullets = shown.open_bullets + (shown.closed_bullets if door_open else ())
    numbers = _Numbers(reference)
    parts = (*_bullet_parts(bullets, numbers), *_how_they_work(reference, shown.kind, numbers))
    return View(
        title=wording.say(shown.title),
        parts=parts,
        questions=tuple(wording.say(one.text) for one in bullets if one.kind is BulletKind.ASK),
        sources=numbers.lines(today),
        checked=wording.checked_words((one.checked for one in bullets), today),
        drugs=tuple(drug for drug in reference.catalogue.drugs if shown.kind and drug.kind == shown.kind),
    )


def category(reference: Reference, kind: str, today: dt.date) -> View:
    """The page of a category of treatments: its topic, if it has one, and all its treatments."""
    found = reference.topic_of(kind)
    if found is not None:
        return topic(reference, found, today)
    drugs = tuple(drug for drug in reference.catalogue.drugs if drug.kind == kind)
    return View(title=wording.say(reference.catalogue.category(kind)), drugs=drugs)


def side_effect(reference: Reference, effect: SideEffect, mine: Sequence[Drug]) -> View:
    """The page of a side effect: her own treatments that list it first, then all others."""
    listed = [drug for drug in reference.catalogue.drugs if (effect.id, False) in _effects(drug)]
    first = [drug for drug in mine if drug in listed]
    return View(
        title=wording.say(effect.label),
        effects=((effect.id, False),),
        checked=_("The page of each treatment names its sources."),
        drugs=(*first, *(drug for drug in listed if drug not in first)),
    )


def _how_they_work(reference: Reference, kind: str, numbers: _Numbers) -> Iterator[Part]:
    lines: list[Said] = []
    for group in reference.catalogue.groups.classes:
        if kind and group.kind == kind:
            known = [one for one in reference.how_it_works(group.id) if not one.unchecked]
            name = wording.say(group.name)
            lines += [
                replace(said, text=_("{group}: {how}").format(group=name, how=_small(said.text)))
                for said in numbers.say(known)
            ]
    if lines:
        yield Part(_("How they work"), tuple(lines))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _parts(reference: Reference, drug: Drug, entry: Entry, numbers: _Numbers) -> Iterator[Part]:
    yield Part(_("How it is given"), numbers.say(entry.given))
    yield Part(_("What your team will check"), numbers.say(entry.checks), checks=True)
    yield Part(_("Boxed warning"), numbers.say(entry.boxed), _("The label puts its strongest warning into a box:"))
    yield Part(_("Other warnings") if entry.boxed else _("Warnings"), numbers.say(entry.warnings))
    yield Part(
        _("A list to show your team"), numbers.say(entry.with_others), _("This program does not check what you take.")
    )
    yield Part(_("Good to know"), (*_approval(drug, numbers, entry), *numbers.say(entry.know)))


def _approval(drug: Drug, numbers: _Numbers, entry: Entry) -> tuple[Said, ...]:
    """Whether it is approved, in words, where the top of the page does not say so already."""
    if drug.approval.status in _STATUS:
        return ()
    return numbers.say([_approval_of(drug, entry)])


def _approval_of(drug: Drug, entry: Entry) -> Statement:
    """How it is approved: read where the first thing was that has a source; with none it is not checked."""
    sources = next((said.source_ids for said in entry.statements() if said.source_ids), ())
    unchecked = not sources or not drug.is_checked("approval")
    return Statement(drug.approval.text, () if unchecked else sources, drug.checked, unchecked)


def _call_parts(reference: Reference, entry: Entry, numbers: _Numbers) -> tuple[Part, ...]:
    titles = {Urgency.EMERGENCY: _("Call the emergency number if"), Urgency.CALL_NOW: _("Call your team if")}
    parts = []
    for urgency, title in titles.items():
        wanted = [one for one in entry.signs if reference.signs[one.key].urgency is urgency]
        lines = tuple(numbers.sign(one.key, one.unchecked) for one in wanted)
        if lines:
            parts.append(Part(title, lines))
    return tuple(parts)


def _effects(drug: Drug) -> tuple[tuple[str, bool], ...]:
    if drug.unchecked == ("*",):
        return ()
    all_unchecked = not drug.is_checked("side_effects")
    return tuple((one, all_unchecked or one in drug.unchecked_effects) for one in drug.effects)


def _beside(reference: Reference, drug: Drug) -> str:
    kind = wording.say(reference.catalogue.category(drug.kind))
    route = wording.say(reference.catalogue.route(drug.route))
    words = [*drug.brands[:2], kind[:1].lower() + kind[1:]]
    medicine = next((one.medicine for one in reference.catalogue.groups.routes if one.id == drug.route), False)
    return ", ".join([*words, route] if medicine else words)


def _status(drug: Drug) -> str:
    if drug.approval.status not in _STATUS:
        return ""
    said = _("{status}. {approval}").format(
        status=_(_STATUS[drug.approval.status]), approval=wording.say(drug.approval.text)
    )
    return said if drug.is_checked("approval") else f"{said} ({_(NOT_CHECKED)})"


def _bullet_parts(bullets: Sequence[Bullet], numbers: _Numbers) -> tuple[Part, ...]:
    titles = {BulletKind.FACT: "", BulletKind.LOG: _("Worth writing down")}
    found = {kind: [one.statement for one in bullets if one.kind is kind] for kind in titles}
    return tuple(Part(titles[kind], numbers.say(said)) for kind, said in found.items() if said)


def _label_words(entry: Entry) -> Iterator[str]:
    read, date = entry.label.read, entry.label.date
    if read == "not read":
        yield _("The US label is not yet read.")
    elif read and date:
        yield _(_LABEL_READ[read]).format(day=wording.partial(PartialDate(date)))
    elif read:
        yield _(_LABEL_READ_UNDATED[read])
