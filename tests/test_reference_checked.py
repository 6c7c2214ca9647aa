"""When a page was checked, and what it says once that is long ago."""

import datetime as dt

import pytest

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.reference import Reference, pages
from mbc_journal.wording import checked_words

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
TODAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("days", "today", "said"),
    [
        ([], "2026-11-26", ""),
        (["", ""], "2026-11-26", "Not yet checked."),
        (["2026-11-23", ""], "2027-11-23", "Checked on 23 Nov 2026."),
        (["2026-11-23"], "2027-11-24", "Checked on 23 Nov 2026. That is more than a year ago; it may have changed."),
        (["2024-02-29"], "2025-02-28", "Checked on 29 Feb 2024."),
        (["2024-02-29"], "2025-03-01", "Checked on 29 Feb 2024. That is more than a year ago; it may have changed."),
        (
            ["2026-11-23", "2027-10-01"],
            "2027-11-24",
            "Checked on 1 Oct 2027. Some of it was checked more than a year ago; it may have changed.",
        ),
    ],
)
def test_twelve_months_after_its_check_a_page_says_that_it_may_have_changed(
    days: list[str], today: str, said: str
) -> None:
    assert checked_words(days, dt.date.fromisoformat(today)) == said


def test_every_page_grows_old_a_year_after_it_was_checked() -> None:
    later = dt.date(2027, 11, 24)
    for one in REFERENCE.catalogue.drugs:
        fresh, old = pages.treatment(REFERENCE, one, TODAY).checked, pages.treatment(REFERENCE, one, later).checked
        assert "may have changed" not in fresh
        assert old == fresh if fresh == "Not yet checked." else "may have changed" in old, one.id
    for found in REFERENCE.topics:
        checked = pages.topic(REFERENCE, found, later, door_open=True).checked
        assert checked in ("", "Not yet checked.") or "may have changed" in checked, found.id
