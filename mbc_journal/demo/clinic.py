"""The person, her people, visits with their questions, scans, the sample, and what the team asked her to watch."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from mbc_journal.demo.chance import Chance
from mbc_journal.demo.course import working_day
from mbc_journal.demo.measured import FEVER_AT
from mbc_journal.demo.plot import OFFSET, Plot, moment
from mbc_journal.demo.shapes import ROWS
from mbc_journal.records import (
    Biopsy,
    Comparison,
    Contact,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Row,
    Scan,
    ScanState,
    Visit,
)


def rows(plot: Plot) -> Iterator[Row]:
    """Everything about the person and the clinic."""
    yield from _person(plot)
    yield from _contacts_and_rule(plot)
    yield from _visits(plot)
    yield from _other_visits(plot)
    yield from _scans(plot)


def _biomarkers(plot: Plot) -> tuple[str, ...]:
    found = any(line.regimen == "fulvestrant" for line in plot.course.lines)
    return tuple(plot.words["biomarkers"]["found" if found else "none"])


def _person(plot: Plot) -> Iterator[Row]:
    chance, person, course = plot.chance("person"), plot.person, plot.course
    her2, pr = chance.pick(("negative", "low")), chance.pick(("positive", "negative"))
    written = plot.stamp("profile", "", course.since)["written_at"]
    yield Profile(
        written_at=written,
        changed_at=written,
        name=person["name"],
        birth_year=person["born"],
        er="positive",
        pr=pr,
        her2=her2,
        biomarkers=_biomarkers(plot),
        sites=("bone", "liver"),
        allergies=tuple(person["allergies"]),
        port=person["port"],
        matters=person["matters"],
        made_up=True,
        rows=ROWS,
        rhythm="daily",
        helpers=(person["helper"],),
    )
    first = course.lines[0].since - dt.timedelta(days=24)
    yield Biopsy(
        **plot.stamp("biopsy", "", course.since),
        day=PartialDate(f"{first:%Y-%m}~"),
        site="liver",
        er="positive",
        pr=pr,
        her2=her2,
        biomarkers=_biomarkers(plot),
        note=plot.words["biopsy"],
    )


def _contacts_and_rule(plot: Plot) -> Iterator[Row]:
    contacts = [
        Contact(
            **plot.stamp("contact", number, plot.course.since),
            role=entry["role"],
            name=plot.text(entry["name"]),
            phone=entry["phone"],
            hours=entry["hours"],
            call_first=entry["first"],
            emergency=entry["emergency"],
        )
        for number, entry in enumerate(plot.words["contacts"])
    ]
    yield from contacts
    yield PlanRule(
        **plot.stamp("plan_rule", "fever", plot.course.lines[-1].since),
        scale="temperature",
        comparison=Comparison.AT_OR_ABOVE,
        value=Decimal("38.0"),
        unit="Cel",
        words=plot.words["rule"],
        contact_id=contacts[0].id,
        met=(f"{moment(plot.course.fever, FEVER_AT).text} called",),
    )


def _visit(plot: Plot, kind: str, day: dt.date, time: dt.time, **said: Any) -> Visit:
    place = plot.words["places"].get(kind, plot.person["clinic"])
    return Visit(
        **plot.stamp("visit", f"{kind}/{day}", day),
        day=PartialDate.of(day),
        time=time,
        utc_offset=OFFSET,
        kind=kind,
        where=place,
        **said,
    )


def _visits(plot: Plot) -> Iterator[Row]:
    """The oncologist's visits with what was asked there, and the next one with what is still open."""
    chance, course = plot.chance("visits"), plot.course
    answered = chance.shuffled(plot.words["questions"]["answered"])
    for number, day in enumerate(course.visits):
        hours = Decimal(chance.whole(4, 11)) / 2
        time = dt.time(9 + chance.whole(0, 4), chance.pick((0, 15, 30, 45)))
        told = _told(plot, day, chance)
        visit = _visit(plot, "oncologist", day, time, who=plot.person["doctor"], hours_away=hours, **told)
        yield visit
        if len(course.visits) - number <= 12:
            for place in range(2):
                yield _question(plot, place + 1, answered[(2 * number + place) % len(answered)], visit)
    yield _visit(plot, "oncologist", course.next_visit, dt.time(10, 30), who=plot.person["doctor"])
    first, *others = plot.words["questions"]["open"]
    for place, question in enumerate([first, *chance.shuffled(others)[:3]], start=1):
        yield _question(plot, place, question, None)


def _told(plot: Plot, day: dt.date, chance: Chance) -> Mapping[str, str]:
    """What was said on `day`, and what changes."""
    said: Mapping[str, Any] = plot.words["said"]
    if day == plot.course.last_visit:
        told: Mapping[str, str] = said["last"]
    elif any(day == line.until for line in plot.course.lines):
        told = said["change"]
    else:
        told = chance.pick(said["oncologist"])
    return told


def _question(plot: Plot, order: int, entry: dict[str, str], visit: Visit | None) -> Question:
    asked_on = visit.day.latest if visit and visit.day else plot.course.today - dt.timedelta(days=order + 1)
    return Question(
        **plot.stamp("question", f"{entry['text']}/{asked_on}", asked_on),
        order=order,
        topic=entry["topic"],
        text=entry["text"],
        visit_id=visit.id if visit else None,
        asked=visit is not None,
        answer=entry.get("answer", "") if visit else "",
    )


def _other_visits(plot: Plot) -> Iterator[Visit]:
    """Bone injections, the night with the fever, and a talk about sleep and pain."""
    course, said, chance = plot.course, plot.words["said"], plot.chance("other visits")
    for day in course.bones:
        hours = Decimal(chance.whole(2, 5)) / 2
        told = said["infusion"] if day == course.bones[-1] else {}
        yield _visit(plot, "infusion", day, dt.time(11, 0), who=plot.person["nurse"], hours_away=hours, **told)
    yield _visit(plot, "emergency", course.fever, dt.time(13, 30), hours_away=Decimal("3.5"), **said["emergency"])
    talk = course.bones[-2] if len(course.bones) > 1 else course.bones[-1]
    yield _visit(plot, "palliative", talk, dt.time(12, 0), hours_away=Decimal("1.5"), **said["palliative"])


def _scans(plot: Plot) -> Iterator[Scan]:
    """One about every twelve weeks; the last before a stop says why, the newest has no result yet."""
    course, chance, words = plot.course, plot.chance("scans"), plot.words
    newest = course.scan
    stops = [working_day(line.until - dt.timedelta(days=9)) for line in course.lines if line.until]
    quarterly = [newest - dt.timedelta(days=84 * back) for back in range(1, (newest - course.since).days // 84 + 1)]
    regular = [day for day in quarterly if all(abs((day - stop).days) > 40 for stop in stops)]
    for day in sorted({*regular, *(stop for stop in stops if stop >= course.since)}):
        told = chance.pick(words["scans"]["bad" if day in stops else "good"])
        yield Scan(
            **plot.stamp("scan", day, day + dt.timedelta(days=5)),
            day=PartialDate.of(day),
            kind=chance.pick(words["scan_kinds"]),
            state=ScanState.RESULT,
            worry=chance.whole(3, 8),
            told=told,
        )
    yield Scan(
        **plot.stamp("scan", newest, newest),
        day=PartialDate.of(newest),
        kind=words["scan_kinds"][0],
        state=ScanState.WAITING,
        worry=words["scan_wait"],
    )
