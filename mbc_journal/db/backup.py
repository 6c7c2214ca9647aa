"""Backups: a copy counts only when it was opened again, checked whole, and brought to the disk."""

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from mbc_journal import __version__, files
from mbc_journal.clock import Clock
from mbc_journal.db import integrity, migrations, questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.new_file import said_of
from mbc_journal.problems import JournalDamaged

_NAME = re.compile(r"(\d{6})-.+\.mbcj")
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Backup:
    """A verified copy, as its manifest beside it says; times in UTC."""

    path: Path
    counter: int
    made_at: str
    reason: str
    schema: int
    app: str
    act_seq: int
    bytes: int
    sha256: str
    verified_at: str
    rows: Mapping[str, int]


def make(journal: Journal, folder: Path, clock: Clock, reason: str = "asked", key: str = "") -> Backup:
    """Copy the open journal into `folder`, check the copy, and only then give it its name and manifest.

    `key` is that of a locked journal. `reason` is one word. Raises CannotWrite, and JournalDamaged if the copy is not
    sound: it is kept as "...-sick.mbcj", for it may be all there is.
    """
    made_at = clock.now()
    with said_of(folder):
        counter = _next_counter(folder)
    path = folder / f"{counter:06d}-{made_at:%Y%m%d-%H%M%S}-{reason}.mbcj"
    part = folder / f".{path.name}.part"
    with said_of(path), ExitStack() as at_end:
        part.unlink(missing_ok=True)
        journal.copy_to(part)
        at_end.callback(part.unlink, missing_ok=True)
        if not _is_whole(journal, part, key):
            os.replace(part, path.with_name(f"{path.stem}-sick.mbcj"))
            raise JournalDamaged(path=journal.path)
        found = _moved(part, path)
    _journal_id, act_seq = journal.ask(questions.identity)
    backup = Backup(
        path=path,
        counter=counter,
        made_at=_utc(made_at),
        reason=reason,
        schema=len(migrations.STEPS),
        app=__version__,
        act_seq=act_seq,
        bytes=path.stat().st_size,
        sha256=found,
        verified_at=_utc(clock.now()),
        rows={"all": sum(journal.ask(questions.counts).values())} if key else journal.ask(questions.counts),
    )
    _write_manifest(backup)
    return backup


def _next_counter(folder: Path) -> int:
    known = [int(match[1]) for name in os.listdir(folder) if (match := _NAME.fullmatch(name))]
    return max(known, default=0) + 1


def _is_whole(journal: Journal, part: Path, key: str) -> bool:
    """Open the copy again: it must be sound and hold as many rows as its source."""
    result = integrity.check_file(part, key)
    return result.sound and result.rows == sum(journal.ask(questions.counts).values())


def _moved(part: Path, path: Path) -> str:
    """Give the copy its name, on the disk; returns the SHA-256 of its bytes."""
    found = hashlib.sha256()
    with part.open("rb") as copy:
        while block := copy.read(_BLOCK):
            found.update(block)
        os.fsync(copy.fileno())
    os.replace(part, path)
    files.sync_folder(path.parent)
    return found.hexdigest()


def _write_manifest(backup: Backup) -> None:
    said = {name: value for name, value in asdict(backup).items() if name != "path"}
    text = json.dumps(said, ensure_ascii=False, indent=2)
    files.write_whole(backup.path.with_suffix(".json"), f"{text}\n".encode())


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
