"""Plans read from the words people write: "twice a day, days 1 to 14 of 21"; the person confirms what was read."""

import re
from collections.abc import Mapping
from typing import Any

_Plan = dict[str, Any]

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"other": "2", "second": "2", "third": "3", "fourth": "4"}

_NEEDED = re.compile(r"\b(?:as|when|if) (?:i )?need(?:ed| it)?\b|\bprn\b")
_DAYS_OF = re.compile(r"\bdays? 1 ?(?:to|-|\u2013|until) ?(\d{1,3}) (?:of|in|every)(?: every| a)? (\d{1,3})\b")
_ON_OFF = re.compile(
    r"\b(\d{1,3}) (day|week)s?(?: on)?,? ?(?:and |then |followed by )?"
    r"(\d{1,3}) (day|week)s? (?:off|without|of rest|rest|break)"
)
_SINGLE_DAYS = re.compile(
    r"\bdays? (\d{1,3}(?:(?:, ?and |, ?| and | ?& ?)(?:days? )?\d{1,3})*) ?(?:of|in|every)(?: every| a)? (\d{1,3})\b"
)
_EVERY = re.compile(r"\b(?:every|once every|each)(?: (\d{1,3}))? ?(day|week)s?\b")
_WEEKLY = re.compile(r"\b(?:once|1 times?) (?:a|per|each) week\b|(?<!times )\bweekly\b|\b1 times weekly\b")
_DAILY = re.compile(r"\bdaily\b|\b(?:a|per|each|every) day\b|\bmorning|\bevening|\bat night\b|\bbedtime\b|\bhours\b")
_TIMES = re.compile(r"\b(\d{1,2})(?: times|x| x)(?: (?:a|per|each|every) day| daily)")
_HOURS = re.compile(r"\bevery (\d+) hours\b")
_SOME_DAYS_ONLY = re.compile(
    r"\bexcept\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bweek(?:day|end)s?\b"
    r"|\b(?:[2-9]|\d\d) times (?:(?:a|per|each) week|weekly)\b"
)
"""What no plan that is read here can count."""
_OTHER_DAY = re.compile(r"\bdays? \d|\band \d+\b")
_FIRST_DAY = re.compile(r"\bon day 1$")
_MOST_TIMES = 12
_LONGEST = 365
_LONGEST_TEXT = 300  # letters that are looked at


def read_plan(words: str) -> Mapping[str, Any] | None:
    """The plan that `words` describe, without a person's own keys; None if they say none that is known."""
    text = _plain(words)
    if any(not 1 <= int(times) <= _MOST_TIMES for times in _TIMES.findall(text)):
        return None  # "30 times a day" counts as nothing we know, least of all as once
    if any(not _fits_a_day(int(hours)) for hours in _HOURS.findall(text)):
        return None  # and so does "every 72 hours"
    if _SOME_DAYS_ONLY.search(text):
        return None
    for reader in (_as_needed, _days_of, _on_off, _single_days, _weekly, _every, _daily):
        found = reader(text)
        if found is not None:
            return found
    return None


def _plain(words: str) -> str:
    text = " ".join(words[:_LONGEST_TEXT].casefold().replace("once daily", "1 times a day").split())
    text = re.sub(r"\btwice\b", "2 times", re.sub(r"\bonce (?=a day|per day|each day|every day)", "1 times ", text))
    return re.sub(r"[a-z]+", _as_number, text)


def _as_number(found: re.Match[str]) -> str:
    return _NUMBERS.get(found[0], found[0])


def _per_day(text: str) -> int:
    """How often a day; once where nothing is said."""
    times, hours = _TIMES.search(text), _HOURS.search(text)
    if times:
        return int(times[1])
    if hours and _fits_a_day(int(hours[1])):
        return 24 // int(hours[1])
    return 2 if "morning and evening" in text or "morning and night" in text else 1


def _fits_a_day(hours: int) -> bool:
    """Whether doses so many hours apart stand at the same times each day."""
    return 2 <= hours <= 24 and 24 % hours == 0


def _as_needed(text: str) -> _Plan | None:
    return {"kind": "as_needed"} if _NEEDED.search(text) else None


def _days_of(text: str) -> _Plan | None:
    found = _DAYS_OF.search(text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]) <= _LONGEST:
        return None
    return _blocks(int(found[1]), int(found[2]) - int(found[1]), text)


def _on_off(text: str) -> _Plan | None:
    found = _ON_OFF.search(text)
    if found is None:
        return None
    if _WEEKLY.search(text):
        return None  # "weekly for 3 weeks, 1 week off": not every day of them
    on, off = (int(found[place]) * (7 if found[place + 1] == "week" else 1) for place in (1, 3))
    return _blocks(on, off, text) if 1 <= on <= _LONGEST and off <= _LONGEST else None


def _blocks(on: int, off: int, text: str) -> _Plan:
    return {"kind": "on_off", "per_day": _per_day(text), "on": on, "off": off}


def _single_days(text: str) -> _Plan | None:
    found = _SINGLE_DAYS.search(text)
    if found is None:
        return None
    days = sorted({int(day) for day in re.findall(r"\d+", found[1])})
    if not 1 <= days[0] <= days[-1] <= int(found[2]) <= _LONGEST:
        return None
    return {"kind": "cycle_days", "per_day": _per_day(text), "length": int(found[2]), "days": days}


def _weekly(text: str) -> _Plan | None:
    if not _WEEKLY.search(text) or _ON_OFF.search(text):
        return None
    return {"kind": "every", "per_day": 1, "n": 7, "unit": "day", "loading": []}


def _days_apart(found: re.Match[str]) -> int:
    """How many days "every 3 weeks" means."""
    return int(found[1] or 1) * (7 if found[2] == "week" else 1)


def _every(text: str) -> _Plan | None:
    found = _EVERY.search(text)
    if found is None:
        return None
    count = _days_apart(found)
    if count == 1:
        return _daily(text)
    if _TIMES.search(text) or "daily" in text or _OTHER_DAY.search(_FIRST_DAY.sub("", text)):
        return None  # "twice daily for 14 days every 21 days": not one dose every 21 days
    return {"kind": "every", "per_day": 1, "n": count, "unit": "day", "loading": []} if 1 < count <= 366 else None


def _daily(text: str) -> _Plan | None:
    apart = _EVERY.search(text)
    if not (_DAILY.search(text) or _TIMES.search(text)) or (apart and _days_apart(apart) > 1):
        return None
    return {"kind": "daily", "per_day": _per_day(text)}
