"""The tables of the file, one a stored record, and the mapping of the records onto them.

Every table is STRICT; its last column, `sum`, is the checksum of all the others in their order and no field of the
record. A new column goes to the end, as ALTER TABLE puts it there.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, text
from sqlalchemy.orm import registry
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from mbc_journal import records
from mbc_journal.db import columns

metadata = MetaData()


def _column(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], *more: SchemaItem) -> Column[Any]:
    """A column that must hold a value."""
    return Column(name, kind, *more, nullable=False)


def _maybe(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], *more: SchemaItem) -> Column[Any]:
    """A column that may be empty: not known, not answered."""
    return Column(name, kind, *more, nullable=True)


def _words(*names: str) -> list[Column[Any]]:
    """Text columns; "" is nothing said."""
    return [_column(name, columns.WORDS) for name in names]


def _flag(name: str) -> Column[Any]:
    return _column(name, columns.FLAG, CheckConstraint(f'"{name}" IN (0, 1)'))


def _between(name: str, least: int, most: int) -> Column[Any]:
    return _maybe(name, Integer, CheckConstraint(f'"{name}" BETWEEN {least} AND {most}'))


def _choice(name: str, words: type[StrEnum]) -> Column[Any]:
    allowed = ", ".join(f"'{word.value}'" for word in words)
    return _column(name, columns.choice(words), CheckConstraint(f'"{name}" IN ({allowed})'))


def _refers(name: str, table: str, needed: bool = False) -> Column[Any]:
    """The id of a row of `table`; looked at when an act is committed, so its rows may come in any order."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, columns.IDENTITY, key, nullable=not needed)


def _table(name: str, *items: SchemaItem, row: SchemaItem | None = None) -> Table:
    """A table with what every row has before its own columns, and the sum behind them."""
    return Table(
        name,
        metadata,
        Column("id", columns.IDENTITY, *([] if row is None else [row]), primary_key=True, nullable=False),
        _column("written_at", columns.INSTANT),
        _column("changed_at", columns.INSTANT),
        _column("written_by", columns.WORDS),
        _maybe("binned_at", columns.INSTANT),
        _maybe("import_batch", columns.IDENTITY),
        *(item for item in items if isinstance(item, Column)),
        _column("sum", Integer),
        *(item for item in items if not isinstance(item, Column)),
        sqlite_strict=True,
    )


profile = _table(
    "profile",
    *_words("name"),
    _between("birth_year", 1850, 2200),
    *_words("er", "pr", "her2"),
    _column("biomarkers", columns.TEXTS),
    _column("sites", columns.TEXTS),
    _column("allergies", columns.TEXTS),
    *_words("port", "matters"),
    _column("units", columns.TEXTS),
    *_words("paper"),
    _flag("made_up"),
    _column("rows", columns.TEXTS),
    *_words("rhythm"),
    _column("helpers", columns.TEXTS),
    _column("hidden", columns.TEXTS),
    _maybe("paused_until", columns.DAY),
)

therapy = _table(
    "therapy",
    *_words("reference_id", "name", "kind", "intent"),
    _between("line", 1, 20),
    *_words("regimen", "why", "note"),
)

step = _table(
    "step",
    _refers("therapy_id", "therapy", needed=True),
    _choice("kind", records.StepKind),
    _maybe("on", columns.PARTIAL),
    _maybe("time", columns.TIME),
    _maybe("dose", columns.NUMBER),
    *_words("unit"),
    _maybe("pieces", columns.NUMBER),
    *_words("brand", "route"),
    _maybe("schedule", columns.KEYED),
    _maybe("cycle", Integer),
    *_words("reason", "reason_words", "best_response", "note"),
    Index("step_therapy", "therapy_id"),
)

dose = _table(
    "dose",
    _refers("therapy_id", "therapy", needed=True),
    _maybe("planned_day", columns.DAY),
    _maybe("planned_slot", Integer),
    _choice("state", records.DoseState),
    _maybe("at", columns.MOMENT),
    _maybe("dose", columns.NUMBER),
    *_words("unit"),
    _maybe("pieces", columns.NUMBER),
    *_words("reason", "reason_words", "note"),
    Index("dose_therapy", "therapy_id", "planned_day"),
)

supply = _table(
    "supply",
    _refers("therapy_id", "therapy", needed=True),
    _choice("kind", records.SupplyKind),
    _column("at", columns.MOMENT),
    _column("pieces", columns.NUMBER),
    *_words("note"),
    Index("supply_therapy", "therapy_id"),
)

