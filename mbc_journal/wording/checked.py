"""How it is said when something was checked, and that it may have changed since."""

import datetime as dt
from collections.abc import Iterable

from mbc_journal.wording.days import day
from mbc_journal.wording.translation import _


def checked_words(days: Iterable[str], today: dt.date) -> str:
    """When statements were checked last, of the ISO days of each ("": never); and whether a year has gone since."""
    told = list(days)
    known = sorted(dt.date.fromisoformat(one) for one in told if one)
    if not known:
        return _("Not yet checked.") if told else ""
    words = _("Checked on {day}.").format(day=day(known[-1]))
    if _is_old(known[-1], today):
        return _("{checked} That is more than a year ago; it may have changed.").format(checked=words)
    if _is_old(known[0], today):
        return _("{checked} Some of it was checked more than a year ago; it may have changed.").format(checked=words)
    return words


def _is_old(checked: dt.date, today: dt.date) -> bool:
    return (checked.year + 1, checked.month, checked.day) < (today.year, today.month, today.day)
