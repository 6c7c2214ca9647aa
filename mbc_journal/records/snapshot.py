"""What passes between the rooms but is not stored: a change, a snapshot, an import and its preview."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from mbc_journal.records.clinic import Attachment, Contact, PlanRule, Question, Scan, Visit
from mbc_journal.records.daily import Day, Note, Reading
from mbc_journal.records.profile import Profile
from mbc_journal.records.row import Row
from mbc_journal.records.therapy import Dose, Step, Therapy


@dataclass(frozen=True)
class Change:
    """What one act wrote: record kinds in lower case ("reading"), rows, and the names Undo and Redo carry now."""

    kinds: frozenset[str]
    rows: tuple[Row, ...] = ()  # rows as they now are
    gone: tuple[Row, ...] = ()  # rows an undo or forget took away
    undone: bool = False
    name: str = ""  # what this act is called, as "Tiredness: Moderate"
    undo: str = ""  # target of the next Undo, "": nothing to undo
    redo: str = ""


@dataclass(frozen=True)
class Span:
    """A period of civil days, both ends in."""

    since: dt.date
    until: dt.date

    @property
    def days(self) -> int:
        """Number of civil days, first and last in."""
        return (self.until - self.since).days + 1

    @property
    def before(self) -> "Span":
        """As many days just before this period."""
        return Span(self.since - dt.timedelta(days=self.days), self.since - dt.timedelta(days=1))


@dataclass(frozen=True)
class Snapshot:
    """Everything a chart or a printed page needs, read once. Rows of the bin and private notes are never in it.

    `readings` and `days` cover `span` and `span.before`, oldest first; `first_answered` looks over the whole journal.
    """

    profile: Profile
    span: Span
    today: dt.date
    visit: Visit | None = None  # the visit this is for
    last_visit: Visit | None = None  # the visit the period counts from
    visits: tuple[Visit, ...] = ()  # visits whose day falls into the span
    questions: tuple[Question, ...] = ()  # in her order
    readings: tuple[Reading, ...] = ()
    days: tuple[Day, ...] = ()
    first_answered: Mapping[str, dt.date] = field(default_factory=dict)
    latest_labs: tuple[Reading, ...] = ()
    therapies: tuple[Therapy, ...] = ()
    steps: tuple[Step, ...] = ()  # all steps of `therapies`, oldest first
    doses: tuple[Dose, ...] = ()  # doses in the span, and the last before it of each therapy
    notes: tuple[Note, ...] = ()  # starred, not private, in the span
    scans: tuple[Scan, ...] = ()
    contacts: tuple[Contact, ...] = ()
    plan_rules: tuple[PlanRule, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    damaged: int = 0  # rows left out because they are not as they were written


@dataclass(frozen=True)
class Skipped:
    """Items of one kind left out for one reason; `where` names the first 20 lines or entries."""

    what: str
    reason: str
    count: int
    where: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One thing found in a file: its kind, the rows it would become, and where it came from."""

    kind: str  # medicine, reading, condition, site, receptor, result, note, procedure, visit, allergy, profile ...
    key: str
    content: str  # SHA-256 of its content
    rows: tuple[Row, ...] = ()
    profile: Mapping[str, object] = field(default_factory=dict)  # profile fields it would fill
    codes: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class Incoming:
    """What a reader found in one file; nothing in it has met the journal yet."""

    format: str
    file: str
    sha256: str
    items: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()  # ids, when the file speaks of more than one
    records: tuple[Row, ...] = ()  # native files: whole records instead of items
    preset: str = ""


@dataclass(frozen=True)
class Preview:
    """What bringing a file in would do to this journal; `rows` is what `journal.save` then writes."""

    incoming: Incoming
    new: Mapping[str, int]
    same: Mapping[str, int]
    conflict: Mapping[str, int]
    rows: tuple[Row, ...]
    batch: UUID | None = None
    restored: bool = False


@dataclass(frozen=True)
class Damage:
    """A row that is not as it was written; or the file itself, as "File". `day` may be partial or ""."""

    record: str
    day: str = ""
    what: str = ""
    id: str = ""


@dataclass(frozen=True)
class CheckResult:
    """What a full check found. Nothing of a row that is not as it was written is ever shown as the person's own."""

    sound: bool
    rows: int
    damaged: tuple[Damage, ...] = ()
