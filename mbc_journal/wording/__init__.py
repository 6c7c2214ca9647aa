"""Translation of texts for people, and how days, numbers and doses are said."""

from mbc_journal.wording.acts import act, act_subject
from mbc_journal.wording.checked import checked_words
from mbc_journal.wording.days import (
    day,
    day_short,
    heading_day,
    heading_day_short,
    month,
    month_short,
    partial,
    period,
    weekday,
    weekday_day,
    weekday_day_short,
)
from mbc_journal.wording.numbers import amount, decimal_text, listed, unit
from mbc_journal.wording.translation import DOMAIN, N_, _, ngettext, say, use_translations

__all__ = [
    "DOMAIN", "N_", "_", "act", "act_subject", "amount", "checked_words", "day", "day_short", "decimal_text",
    "heading_day", "heading_day_short", "listed",
    "month", "month_short", "ngettext", "partial", "period", "say", "unit", "use_translations", "weekday",
    "weekday_day", "weekday_day_short",
]  # fmt: skip
