"""Visits, questions, contacts, scans, samples, the team's own rules, and files kept with them."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mbc_journal.records.row import PartialDate, Row

VISIT_KINDS = (
    "oncologist", "nurse", "infusion", "radiation", "surgeon", "palliative", "family_doctor", "blood_test", "scan",
    "emergency", "other",
)  # fmt: skip


@dataclass(kw_only=True, eq=False)
class Visit(Row):
    """A past or coming visit; `time` and `end_time` are wall times on `day`."""

    day: PartialDate | None = None
    time: dt.time | None = None
    end_time: dt.time | None = None
    utc_offset: str = ""
    kind: str = "oncologist"  # one of VISIT_KINDS
    who: str = ""
    where: str = ""
    said: str = ""
    changes: str = ""
    hours_away: Decimal | None = None


@dataclass(kw_only=True, eq=False)
class Question(Row):
    """A question for the team; without `visit_id` it is open and waits for the next visit."""

    order: int = 0
    topic: str = ""
    text: str
    visit_id: uuid.UUID | None = None
    asked: bool = False
    answer: str = ""


@dataclass(kw_only=True, eq=False)
class Contact(Row):
    """A person or line to call."""

    role: str = ""
    name: str = ""
    phone: str = ""
    hours: str = ""
    call_first: bool = False
    emergency: bool = False


class ScanState(StrEnum):
    """Whether the result is known."""

    WAITING = "waiting"
    RESULT = "result"


@dataclass(kw_only=True, eq=False)
class Scan(Row):
    """A scan and what she was told of it; `worry` while waiting is 0-10, None: not asked."""

    day: PartialDate | None = None
    kind: str = ""
    state: ScanState = ScanState.WAITING
    worry: int | None = None
    told: str = ""


@dataclass(kw_only=True, eq=False)
class Biopsy(Row):
    """A tissue sample with its receptors; the latest fills the profile."""

    day: PartialDate | None = None
    site: str = ""
    er: str = ""
    pr: str = ""
    her2: str = ""
    biomarkers: tuple[str, ...] = ()
    note: str = ""


class Comparison(StrEnum):
    """How a reading meets the team's own limit."""

    AT_OR_ABOVE = "at_or_above"
    ABOVE = "above"
    AT_OR_BELOW = "at_or_below"
    BELOW = "below"


@dataclass(kw_only=True, eq=False)
class PlanRule(Row):
    """The team's own words about one scale; `met` holds "moment called|not called|not said" texts."""

    scale: str
    comparison: Comparison
    value: Decimal
    unit: str = ""
    words: str = ""
    contact_id: uuid.UUID | None = None
    met: tuple[str, ...] = ()


@dataclass(kw_only=True, eq=False)
class Attachment(Row):
    """A photo or document of a reading, note, visit or scan, <= 10 MB; its bytes are an AttachmentData row."""

    of: str  # reading, note, visit or scan
    of_id: uuid.UUID
    name: str = ""
    media_type: str = ""
    bytes: int = 0
    sha256: str = ""


@dataclass(kw_only=True, eq=False)
class AttachmentData(Row):
    """The bytes of the attachment with the same id, and a small PNG of it."""

    data: bytes
    thumbnail: bytes = b""
