"""The verb that writes a journal into a file of another format."""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence

from mbc_journal import exchange, files
from mbc_journal.cli.journals import left_behind, opened, refuse_a_journal
from mbc_journal.cli.outcome import Outcome, entry
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.problems import CannotWrite
from mbc_journal.records import AttachmentData, Row
from mbc_journal.wording import _

_RECORDS = {"private_notes": "Note", "attachments": "Attachment"}  # name in left_out -> record


def export(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Write every record into a file of one format."""
    refuse_a_journal(asked.out)
    with opened(asked.file, clock) as journal:
        rows = journal.ask(questions.everything)
        damaged, said = len(journal.check.damaged), left_behind(journal)
    kind = exchange.format_of(asked.format)
    if kind is None or kind.write is None:
        raise CannotWrite(path=asked.out, why=_("this format cannot be written yet"))
    data, left_out = kind.write(rows, asked.with_private_notes)
    written = files.write_whole(asked.out, data, asked.force)
    result = {
        "format": asked.format,
        **entry(written),
        "records": _records(rows, left_out),
        "left_out": {**left_out, **({"damaged": damaged} if damaged else {})},
    }
    return Outcome(result, said=(said, _("Anyone who opens this file can read it.")))


def _records(rows: Sequence[Row], left_out: Mapping[str, int]) -> dict[str, int]:
    """Written records by kind; the bytes of an attachment are part of it."""
    counted = Counter(type(row).__name__ for row in rows if not isinstance(row, AttachmentData))
    for name, count in left_out.items():
        counted[_RECORDS[name]] -= count
    return {kind: count for kind, count in counted.items() if count > 0}
