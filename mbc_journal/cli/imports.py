"""The verb that brings a file in: read, compared, and then all of it or nothing."""

import argparse
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mbc_journal import exchange
from mbc_journal.cli.journals import opened
from mbc_journal.cli.outcome import Outcome
from mbc_journal.clock import Clock
from mbc_journal.db import backup, questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions import imports
from mbc_journal.exchange.report import import_result, refusal
from mbc_journal.paths import Paths
from mbc_journal.problems import CannotWrite, ChoiceMissing, ImportRefused, NotSaved
from mbc_journal.records import Incoming, Preview
from mbc_journal.wording import _


def bring_in(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Bring a file into a journal, which is made if it is not there; a refusal writes nothing."""
    try:
        incoming = exchange.read(asked.source, asked.format, asked.patient)
        seen = _brought(asked, clock, incoming)
    except (ImportRefused, ChoiceMissing) as problem:
        return Outcome(refusal(problem), problem.exit_code, (str(problem),))
    written = Counter(type(row).__name__ for row in seen.rows)
    return Outcome(import_result(seen, written, asked.dry_run), said=(_summary(seen, asked.dry_run),))


def _brought(asked: argparse.Namespace, clock: Clock, incoming: Incoming) -> Preview:
    """What the file brings; written, unless this is a dry run."""
    is_there = asked.file.exists() or asked.file.is_symlink()
    source = opened(asked.file, clock) if is_there else _empty(asked.file, clock)
    with source as journal:
        seen = journal.ask(imports.preview, incoming, clock.utc(), asked.patient)
        if is_there and seen.rows and not asked.dry_run:
            _save(journal, seen, clock)
    if not is_there and not asked.dry_run:
        create(asked.file, clock, *seen.rows)
    return seen


def _save(journal: Journal, seen: Preview, clock: Clock) -> None:
    """A backup of what is there, then one transaction."""
    journal_id, _act = journal.ask(questions.identity)
    if journal.ask(questions.counts):
        where = Paths.of_this_system()
        folder = where.made(where.made(where.made(where.data) / "backups") / journal_id)
        backup.make(journal, folder, clock, "import")
    try:
        journal.save(*seen.rows, name=seen.incoming.file)
    except NotSaved as problem:
        raise CannotWrite(path=journal.path, why=problem.facts["why"]) from problem


@contextmanager
def _empty(path: Path, clock: Clock) -> Iterator[Journal]:
    """An empty journal beside the place of the new one, to compare with; it is gone at the end."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        create(beside, clock)
    except CannotWrite as problem:
        raise CannotWrite(path=path, why=problem.facts["why"]) from problem
    try:
        with opened(beside, clock) as journal:
            yield journal
    finally:
        beside.unlink(missing_ok=True)


def _summary(seen: Preview, dry_run: bool) -> str:
    new, same = sum(seen.new.values()), sum(seen.same.values())
    skipped = sum(skip.count for skip in seen.incoming.skipped)
    conflicts = sum(seen.conflict.values())
    if dry_run:
        text = _(
            "This would bring {new} new; {same} are known, {conflicts} differ and stay mine, {skipped} are skipped."
        )
    else:
        text = _("{new} new; {same} were known, {conflicts} differ and stayed mine, {skipped} were skipped.")
    return text.format(new=new, same=same, conflicts=conflicts, skipped=skipped)
