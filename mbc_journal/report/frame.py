"""What stands round a page: its title, whose it is, the period, the footer."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import mbc_journal
from mbc_journal import series, wording
from mbc_journal.records import PartialDate, Snapshot, Visit
from mbc_journal.report.options import A4, LETTER, Options
from mbc_journal.report.said import Said, filled, joined, typed
from mbc_journal.wording import N_, _, ngettext

_TITLE_ROOM = 70
_WHO_ROOM = 36  # so that the day behind it is never cut
_HELPER_ROOM = 20
VISIT_WORDS: Mapping[str, str] = {
    "oncologist": N_("oncologist"), "nurse": N_("nurse"), "infusion": N_("infusion"), "radiation": N_("radiation"),
    "surgeon": N_("surgeon"), "palliative": N_("palliative care"), "family_doctor": N_("family doctor"),
    "blood_test": N_("blood test"), "scan": N_("scan"), "emergency": N_("emergency"),
}  # fmt: skip


def heading(visit: Visit | None) -> Said:
    """As "For my visit: oncologist, Wed 25 Nov 2026"; "For my visit" where none is planned."""
    if visit is None:
        return Said(_("For my visit"))
    kind = Said(_(VISIT_WORDS[visit.kind])) if visit.kind in VISIT_WORDS else typed(visit.who, _WHO_ROOM)
    day = Said(_day(visit.day)) if visit.day is not None else Said()
    about = joined([kind, day], ", ")
    return filled(_("For my visit: {about}"), about=about).within(_TITLE_ROOM) if about else Said(_("For my visit"))


def _day(day: PartialDate) -> str:
    return wording.weekday_day(day.exact) if day.exact is not None else wording.partial(day)


def day_in_names(shot: Snapshot) -> dt.date:
    """The day a file of this page is named after: that of the visit, else the day of printing."""
    exact = shot.visit.day.exact if shot.visit is not None and shot.visit.day is not None else None
    return exact or shot.today


def period(shot: Snapshot) -> str:
    """As "3 to 23 Nov 2026. Logged on 17 of 21 days; 2 more days I was too unwell to log; 3 days added later."."""
    logged = series.logged(shot.readings, shot.days, shot.span)
    said = logged.words_on_paper
    if not logged.logged and not logged.too_unwell:
        said = ngettext("Nothing was logged on this day.", "Nothing was logged in these {days} days.", logged.days)
    return _("{period}. {logged}").format(
        period=wording.period(shot.span.since, shot.span.until), logged=said.format(days=logged.days)
    )


def name_and_birth_year(shot: Snapshot, options: Options) -> tuple[str, str]:
    """Name and birth year, only if ticked for this print; "" is a line to write on."""
    if not options.name_on_page:
        return "", ""
    return typed(shot.profile.name, 60).text, str(shot.profile.birth_year or "")


def footer(shot: Snapshot, today: dt.date) -> str:
    """Who wrote this, who did not check it, whose words the levels are, and with what it was made."""
    others = _written_by(series.logged(shot.readings, shot.days, shot.span).by_others)
    written = _("Written by the person named above from their own entries.")
    if others:
        written = _("Written by the person named above from their own entries ({others}).").format(others=others)
    return " ".join(
        [
            written,
            _("Not checked by a clinician."),
            _("None to Very severe: the journal's own words."),
            made_with(today),
        ]
    )


def paper_of(shot: Snapshot, options: Options) -> str:
    """The paper this is printed on: as chosen for this print, else as in the profile, else A4."""
    return LETTER if (options.paper or shot.profile.paper or A4) == LETTER else A4


def made_with(today: dt.date) -> str:
    """As "mbc-journal 1.0, 23 Nov 2026."."""
    return _("{program}, {day}.").format(program=f"mbc-journal {mbc_journal.__version__}", day=wording.day(today))


def sheet_data(title: str, paper: str, made_up: bool = False) -> dict[str, Any]:
    """What the shared sheet of every template needs, but for size and footer; `title` is that of the file."""
    mark = _("Made-up data") if made_up else ""
    return {
        "lang": "en",
        "title": f"{title}. {mark}" if mark else title,
        "paper": "us-letter" if paper == LETTER else paper,
        "made_up": mark,
        "page": _("Page {page} / {pages}"),
    }


def _written_by(by_others: Mapping[str, int]) -> str:
    """As "4 written by my sister", "7 written by 2 helpers"; "" where nobody helped."""
    count = sum(by_others.values())
    if len(by_others) > 1:
        return _("{count} written by {helpers} helpers").format(count=count, helpers=len(by_others))
    names = [typed(name, _HELPER_ROOM).text for name in by_others]
    return _("{count} written by {name}").format(count=count, name=names[0] or _("a helper")) if names else ""
