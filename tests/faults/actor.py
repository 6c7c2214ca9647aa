"""A process that writes to a journal until it is stopped: `python -m tests.faults.actor ACT FILE`.

After each act that returned it prints one line: the id of the row, or the name of the backup. Acts: save, bin, undo,
backup; `full` saves under a limit of the file's size until one is refused, then lifts the limit and tries again;
`stubborn` tries each of forty notes until it is saved; `read` opens the journal where it cannot be written.
"""

import datetime as dt
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from mbc_journal.clock import Clock
from mbc_journal.db import backup, questions
from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotSaved
from mbc_journal.records import Note, PartialDate

DAY = dt.date(2026, 3, 2)
ACTS = 10_000


def _read() -> dt.datetime:
    return dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def _note(number: int) -> Note:
    return Note(day=PartialDate.of(DAY), text=f"note {number} " + "of some length " * (number % 400))


def _save(journal: Journal, _file: Path) -> Iterator[object]:
    for number in range(ACTS):
        note = _note(number)
        journal.save(note, name="Note")
        yield note.id


def _bin(journal: Journal, _file: Path) -> Iterator[object]:
    for number in range(ACTS):
        note = _note(number)
        journal.save(note)
        journal.bin(note)
        yield note.id


def _undo(journal: Journal, _file: Path) -> Iterator[object]:
    """Only notes with an odd number stay."""
    for number in range(ACTS):
        note = _note(number)
        journal.save(note)
        if number % 2:
            yield note.id
        else:
            journal.undo()


def _backup(journal: Journal, file: Path) -> Iterator[object]:
    for number in range(ACTS):
        journal.save(_note(number))
        yield backup.make(journal, file.parent, Clock(_read)).path.name


def _full(journal: Journal, file: Path) -> Iterator[object]:
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 20_000, hard))
    for number in range(ACTS):
        note = _note(number + 300)
        try:
            journal.save(note)
        except NotSaved as problem:
            yield f"refused: {problem.facts['why']}"
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            journal.save(note)
            yield note.id
            return
        yield note.id


def _stubborn(journal: Journal, _file: Path) -> Iterator[object]:
    """Forty notes, each tried until it is saved."""
    for number in range(40):
        note = _note(number)
        for _time in range(9):
            try:
                journal.save(note)
            except NotSaved as problem:
                yield f"refused: {problem.facts['why']}"
            else:
                yield note.id
                break


def _try_to_save(journal: Journal, _file: Path) -> Iterator[object]:
    yield journal.read_only
    yield len(journal.ask(questions.notes))
    try:
        journal.save(_note(0))
    except NotSaved as problem:
        yield f"refused: {problem.facts['why']}"


def main(act: str, file: Path) -> None:
    """Do `act` on the journal at `file` again and again, saying each id when it is saved."""
    journal = Journal(file, Clock(_read))
    acts = {
        "save": _save, "bin": _bin, "undo": _undo, "backup": _backup, "full": _full, "stubborn": _stubborn,
        "read": _try_to_save,
    }  # fmt: skip
    for done in acts[act](journal, file):
        sys.stdout.write(f"{done}\n")
        sys.stdout.flush()
    journal.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
