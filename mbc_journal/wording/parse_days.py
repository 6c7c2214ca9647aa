"""Dates and times in the words people type: "2024", "about March 2024", "14.3.2024", "yesterday", "8 am"."""

import datetime as dt
import re
from collections.abc import Callable

from mbc_journal.records import PartialDate
from mbc_journal.wording.days import day as day_words
from mbc_journal.wording.days import month, month_short
from mbc_journal.wording.translation import N_, _

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_ABOUT = (
    N_("about"), N_("around"), N_("roughly"), N_("approximately"), N_("approx"), N_("circa"), N_("maybe"),
    N_("perhaps"),
    N_("early"), N_("mid"), N_("late"), N_("beginning of"), N_("start of"), N_("middle of"), N_("end of"),
    N_("spring"), N_("summer"), N_("autumn"), N_("fall"), N_("winter"), "ca", "c", "~",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_FILLERS = re.compile(r"\b(?:the|of|in|on|since)\b|(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.|,")
_RELATIVE_DAYS = ((N_("today"), 0), (N_("yesterday"), -1), (N_("tomorrow"), 1))
_RELATIVE_MONTHS = ((N_("this month"), 0), (N_("last month"), -1), (N_("next month"), 1))
_RELATIVE_YEARS = ((N_("this year"), 0), (N_("last year"), -1), (N_("next year"), 1))

_YEAR = re.compile(r"(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_AGO = re.compile(r"(\d{1,3}) days? ago")
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?([0-5]\d))? ?(?:h|([ap])\.?m\.?)?")


class NotADate(ValueError):
    """A text that is no date or time; its own text is the sentence to show beside the field."""


def parse_partial(text: str, today: dt.date) -> PartialDate:
    """The date meant by `text`, as precise as it was given; a date without a year is the one nearest to `today`.

    Raises NotADate with the sentence to show beside the field; a partial date is never refused.
    """
    words = " ".join(text.replace("\0", "").casefold().split())
    rest, about = _without_about(words)
    plain = " ".join(_FILLERS.sub(" ", rest).split())
    for reader in (_relative, _numbers, _month_words):
        found = reader(plain, today)
        if found is not None:
            return PartialDate(f"{found}~") if about else PartialDate(found)
    raise NotADate(
        _("{text} is not a date we know. Write it like 2024, March 2024 or 14 March 2024.").format(text=_short(text))
    )


def parse_time(text: str) -> dt.time:
    """The time of day in `text`: "8:05", "8.05", "0805", "8", "8 am", "14h30". Raises NotADate for anything else."""
    found = _TIME.fullmatch(" ".join(text.casefold().split()))
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found[3] == "p" else 0)
        if hour < 24:
            return dt.time(hour, minute)
    raise NotADate(_("{text} is not a time we know. Write it like 8:05 or 14:30.").format(text=_short(text)))


def _without_about(words: str) -> tuple[str, bool]:
    """`words` without "about" and the like before or "~" behind them, and whether any stood there."""
    about = words.endswith("~")
    rest = words.removesuffix("~").strip().removeprefix("the ")
    for mark in (*(_(mark) for mark in _ABOUT), *_ABOUT):
        found = re.match(rf"{re.escape(mark.casefold())}(?:[\s.~-]+|(?<=~))(?=\S)", rest)
        if found is not None:
            return _without_about(rest[found.end() :])[0], True
    return rest, about


def _relative(words: str, today: dt.date) -> str | None:
    for text, step in _RELATIVE_DAYS:
        if words in (text, _(text).casefold()):
            return (today + dt.timedelta(days=step)).isoformat()
    for text, step in _RELATIVE_MONTHS:
        if words in (text, _(text).casefold()):
            years, index = divmod(today.year * 12 + today.month - 1 + step, 12)
            return f"{years:04d}-{index + 1:02d}"
    for text, step in _RELATIVE_YEARS:
        if words in (text, _(text).casefold()):
            return f"{today.year + step:04d}"
    ago = _AGO.fullmatch(words)
    return (today - dt.timedelta(days=int(ago[1]))).isoformat() if ago else None


def _numbers(words: str, _today: dt.date) -> str | None:
    orders: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_YEAR, lambda found: _made(found[1])),
        (_ISO, lambda found: _made(found[1], found[2], found[3])),
        (_YEAR_MONTH, lambda found: _made(found[1], found[2])),
        (_MONTH_YEAR, lambda found: _made(found[2], found[1])),
        (_DOTTED, lambda found: _made(found[3], found[2], found[1])),
        (_SLASHED, _day_or_month_first),
    )
    for pattern, make in orders:
        found = pattern.fullmatch(words)
        if found is not None:
            return make(found)
    return None


def _day_or_month_first(found: re.Match[str]) -> str:
    """A date with slashes is read only where it can be read in one way."""
    first, second, year = int(found[1]), int(found[2]), found[3]
    if first > 12 or first == second:
        return _made(year, second, first)
    if second > 12:
        return _made(year, first, second)
    one, other = (dt.date.fromisoformat(_made(year, *pair)) for pair in ((second, first), (first, second)))
    why = _("This can be {one} or {other}. Write the month as a word.")
    raise NotADate(why.format(one=day_words(one), other=day_words(other)))


def _month_words(words: str, today: dt.date) -> str | None:
    parts = words.replace(".", " ").replace("-", " ").replace("/", " ").split()
    months = [number for part in parts if (number := _month_number(part)) is not None]
    numbers = [part for part in parts if part.isascii() and part.isdigit()]
    if len(months) != 1 or len(numbers) != len(parts) - 1 or len(numbers) > 2:
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) > 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
        return None
    if not years:
        return _nearest(months[0], days, today)
    return _made(years[0], months[0], *days)


def _nearest(month_number: int, days: list[str], today: dt.date) -> str:
    """The year that brings the month, or the day, nearest to `today`."""
    wanted = [today.year - 1, today.year, today.year + 1]
    middle = int(days[0]) if days else 15
    year = min(
        wanted,
        key=lambda year: abs((year - today.year) * 365 + (month_number - today.month) * 30.4 + middle - today.day),
    )
    return _made(year, month_number, *days)


def _month_number(word: str) -> int | None:
    """The month that `word` names or begins, in this language or in English."""
    for number in range(1, 13):
        names = (month(number).casefold(), month_short(number).casefold().rstrip("."), _ENGLISH_MONTHS[number - 1])
        if word in names or (len(word) >= 3 and any(name.startswith(word) for name in names)):
            return number
    return None


def _made(year: int | str, *parts: int | str) -> str:
    """The text of a PartialDate, checked. Raises NotADate where there is no such day."""
    numbers = [int(part) for part in parts]
    text = "-".join([f"{int(year):04d}", *(f"{number:02d}" for number in numbers)])
    try:
        dt.date(int(year), *[*numbers, 1, 1][:2])
    except ValueError as wrong:
        raise NotADate(_("There is no such day: {text}.").format(text=text)) from wrong
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise NotADate(
            _("Is the year {year} right? We know {first} to {last}.").format(
                year=year, first=EARLIEST_YEAR, last=LATEST_YEAR
            )
        )
    return text


def _short(text: str) -> str:
    """What was typed on one short line, without letters that cannot be seen."""
    clean = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return clean if len(clean) <= 40 else f"{clean[:39]}\u2026"