reading = _table(
    "reading",
    *_words("scale"),
    _column("day", columns.DAY),
    _maybe("time", columns.TIME),
    *_words("utc_offset"),
    _choice("period", records.Recall),
    _maybe("value", columns.NUMBER),
    *_words("unit", "comparator"),
    _between("level", 0, 4),
    _choice("state", records.Answer),
    *_words("value_as_entered", "unit_as_entered"),
    _maybe("range_low", columns.NUMBER),
    _maybe("range_high", columns.NUMBER),
    *_words("range_text", "body_site", "body_side", "note"),
    CheckConstraint("state = 'answered' OR (level IS NULL AND value IS NULL)", name="only_answers_have_values"),
    Index("reading_scale", "scale", "day"),
    Index("reading_day", "day"),
)

day = _table(
    "day",
    _column("day", columns.DAY),
    _between("how_hard", 0, 4),
    _flag("too_unwell"),
    Index("day_once", "day", unique=True, sqlite_where=text("binned_at IS NULL")),
)

note = _table(
    "note",
    _maybe("day", columns.PARTIAL),
    _maybe("time", columns.TIME),
    _choice("kind", records.NoteKind),
    *_words("text"),
    _column("tags", columns.TEXTS),
    *_words("strategy"),
    _between("helped", 0, 4),
    *_words("linked_symptom"),
    _flag("for_doctor"),
    _flag("private"),
    Index("note_day", "day"),
)

visit = _table(
    "visit",
    _maybe("day", columns.PARTIAL),
    _maybe("time", columns.TIME),
    _maybe("end_time", columns.TIME),
    *_words("utc_offset", "kind", "who", "where", "said", "changes"),
    _maybe("hours_away", columns.NUMBER),
)

question = _table(
    "question",
    _column("order", Integer),
    *_words("topic", "text"),
    _refers("visit_id", "visit"),
    _flag("asked"),
    *_words("answer"),
)

contact = _table("contact", *_words("role", "name", "phone", "hours"), _flag("call_first"), _flag("emergency"))

scan = _table(
    "scan",
    _maybe("day", columns.PARTIAL),
    *_words("kind"),
    _choice("state", records.ScanState),
    _between("worry", 0, 10),
    *_words("told"),
)

biopsy = _table(
    "biopsy",
    _maybe("day", columns.PARTIAL),
    *_words("site", "er", "pr", "her2"),
    _column("biomarkers", columns.TEXTS),
    *_words("note"),
)

plan_rule = _table(
    "plan_rule",
    *_words("scale"),
    _choice("comparison", records.Comparison),
    _column("value", columns.NUMBER),
    *_words("unit", "words"),
    _refers("contact_id", "contact"),
    _column("met", columns.TEXTS),
)

attachment = _table(
    "attachment",
    *_words("of"),
    _column("of_id", columns.IDENTITY),
    *_words("name", "media_type"),
    _column("bytes", Integer),
    *_words("sha256"),
    Index("attachment_of", "of_id"),
)

attachment_data = _table(
    "attachment_data",
    _column("data", LargeBinary),
    _column("thumbnail", LargeBinary),
    row=ForeignKey("attachment.id", deferrable=True, initially="DEFERRED"),
)

import_batch = _table(
    "import_batch",
    *_words("file", "sha256", "format"),
    _column("at", columns.INSTANT),
    _column("counts", columns.KEYED),
    _maybe("before", columns.KEYED),
)

import_source = _table(
    "import_source",
    *_words("item", "key", "content", "of"),
    _maybe("of_id", columns.IDENTITY),
    _column("codes", columns.TEXTS),
    Index("import_source_key", "key"),
)

TABLES: dict[type[records.Row], Table] = {
    records.Profile: profile, records.Therapy: therapy, records.Step: step, records.Dose: dose,
    records.Supply: supply, records.Reading: reading, records.Day: day, records.Note: note, records.Visit: visit,
    records.Question: question, records.Contact: contact, records.Scan: scan, records.Biopsy: biopsy,
    records.PlanRule: plan_rule, records.Attachment: attachment, records.AttachmentData: attachment_data,
    records.ImportBatch: import_batch, records.ImportSource: import_source,
}  # fmt: skip
"""The table of each stored record, in the order of STORED."""

_mapped = registry()
for _record, _its_table in TABLES.items():
    _mapped.map_imperatively(_record, _its_table, exclude_properties=["sum"])
