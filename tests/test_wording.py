"""Days, numbers and acts are said as people say them, in their language."""

import datetime as dt
import struct
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from mbc_journal import wording
from mbc_journal.paths import resources
from mbc_journal.records import PartialDate
from mbc_journal.wording import _, use_translations

NOVEMBER = dt.date(2026, 11, 9)


def catalogue(texts: dict[str, str]) -> bytes:
    """The bytes of a .mo file with these texts, as GNU gettext writes it."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"} | texts
    keys = [key.encode() for key in sorted(texts)]
    values = [texts[key.decode()].encode() for key in keys]
    start = 28 + 16 * len(keys)
    offsets, data = [], b""
    for block in (keys, values):
        for text in block:
            offsets.append((len(text), start + len(data)))
            data += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + b"".join(struct.pack("<2I", *pair) for pair in offsets) + data


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    texts = {"Saved": "Gespeichert", "{count} day\0{count} days": "{count} Tag\0{count} Tage"}
    (folder / "mbc_journal.mo").write_bytes(catalogue(texts))
    monkeypatch.setenv("LANGUAGE", "de")
    use_translations(tmp_path)
    yield
    use_translations(resources() / "locale")


def test_texts_are_said_in_the_language_of_the_environment(german: None) -> None:
    assert (_("Saved"), _("Undo"), _("")) == ("Gespeichert", "Undo", "")
    assert [wording.ngettext("{count} day", "{count} days", n).format(count=n) for n in (1, 2)] == ["1 Tag", "2 Tage"]


def test_without_a_translation_english_is_said() -> None:
    assert _("Saved") == "Saved"


def test_days_are_said_shortly_and_at_length() -> None:
    assert wording.day(NOVEMBER) == "9 Nov 2026"
    assert wording.day_short(dt.date(2026, 5, 1)) == "1 May"
    assert wording.weekday_day(NOVEMBER) == "Mon 9 Nov 2026"
    assert wording.weekday_day_short(NOVEMBER) == "Mon 9 Nov"
    assert wording.heading_day(NOVEMBER) == "Monday 9 November 2026"
    assert wording.heading_day_short(NOVEMBER) == "Monday 9 November"


@pytest.mark.parametrize(
    ("since", "until", "says"),
    [
        ("2026-11-03", "2026-11-23", "3 to 23 Nov 2026"),
        ("2026-10-13", "2026-11-02", "13 Oct to 2 Nov 2026"),
        ("2025-12-03", "2026-01-02", "3 Dec 2025 to 2 Jan 2026"),
        ("2026-11-09", "2026-11-09", "9 Nov 2026"),
    ],
)
def test_a_period_says_no_more_than_it_must(since: str, until: str, says: str) -> None:
    assert wording.period(dt.date.fromisoformat(since), dt.date.fromisoformat(until)) == says


def test_a_period_can_leave_its_year_out() -> None:
    assert wording.period(dt.date(2026, 10, 13), dt.date(2026, 11, 2), year=False) == "13 Oct to 2 Nov"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2021", "2021"),
        ("2021-03", "March 2021"),
        ("2021-03~", "about March 2021"),
        ("2021-03-14", "14 Mar 2021"),
        ("2021-03-14~", "about 14 Mar 2021"),
    ],
)
def test_a_partial_date_is_said_as_precisely_as_it_was_given(text: str, says: str) -> None:
    assert wording.partial(PartialDate(text)) == says


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-02-30", "2021-3", "about 2021", "2021-03-14T08:00"])
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a partial date"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-10", "2024-02-10", "2024-02-10"),
        ("2024-02-10~", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_partial_date_means_a_range_of_days(text: str, earliest: str, latest: str) -> None:
    date = PartialDate(text)
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (earliest, latest)


def test_numbers_keep_their_digits_and_units_their_signs() -> None:
    assert wording.amount(Decimal("0.10"), "mg") == "0.10 mg"
    assert wording.amount(Decimal("1E+3"), "10*9/L") == "1000 \u00d7 10\u2079/L"
    assert wording.amount(Decimal("38.2"), "Cel") == "38.2 \u00b0C"
    assert wording.amount(None, "mg") == ""


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("/min", "97 a minute"),
        ("ug/dL", "97 µg/dL"),
        ("umol/mol", "97 µmol/mol"),
        ("10*6/uL", "97 10*6/µL"),
        ("cup", "97 cup"),
        ("mouthful", "97 mouthful"),
        ("{score}", "97"),
    ],
)
def test_units_of_files_are_said_as_people_write_them(code: str, says: str) -> None:
    assert wording.amount(Decimal(97), code) == says


def test_lists_end_with_and() -> None:
    assert [wording.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_undo_names_what_an_act_was_about() -> None:
    name = wording.act("Tiredness", "Moderate")
    assert (name, wording.act_subject(name), wording.act_subject("Card closed")) == (
        "Tiredness: Moderate",
        "Tiredness",
        "Card closed",
    )
