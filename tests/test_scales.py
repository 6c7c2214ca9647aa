"""Scales are loaded strictly: one entry makes a scale, and a damaged file says where."""

import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from mbc_journal.records import Reading
from mbc_journal.scales import Entry, Scales

DAY = dt.date(2026, 3, 9)
SHIPPED = Scales.load(resources() / "scales")
ITCHY_SCALP = {
    "id": "itchy-scalp",
    "kind": "level",
    "group": "symptom",
    "section": "skin",
    "label": "Itchy scalp",
    "short": "Itchy scalp",
    "aliases": ["Scalp itch"],
    "search_words": ["head"],
    "day": "max",
    "rhythm_days": 1,
    "private": False,
    "core": False,
    "starter": None,
    "ask_today": "How itchy was your scalp today?",
    "ask_week": "How itchy did your scalp get this week?",
    "ask_impact": "",
    "ask_impact_week": "",
    "words": "severity",
    "site": False,
    "side": False,
    "snomed": "",
    "snomed_display": "",
    "snomed_write": False,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped scales that a test may change."""
    return Path(shutil.copytree(resources() / "scales", tmp_path / "scales"))


def write(folder: Path, *entries: dict[str, Any], file: str = "mine.json") -> None:
    (folder / file).write_text(json.dumps({"scales": entries}), encoding="utf-8")


def test_one_entry_in_a_file_is_all_a_new_symptom_needs(folder: Path) -> None:
    write(folder, ITCHY_SCALP)
    found = Scales.load(folder)
    new = found.get("itchy-scalp")
    assert new.check("Severe") == Entry(level=3, value_as_entered="Severe")
    assert new.say(Reading(scale="itchy-scalp", day=DAY, level=2)) == "Moderate"
    assert new in found.find("scalp")
    assert len(found) == len(SHIPPED) + 1


def test_a_new_lab_value_with_its_units_is_one_entry_too(folder: Path) -> None:
    zinc = {key: ITCHY_SCALP[key] for key in list(ITCHY_SCALP)[:13]} | {
        "id": "zinc", "kind": "number", "group": "blood", "section": "", "label": "Zinc", "short": "Zinc",
        "aliases": [], "day": "each", "rhythm_days": 84, "unit": "ug/dL", "loinc": "", "loinc_read": [],
        "other_units": [{"unit": "umol/L", "minus": "0", "times": "6.54", "divide": "1", "plus": "0", "loinc": ""}],
        "decimals": 0, "typo_low": "1", "typo_high": "1000", "reads_like": "", "example": None,
    }  # fmt: skip
    write(folder, zinc)
    assert Scales.load(folder).get("zinc").check("10", "umol/L").value == Decimal("65.4")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"surprise": 1}, "scales[0].surprise (unknown key)"),
        ({"kind": "feeling"}, "scales[0].kind (no such kind)"),
        ({"words": "shouting"}, "scales[0].words (no such words)"),
        ({"section": "moon"}, "scales[0].section (no such section)"),
        ({"group": "moods"}, "scales[0].group ('moods' is not known here)"),
        ({"core": "yes"}, "scales[0].core (bool is expected)"),
        ({"rhythm_days": True}, "scales[0].rhythm_days (int is expected)"),
        ({"aliases": ["a", 1]}, "scales[0].aliases[1] (str is expected)"),
        ({"id": "fatigue"}, "scales[0] (fatigue is there already)"),
    ],
)
def test_a_wrong_entry_names_the_file_and_the_place(folder: Path, change: dict[str, Any], where: str) -> None:
    write(folder, ITCHY_SCALP | change)
    with pytest.raises(ResourceBroken) as problem:
        Scales.load(folder)
    assert problem.value.facts == {"file": "mine.json", "where": where}


@pytest.mark.parametrize("missing", sorted(set(ITCHY_SCALP) - {"kind", "words"}))
def test_no_key_may_be_missing(folder: Path, missing: str) -> None:
    write(folder, {key: value for key, value in ITCHY_SCALP.items() if key != missing})
    with pytest.raises(ResourceBroken, match=rf"scales\[0\]\.{missing} \(missing key\)"):
        Scales.load(folder)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", '{"scales": 1}', "[]", '{"scales": [], "scales": []}', '{"scales": [NaN]}', '{"scales": [1.5]}',
        '{"scales": ["fatigue"]}', '{"scales": [{}]}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_a_problem_a_person_can_be_told(folder: Path, text: str) -> None:
    (folder / "mine.json").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceBroken, match=r"A file of the program is damaged: mine\.json"):
        Scales.load(folder)


def test_a_file_that_is_no_text_is_a_damaged_file(folder: Path) -> None:
    (folder / "mine.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ResourceBroken, match=r"mine\.json"):
        Scales.load(folder)


def test_a_folder_without_scales_is_a_damaged_program(tmp_path: Path) -> None:
    with pytest.raises(ResourceBroken, match=r"words\.json"):
        Scales.load(tmp_path)
