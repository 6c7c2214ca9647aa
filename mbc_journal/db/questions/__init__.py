"""Every read, one function each, named by what it returns: `journal.ask(questions.readings, "fatigue", since, until)`.

Nothing from the bin, but where it says so; detached records, free to use and to keep.
"""

from mbc_journal.db.questions.clinic import (
    all_questions,
    attachments,
    biopsies,
    contacts,
    last_visit,
    next_visit,
    open_questions,
    plan_rules,
    scans,
    visits,
)
from mbc_journal.db.questions.daily import (
    day,
    days,
    first_answered,
    last_day,
    latest_numbers,
    notes,
    notes_for_doctor,
    notes_on,
    readings,
    readings_between,
    readings_on,
)
from mbc_journal.db.questions.everything import binned, counts, everything, identity
from mbc_journal.db.questions.snapshot import snapshot
from mbc_journal.db.questions.treatments import doses, doses_for, profile, steps, supplies, therapies

__all__ = [
    "all_questions", "attachments", "binned", "biopsies", "contacts", "counts", "day", "days", "doses", "doses_for",
    "everything", "first_answered", "identity", "last_day", "last_visit", "latest_numbers", "next_visit", "notes",
    "notes_for_doctor", "notes_on", "open_questions", "plan_rules", "profile", "readings", "readings_between",
    "readings_on", "scans", "snapshot", "steps", "supplies", "therapies", "visits",
]  # fmt: skip
