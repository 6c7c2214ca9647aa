"""Everything a chart or a printed page needs, read at once."""

import datetime as dt
import uuid

from sqlalchemy.orm import Session

from mbc_journal.db.questions import clinic, daily, treatments
from mbc_journal.records import PartialDate, Snapshot, Span, Visit

_FOUR_WEEKS = dt.timedelta(days=27)


def snapshot(
    session: Session,
    today: dt.date,
    since: dt.date | None = None,
    until: dt.date | None = None,
    visit_id: uuid.UUID | None = None,
) -> Snapshot:
    """What is told to the visit of `visit_id`, or to the next one, about `since` to `until`.

    Without `since`: from the day after the last visit of that kind; without such a visit the last 28 days.
    """
    visits = clinic.visits(session)
    visit = next((one for one in visits if one.id == visit_id), None) or clinic.next_visit(session, today)
    last_day = until or today
    last_visit = clinic.last_visit(session, min(today, last_day), visit.kind if visit else "")
    span = Span(since or _first_day(last_visit, last_day), last_day)
    therapies = treatments.therapies(session)
    return Snapshot(
        profile=treatments.profile(session),
        span=span,
        today=today,
        visit=visit,
        last_visit=last_visit,
        visits=tuple(one for one in visits if _within(one.day, span)),
        questions=tuple(clinic.open_questions(session, visit.id if visit else None)),
        readings=tuple(daily.readings_between(session, span.before.since, span.until)),
        days=tuple(daily.days(session, span.before.since, span.until)),
        first_answered=daily.first_answered(session),
        latest_labs=tuple(daily.latest_numbers(session, span.until)),
        therapies=tuple(therapies),
        steps=tuple(treatments.steps(session)),
        doses=tuple(treatments.doses_for(session, therapies, span)),
        notes=tuple(note for note in daily.notes_for_doctor(session) if _within(note.day, span)),
        scans=tuple(clinic.scans(session)),
        contacts=tuple(clinic.contacts(session)),
        plan_rules=tuple(clinic.plan_rules(session)),
        attachments=tuple(clinic.attachments(session)),
        damaged=session.info.get("damaged", 0),
    )


def _first_day(last_visit: Visit | None, last_day: dt.date) -> dt.date:
    """The first day of a period that nobody chose."""
    if last_visit is None or last_visit.day is None:
        return last_day - _FOUR_WEEKS
    return min(last_visit.day.latest + dt.timedelta(days=1), last_day)


def _within(day: PartialDate | None, span: Span) -> bool:
    return day is not None and span.since <= day.earliest and day.latest <= span.until
