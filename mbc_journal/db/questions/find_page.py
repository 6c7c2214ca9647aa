"""What Find reads beside the notes: questions and visits that hold some words."""

from sqlalchemy import ColumnElement, func, literal_column, or_, select, table
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.db.columns import clean
from mbc_journal.records import Question, Visit

_question = tables.question.c
_visit = tables.visit.c
_MOST_WORDS = 24


def questions(session: Session, words: str, most: int) -> list[Question]:
    """Questions that hold all of `words`, each begun or whole, in text or answer: open ones first, then the newest."""
    held = _holds("question", words, (_question.text, _question.answer))
    wanted = select(Question).where(held, _question.binned_at.is_(None))
    newest = (_question.asked, _question.written_at.desc(), _question.id)
    return list(session.scalars(wanted.order_by(*newest).limit(most)))


def visits(session: Session, words: str, most: int) -> list[Visit]:
    """Visits that hold all of `words` in who, where, said or changes, newest first; those without a day come last."""
    held = _holds("visit", words, (_visit.who, _visit.where, _visit.said, _visit.changes))
    wanted = select(Visit).where(held, _visit.binned_at.is_(None))
    newest = (_visit.day.desc().nulls_last(), _visit.time.desc().nulls_last(), _visit.id)
    return list(session.scalars(wanted.order_by(*newest).limit(most)))


def _holds(name: str, words: str, columns: tuple[ColumnElement[str], ...]) -> ColumnElement[bool]:
    """Rows of table `name` with these words; signs that are no words are looked for as they stand."""
    sought = clean(words).replace("\ufffd", "").strip()
    chunks = [chunk for chunk in sought.split() if any(letter.isalnum() for letter in chunk)][:_MOST_WORDS]
    if not chunks:
        return or_(*(func.instr(column, sought) > 0 for column in columns))
    quoted = " ".join('"' + chunk.replace('"', '""') + '"*' for chunk in chunks)
    index: ColumnElement[str] = literal_column(f"{name}_words")
    rowid: ColumnElement[int] = literal_column("rowid")
    found = select(rowid).select_from(table(f"{name}_words")).where(index.op("MATCH")(quoted))
    return literal_column(f"{name}.rowid").in_(found)
