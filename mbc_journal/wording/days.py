"""How days, periods and partial dates are said: "9 Nov 2026", "3 to 23 Nov 2026", "about March 2024"."""

import datetime as dt
from typing import Protocol

from mbc_journal.wording.translation import N_, _

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May "), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
    N_("Nov"), N_("Dec"),
)  # fmt: skip
_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def month(number: int) -> str:
    """Full name of month 1-12."""
    return _(_MONTHS[number - 1])


def month_short(number: int) -> str:
    """Short name of month 1-12; the msgid of May has a space behind it, so that it can differ from the full name."""
    return _(_SHORT_MONTHS[number - 1]).strip()


def weekday(day: dt.date) -> str:
    """Full name of the day of the week."""
    return _(_WEEKDAYS[day.weekday()])


def day(day: dt.date) -> str:
    """As "9 Nov 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_short(day.month), year=day.year)


def day_short(day: dt.date) -> str:
    """As "9 Nov"."""
    return _("{day} {month}").format(day=day.day, month=month_short(day.month))


def weekday_day(day: dt.date) -> str:
    """As "Wed 25 Nov 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(_SHORT_WEEKDAYS[day.weekday()]), day=day.day, month=month_short(day.month), year=day.year
    )


def weekday_day_short(day: dt.date) -> str:
    """As "Wed 25 Nov"."""
    return _("{weekday} {day} {month}").format(
        weekday=_(_SHORT_WEEKDAYS[day.weekday()]), day=day.day, month=month_short(day.month)
    )


def heading_day(day: dt.date) -> str:
    """As "Monday 9 March 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday(day), day=day.day, month=month(day.month), year=day.year
    )


def heading_day_short(day: dt.date) -> str:
    """As "Sunday 8 March"."""
    return _("{weekday} {day} {month}").format(weekday=weekday(day), day=day.day, month=month(day.month))


def period(since: dt.date, until: dt.date, year: bool = True) -> str:
    """As "3 to 23 Nov 2026", "13 Oct to 2 Nov 2026", "3 Dec 2025 to 2 Jan 2026"; `year` False leaves one year out."""
    last = day(until) if year or since.year != until.year else day_short(until)
    if since == until:
        return last
    if since.year != until.year:
        first = day(since)
    elif since.month != until.month:
        first = day_short(since)
    else:
        first = str(since.day)
    return _("{first} to {last}").format(first=first, last=last)


class Partial(Protocol):
    """What is said of a partial date; a `records.PartialDate` is one. Words stand below records and know none."""

    @property
    def about(self) -> bool:
        """Whether the person said "about"."""

    @property
    def parts(self) -> tuple[int, int | None, int | None]:
        """Year, month or None, day or None."""


def partial(date: Partial) -> str:
    """As "2021", "March 2021", "14 Mar 2021", with "about" where it was said."""
    year, month_number, day_number = date.parts
    if day_number is not None and month_number is not None:
        text = day(dt.date(year, month_number, day_number))
    elif month_number is not None:
        text = _("{month} {year}").format(month=month(month_number), year=year)
    else:
        text = str(year)
    return _("about {date}").format(date=text) if date.about else text
