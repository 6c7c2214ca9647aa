"""Who the journal is about, and which file a row was brought in from."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from mbc_journal.records.row import Row

PROFILE_ID = uuid.UUID("6d62632d-6a6f-4e72-8e61-6c0000000001")
"""The id of a journal's single Profile row, the same in every journal."""


@dataclass(kw_only=True, eq=False)
class Profile(Row):
    """The one person of this journal, and how Today looks for her. "" and () mean not known or not chosen."""

    id: uuid.UUID = PROFILE_ID
    name: str = ""
    birth_year: int | None = None
    er: str = ""  # "positive", "negative", or the words as told
    pr: str = ""
    her2: str = ""  # also "low", "ultralow"
    biomarkers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()  # ids of resources/codes/sites.csv, or free words
    allergies: tuple[str, ...] = ()
    port: str = ""
    matters: str = ""  # "What matters to me now", in her words
    units: tuple[str, ...] = ()  # preferred UCUM units, as ("[degF]", "[lb_av]")
    paper: str = ""  # "a4" or "letter"
    made_up: bool = False  # a demo journal; says so on screen and paper
    rows: tuple[str, ...] = ()  # scale ids of Today's rows in order; (): the starter rows
    rhythm: str = ""  # "" or "daily", "some_days", "weekly"
    helpers: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()  # what she does not want to see: scale ids, "markers", "weight"
    paused_until: dt.date | None = None


@dataclass(kw_only=True, eq=False)
class ImportBatch(Row):
    """One file brought in; undoing it restores the journal exactly."""

    file: str
    sha256: str
    format: str
    at: dt.datetime  # UTC
    counts: dict[str, Any] = field(default_factory=dict)  # new, same, conflict, skipped as reported
    before: dict[str, Any] | None = None  # profile fields as they were


@dataclass(kw_only=True, eq=False)
class ImportSource(Row):
    """Where one item of a batch came from: the key that lets a second import of it be known as the same."""

    item: str  # kind of item: medicine, reading, condition ...
    key: str  # format, patient, type and id; or the item's SHA-256
    content: str  # SHA-256 of the item's content
    of: str = ""  # record kind the item became, "": none of its own (profile fields)
    of_id: uuid.UUID | None = None
    codes: tuple[str, ...] = ()  # original codes, "system|code"
