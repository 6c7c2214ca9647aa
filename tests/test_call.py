"""When to call and whom: every sign is there, sourced, plainly worded, and the same for everyone."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import call
from mbc_journal.call import Fact, Guide, Line, Sign, Urgency
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from tests import plain_words

FOLDER = resources() / "reference" / "en"
GUIDE = call.load(FOLDER)
TODAY = dt.date(2026, 11, 26)
EMERGENCY = {
    "CHEST", "BREATHSEV", "ALLERGY", "STROKE", "RHYTHM", "CORD", "CONF", "DROWSY", "SEPSIS", "BLEEDSEV", "SVC", "DARK",
}  # fmt: skip
CALL_NOW = {"FEVER", "BREATH", "CLOT", "PAIN", "BACK", "BRAIN", "HIGHCA", "DEHYD"}


def sign(key: str) -> Sign:
    return next(one for one in GUIDE.signs if one.key == key)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], None]], Path]:
    """A folder with signs.json after a change: `changed(lambda all_of_it: all_of_it["signs"].clear())`."""

    def make(change: Callable[[dict[str, Any]], None]) -> Path:
        whole = json.loads((FOLDER / call.FILE).read_text(encoding="utf-8"))
        change(whole)
        (tmp_path / call.FILE).write_text(json.dumps(whole), encoding="utf-8")
        return tmp_path

    return make


# -- what ships --------------------------------------------------------------------------------------------------


def test_all_signs_are_there_once() -> None:
    keys = [one.key for one in GUIDE.signs]
    assert len(keys) == len(set(keys)) == 51


def test_the_page_everyone_has_holds_exactly_the_signs_that_are_always_shown() -> None:
    assert {one.key for one in GUIDE.always(Urgency.EMERGENCY)} == EMERGENCY
    assert {one.key for one in GUIDE.always(Urgency.CALL_NOW)} == CALL_NOW


def test_each_statement_has_a_source_and_a_day_or_says_that_it_has_not() -> None:
    for said in GUIDE.statements():
        own = isinstance(said, Fact) and said.own
        assert own or said.unchecked or (said.source_ids and said.checked), call.words(said)
        assert not (own and said.source_ids)


def test_what_is_unchecked_names_no_day_on_which_it_was_checked() -> None:
    assert [call.words(said) for said in GUIDE.shown() if said.unchecked and said.checked] == []
    assert any(said.unchecked for said in GUIDE.notes)


def test_each_source_is_used_and_is_not_one_that_nobody_read() -> None:
    used = {name for said in GUIDE.statements() for name in said.source_ids}
    assert used == {source.id for source in GUIDE.sources}
    assert [source.id for source in GUIDE.sources if source.read == "not read"] == []


def test_the_words_are_plain() -> None:
    texts = [call.words(said) for said in GUIDE.statements() if not isinstance(said, Line)]
    assert plain_words.words_a_sentence(texts) <= 15
    assert plain_words.grade(texts) <= 8


def test_a_sign_is_whole_sentences_to_the_person() -> None:
    for one in GUIDE.signs:
        text = call.words(one)
        assert text[0].isupper()
        assert text.endswith(".")
        assert "{" not in text


def test_nothing_comforts_and_nothing_speaks_of_entries() -> None:
    texts = " ".join(call.words(said) for said in GUIDE.shown()).casefold()
    never = ("do not worry", "probably", "usually harmless", "you logged", "wait")
    assert [word for word in never if word in texts] == []


def test_the_fever_line_is_said_in_both_units() -> None:
    assert call.words(sign("FEVER")) == "Your temperature is 38.0 °C (100.4 °F) or higher, or you have shaking chills."


def test_only_a_scale_with_a_published_limit_has_one() -> None:
    limit = GUIDE.limit("temperature")
    assert limit is not None
    assert (limit.celsius, limit.fahrenheit) == (Decimal("38.0"), Decimal("100.4"))
    assert GUIDE.limit("weight") is None
    assert GUIDE.limit("") is None


def test_dark_thoughts_are_an_emergency_and_have_lines_to_call() -> None:
    assert sign("DARK").urgency is Urgency.EMERGENCY
    assert [call.words(line) for line in GUIDE.lines] == [
        "United States: 988",
        "Spain: 024",
        "Canada: 988",
        "United Kingdom and Ireland: 116 123",
    ]


def test_emergency_numbers_are_offered_and_none_stands_first_by_guess() -> None:
    assert GUIDE.emergency_numbers == ("112", "911", "999", "000")


# -- sources in words --------------------------------------------------------------------------------------------


def test_sources_are_numbered_in_the_order_the_page_names_them() -> None:
    numbered = GUIDE.numbered()
    assert list(numbered.values()) == list(range(1, len(numbered) + 1))
    assert [numbered[name] for name in GUIDE.shown()[0].source_ids] == [1, 2, 3]


def test_a_source_is_said_with_its_own_date_our_date_and_its_address() -> None:
    source = next(one for one in GUIDE.sources if one.id == "oncolink-neutropenic-fever")
    assert call.source_words(source, 7, TODAY) == (
        "[7] OncoLink, 27 Jul 2022: Neutropenic fever. Checked 23 Nov 2026. "
        "https://www.oncolink.org/cancer-treatment/hospital-helpers/oncologic-emergencies/neutropenic-fever"
    )


def test_a_source_without_a_date_says_so() -> None:
    source = next(one for one in GUIDE.sources if one.id == "northstar-emergencies")
    words = call.source_words(source, 1, TODAY)
    assert "no date given" in words
    assert words.endswith("Checked 23 Nov 2026.")


@pytest.mark.parametrize(("today", "old"), [(dt.date(2026, 1, 2), False), (dt.date(2026, 1, 4), True)])
def test_a_label_of_more_than_two_years_may_have_changed(today: dt.date, old: bool) -> None:
    source = next(one for one in GUIDE.sources if one.id == "fda-verzenio")
    assert source.date == "2024-01-03"
    assert ("may have changed" in call.source_words(source, 1, today)) is old


def test_a_page_that_is_no_label_never_says_that_it_may_have_changed() -> None:
    source = next(one for one in GUIDE.sources if one.id == "cruk-svco")
    assert "may have changed" not in call.source_words(source, 1, TODAY)


def test_the_latest_check_is_what_the_button_says() -> None:
    assert call.checked_last(GUIDE) == dt.date(2026, 11, 23)
    assert call.checked_last(Guide((), (), (), (), (), ())) is None


# -- a damaged file ----------------------------------------------------------------------------------------------

Change = Callable[[dict[str, Any]], None]


def _no_sources(whole: dict[str, Any]) -> None:
    whole["sources"].clear()


def _no_signs(whole: dict[str, Any]) -> None:
    del whole["signs"]


def _more(whole: dict[str, Any]) -> None:
    whole["signs"][0]["advice"] = "wait"


def _urgency(whole: dict[str, Any]) -> None:
    whole["signs"][0]["urgency"] = "later"


def _date(whole: dict[str, Any]) -> None:
    whole["sources"][0]["date"] = "2024-13-45"


def _day(whole: dict[str, Any]) -> None:
    whole["signs"][0]["checked"] = "yesterday"


@pytest.mark.parametrize("change", [_no_sources, _no_signs, _more, _urgency, _date, _day])
def test_a_file_that_is_not_whole_is_refused_by_name(changed: Callable[[Change], Path], change: Change) -> None:
    with pytest.raises(ResourceBroken) as broken:
        call.load(changed(change))
    assert "signs.json" in str(broken.value)
    assert "Your journal was not touched." in str(broken.value)


def test_no_file_no_text_and_half_a_file_are_refused(tmp_path: Path) -> None:
    whole = (FOLDER / call.FILE).read_bytes()
    with pytest.raises(ResourceBroken):
        call.load(tmp_path)
    for cut in (0, 1, len(whole) // 2, len(whole) - 3):
        (tmp_path / call.FILE).write_bytes(whole[:cut])
        with pytest.raises(ResourceBroken):
            call.load(tmp_path)
    shutil.copy(FOLDER / call.FILE, tmp_path)
    assert call.load(tmp_path) == GUIDE


def test_lines_and_facts_are_said_as_they_are() -> None:
    assert call.words(Line("Spain", "024", (), "", True)) == "Spain: 024"
    assert call.words(Fact("As it {is}.", (), "", False, True)) == "As it {is}."
