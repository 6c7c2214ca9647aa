"""The words of the program: plain dataclasses that travel from form to file to chart to paper to export."""

from mbc_journal.records.clinic import (
    VISIT_KINDS,
    Attachment,
    AttachmentData,
    Biopsy,
    Comparison,
    Contact,
    PlanRule,
    Question,
    Scan,
    ScanState,
    Visit,
)
from mbc_journal.records.daily import Day, Note, NoteKind, Reading
from mbc_journal.records.profile import PROFILE_ID, ImportBatch, ImportSource, Profile
from mbc_journal.records.row import ME, NEVER, Answer, Moment, PartialDate, Recall, Row, offset_text
from mbc_journal.records.snapshot import Change, CheckResult, Damage, Incoming, Item, Preview, Skipped, Snapshot, Span
from mbc_journal.records.therapy import (
    HOLD_REASONS,
    INTENTS,
    STOP_REASONS,
    Dose,
    DoseState,
    Step,
    StepKind,
    Supply,
    SupplyKind,
    Therapy,
)

STORED: tuple[type[Row], ...] = (
    Profile, Therapy, Step, Dose, Supply, Reading, Day, Note, Visit, Question, Contact, Scan, Biopsy, PlanRule,
    Attachment, AttachmentData, ImportBatch, ImportSource,
)  # fmt: skip
"""Every stored record, parents before children."""

__all__ = [
    "HOLD_REASONS", "INTENTS", "ME", "NEVER", "PROFILE_ID", "STOP_REASONS", "STORED", "VISIT_KINDS", "Answer",
    "Attachment", "AttachmentData", "Biopsy", "Change", "CheckResult", "Comparison", "Contact", "Damage", "Day",
    "Dose", "DoseState", "ImportBatch", "ImportSource", "Incoming", "Item", "Moment", "Note", "NoteKind",
    "PartialDate", "PlanRule", "Preview", "Profile", "Question", "Reading", "Recall", "Row", "Scan", "ScanState",
    "Skipped", "Snapshot", "Span", "Step", "StepKind", "Supply", "SupplyKind", "Therapy", "Visit", "offset_text",
]  # fmt: skip
