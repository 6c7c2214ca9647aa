"""Visits and questions: what comes next, what is open, what was asked. Decides; never draws."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate, Question, Visit
from mbc_journal.wording import N_, _, ngettext

KINDS = {
    "oncologist": N_("oncologist"),
    "nurse": N_("nurse"),
    "infusion": N_("infusion"),
    "radiation": N_("radiation"),
    "surgeon": N_("surgeon"),
    "palliative": N_("palliative care team"),
    "family_doctor": N_("family doctor"),
    "blood_test": N_("blood test"),
    "scan": N_("scan"),
    "emergency": N_("emergency room"),
    "other": N_("another visit"),
}
"""Kinds of visit in words."""

_SCANS = ("scan", "x-ray", "mri", "echo", "muga", "bones are", "heart pumps", "picture of")
_NO_BLOOD_TESTS = ("tracing", "rhythm", "blood pressure", "urine", "pregnancy")
_BLOOD_TESTS = (
    "blood", "liver", "kidney", "calcium", "cholesterol", "estradiol", "hba1c", "inr", "uric acid", "platelets",
    "potassium", "vitamin d",
)  # fmt: skip

ANSWER_DAYS = 14
"""So long after a visit a question that is ticked off belongs to it."""

BIGGEST = 3
"""So many questions are printed biggest."""


@dataclass(frozen=True)
class Board:
    """What the Visits page shows."""

    today: dt.date
    coming: tuple[Visit, ...] = ()  # soonest first
    past: tuple[Visit, ...] = ()  # newest first; visits without an exact day last
    open: tuple[Question, ...] = ()  # in her order
    asked: dict[UUID | None, tuple[Question, ...]] = field(default_factory=dict)  # by visit; None: without one


def board(visits: Sequence[Visit], questions: Sequence[Question], today: dt.date) -> Board:
    """Sort all visits and questions for the page."""
    coming = sorted((visit for visit in visits if is_coming(visit, today)), key=_when)
    past = sorted((visit for visit in visits if not is_coming(visit, today)), key=_when, reverse=True)
    in_order = sorted(questions, key=lambda question: (question.order, question.written_at, question.id))
    asked: dict[UUID | None, tuple[Question, ...]] = {}
    for question in in_order:
        if question.asked:
            asked[question.visit_id] = (*asked.get(question.visit_id, ()), question)
    return Board(today, tuple(coming), tuple(past), tuple(one for one in in_order if not one.asked), asked)


def moved(open_questions: Sequence[Question], at: int, by: int) -> list[Question]:
    """The questions whose place changes when the one `at` moves `by`; [] where it cannot move."""
    there = at + by
    if not 0 <= there < len(open_questions):
        return []
    order = list(open_questions)
    order.insert(there, order.pop(at))
    return [replace(question, order=place) for place, question in enumerate(order, start=1) if question.order != place]


def new_question(all_questions: Sequence[Question], text: str) -> Question:
    """A question behind all others. Raises NotAllowed for an empty text."""
    if not text.strip():
        raise NotAllowed(why=_("Write the question first."))
    return Question(order=1 + max((question.order for question in all_questions), default=0), text=text)


def ticked(question: Question, found: Board) -> Question:
    """The question as asked, with the visit it was asked at: today's, else the last of two weeks, else the next."""
    return replace(question, asked=True, visit_id=_visit_of(found))


def reopened(question: Question) -> Question:
    """The question as not asked yet; its answer stays."""
    return replace(question, asked=False, visit_id=None)


def of_check(words: str) -> Visit:
    """The visit at which the team makes a check that the reference names; its day is still to be said."""
    said = words.casefold()
    kind = "other"
    if any(word in said for word in _SCANS):
        kind = "scan"
    elif any(word in said for word in _BLOOD_TESTS) and not any(word in said for word in _NO_BLOOD_TESTS):
        kind = "blood_test"
    return Visit(kind=kind, said=_("Planned: {check}").format(check=words))


def checked(visit: Visit) -> Visit:
    """The visit, if it can be kept. Raises NotAllowed with the sentence to show beside the field."""
    if visit.day is None:
        raise NotAllowed(why=_("A visit needs a date. About is fine: March 2026."))
    if visit.end_time is not None and (visit.time is None or visit.end_time < visit.time):
        raise NotAllowed(why=_("This ends before it starts."))
    return visit


def title(visit: Visit, today: dt.date) -> str:
    """As "Wednesday 18 March, oncologist"; another year is named."""
    kind = _(KINDS.get(visit.kind, visit.kind))
    if visit.day is None:
        return kind
    exact = visit.day.exact
    if exact is None:
        day = wording.partial(visit.day)
    elif exact.year == today.year:
        day = wording.heading_day_short(exact)
    else:
        day = wording.heading_day(exact)
    return _("{day}, {kind}").format(day=day, kind=kind)


def details(visit: Visit, today: dt.date) -> str:
    """As "in 9 days, 10:30, Dr Rivera, day clinic"."""
    parts = [_distance(visit, today)]
    if visit.time is not None:
        parts.append(f"{visit.time:%H:%M}")
    parts += [visit.who, visit.where]
    return ", ".join(part for part in parts if part)


def is_coming(visit: Visit, today: dt.date) -> bool:
    """Whether the visit can still lie ahead; today's does."""
    return visit.day is not None and visit.day.latest >= today


def _when(visit: Visit) -> tuple[dt.date, dt.time, str]:
    day = visit.day or PartialDate("0001")
    return day.latest, visit.time or dt.time.min, str(visit.id)


def _visit_of(found: Board) -> UUID | None:
    for visit in found.coming:
        if visit.day is not None and visit.day.exact == found.today:
            return visit.id
    for visit in found.past:
        if visit.day is not None and (found.today - visit.day.latest).days <= ANSWER_DAYS:
            return visit.id
    return found.coming[0].id if found.coming else None


def _distance(visit: Visit, today: dt.date) -> str:
    exact = visit.day.exact if visit.day is not None else None
    if exact is None:
        return ""
    days = (exact - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 1:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)
