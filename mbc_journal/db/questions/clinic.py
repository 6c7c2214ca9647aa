"""Visits, questions for the team, contacts, the team's own rules, scans, samples, attachments."""

import datetime as dt
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.records import Attachment, Biopsy, Contact, PlanRule, Question, Scan, Visit

_visit = tables.visit.c
_question = tables.question.c


def visits(session: Session) -> list[Visit]:
    """Every visit, oldest first; those without a day come before all others."""
    wanted = select(Visit).where(_visit.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_visit.day.nulls_first(), _visit.time.nulls_first(), _visit.id)))


def next_visit(session: Session, today: dt.date) -> Visit | None:
    """The first visit whose exact day is `today` or later."""
    return next((visit for visit in visits(session) if (day := _day(visit)) and day >= today), None)


def last_visit(session: Session, before: dt.date, kind: str = "") -> Visit | None:
    """The latest visit whose exact day is earlier than `before`; of `kind` alone, if one is given."""
    past = [
        visit for visit in visits(session) if (day := _day(visit)) and day < before and (not kind or visit.kind == kind)
    ]
    return past[-1] if past else None


def _day(visit: Visit) -> dt.date | None:
    return visit.day.exact if visit.day else None


def all_questions(session: Session) -> list[Question]:
    """Every question, in her order."""
    wanted = select(Question).where(_question.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_question.order, _question.written_at, _question.id)))


def open_questions(session: Session, visit_id: uuid.UUID | None = None) -> list[Question]:
    """Questions not asked yet that wait for any visit, and those of `visit_id` whether asked or not, in her order.

    A question of a visit in the bin waits for any visit again.
    """
    kept = set(session.scalars(select(_visit.id).where(_visit.binned_at.is_(None))))
    return [
        question
        for question in all_questions(session)
        if (question.visit_id not in kept and not question.asked)
        or (visit_id is not None and question.visit_id == visit_id)
    ]


def contacts(session: Session) -> list[Contact]:
    """Whom to call; the one to call first comes first."""
    contact = tables.contact.c
    wanted = select(Contact).where(contact.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(contact.call_first.desc(), contact.written_at, contact.id)))


def plan_rules(session: Session) -> list[PlanRule]:
    """The team's own rules, in the order they were written down."""
    rule = tables.plan_rule.c
    wanted = select(PlanRule).where(rule.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(rule.written_at, rule.id)))


def scans(session: Session) -> list[Scan]:
    """Every scan, oldest first; those without a day come before all others."""
    scan = tables.scan.c
    return list(session.scalars(select(Scan).where(scan.binned_at.is_(None)).order_by(scan.day.nulls_first(), scan.id)))


def biopsies(session: Session) -> list[Biopsy]:
    """Every tissue sample, oldest first; those without a day come before all others."""
    biopsy = tables.biopsy.c
    wanted = select(Biopsy).where(biopsy.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(biopsy.day.nulls_first(), biopsy.id)))


def attachments(session: Session) -> list[Attachment]:
    """Every attachment, without its bytes, in the order they were added."""
    attachment = tables.attachment.c
    wanted = select(Attachment).where(attachment.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(attachment.written_at, attachment.id)))
