"""Whom to call and when: the call signs of the reference, and what the page decides about numbers and the team's rules.

The lists are the same for everyone; nothing here looks at what was logged.
"""

from mbc_journal.call.guide import (
    FILE,
    Fact,
    Guide,
    Limit,
    Line,
    Sign,
    Source,
    Statement,
    Urgency,
    checked_last,
    limit_words,
    load,
    words,
)
from mbc_journal.call.lists import NOT_REVIEWED, NOT_SURE, SAME_FOR_EVERYONE, CallList, emergency_words, lists
from mbc_journal.call.own import (
    COMPARISONS,
    EMERGENCY_ROLE,
    called_first,
    chosen_emergency,
    contact_name,
    contact_words,
    doubt,
    emergency,
    limit_text,
    may_have_rule,
    numbers,
    rule_title,
)
from mbc_journal.call.sources import source_lines, source_words

__all__ = [
    "COMPARISONS", "EMERGENCY_ROLE", "FILE", "NOT_REVIEWED", "NOT_SURE", "SAME_FOR_EVERYONE", "CallList", "Fact",
    "Guide", "Limit", "Line", "Sign", "Source", "Statement", "Urgency", "called_first", "checked_last",
    "chosen_emergency", "contact_name", "contact_words", "doubt", "emergency", "emergency_words", "limit_text",
    "limit_words", "lists", "load", "may_have_rule", "numbers", "rule_title", "source_lines", "source_words",
    "words",
]  # fmt: skip
