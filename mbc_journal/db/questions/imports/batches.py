"""The batch that an import leaves behind, so that it can be undone and is known a second time."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mbc_journal.problems import ChoiceMissing
from mbc_journal.records import ImportBatch, Incoming, Preview, Profile, Row
from mbc_journal.wording import _

Counts = Mapping[str, Mapping[str, int]]


def previewed(
    incoming: Incoming, counts: Counts, rows: Sequence[Row] = (), batch: ImportBatch | None = None
) -> Preview:
    """The preview of a file with the counts of "new", "same" and "conflict"."""
    return Preview(
        incoming=incoming, new=counts["new"], same=counts["same"], conflict=counts["conflict"], rows=tuple(rows),
        batch=batch.id if batch else None,
    )  # fmt: skip


def batch_of(incoming: Incoming, at: dt.datetime, counts: Counts, before: dict[str, Any] | None) -> ImportBatch:
    """The batch of a file; `counts` are those of new, same and conflict, `before` the profile fields as they were."""
    skipped: Counter[str] = Counter()
    for skip in incoming.skipped:
        skipped[skip.reason] += skip.count
    batch = ImportBatch(
        id=uuid.uuid4(),
        file=incoming.file,
        sha256=incoming.sha256,
        format=incoming.format,
        at=at,
        counts={**{verdict: dict(found) for verdict, found in counts.items()}, "skipped": dict(skipped)},
        before=before,
    )
    batch.import_batch = batch.id
    return batch


def refuse_another_person(mine: Profile, born: Iterable[object], incoming: Incoming, patient: str) -> None:
    """Raise ChoiceMissing if the file's person was born in another year than mine, and was not chosen by id."""
    years = {year for year in born if isinstance(year, int)}
    if mine.birth_year is None or not years or mine.birth_year in years or (patient and patient in incoming.patients):
        return
    raise ChoiceMissing(
        word="patient",
        say=_("The file is about a person born in {other}; this journal is about one born in {mine}.").format(
            other=min(years), mine=mine.birth_year
        ),
        choices=list(incoming.patients),
        format=incoming.format,
    )
