"""Therapies over time: pure functions over civil dates; no clock, no time zone."""

from mbc_journal.schedule.bars import Bar, Clock, Mode, Segment, bar, bars, clock_on, is_cancer_treatment
from mbc_journal.schedule.dosage import Dosage, DoseChange, Now, dosage_on, dose_changes, now, told_plan
from mbc_journal.schedule.plan import gap, is_wide, plan_words, starts
from mbc_journal.schedule.story import (
    Line,
    bar_words,
    change_words,
    changes_in,
    hold_words,
    holds_in,
    lines,
    reason_name,
    reason_words,
)
from mbc_journal.schedule.timeline import Hold, State, acts_on, finish, holds, in_order, state

__all__ = [
    "Bar",
    "Clock",
    "Dosage",
    "DoseChange",
    "Hold",
    "Line",
    "Mode",
    "Now",
    "Segment",
    "State",
    "acts_on",
    "bar",
    "bar_words",
    "bars",
    "change_words",
    "changes_in",
    "clock_on",
    "dosage_on",
    "dose_changes",
    "finish",
    "gap",
    "hold_words",
    "holds",
    "holds_in",
    "in_order",
    "is_cancer_treatment",
    "is_wide",
    "lines",
    "now",
    "plan_words",
    "reason_name",
    "reason_words",
    "starts",
    "state",
    "told_plan",
]  # fmt: skip
