"""What ships as data is complete, refers only to what is there, in words we allow and letters our fonts can set."""

import csv
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.ft2font import FT2Font

from mbc_journal import content
from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.records import STOP_REASONS
from mbc_journal.scales import Group, Kind, Scale, Scales

ROOT = resources()
SCALES = Scales.load(ROOT / "scales")
REFERENCE = Catalogue.load(ROOT / "reference" / "en")
TEXT_FILES = sorted([*ROOT.glob("scales/*.json"), *ROOT.glob("reference/*/*.json")])
FONTS = sorted(ROOT.glob("fonts/*.ttf"))
BANNED = (
    "battle", "battles", "battling", "fight", "fights", "fighting", "fighter", "warrior", "survivor", "survivors",
    "loser", "failed treatment", "treatment failed", "failed", "streak", "missed!", "pink", "ribbon", "pro-ctcae",
    "compliance",
)  # fmt: skip
LOINC = re.compile(r"\d{1,5}-\d")
VERHOEFF_TIMES = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043",
    "8765932104", "9876543210",
)  # fmt: skip
VERHOEFF_MOVES = (
    "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "codes" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_loinc(code: str) -> bool:
    """Whether the last digit is the check digit of the others (Luhn)."""
    digits = [int(digit) for digit in reversed(code.replace("-", ""))]
    doubled = [digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(digits)]
    return LOINC.fullmatch(code) is not None and sum(doubled) % 10 == 0


def is_snomed(code: str) -> bool:
    """Whether the last digit is the check digit of the others (Verhoeff)."""
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = int(VERHOEFF_TIMES[check][int(VERHOEFF_MOVES[place % 8][int(digit)])])
    return check == 0


def of_group(*groups: Group) -> list[Scale]:
    return [scale for scale in SCALES if scale.group in groups]


# -- words and letters -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: str(path.name))
def test_no_text_says_what_we_never_say(path: Path) -> None:
    for text in texts(content.load(path)):
        said = [word for word in BANNED if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.casefold())]
        assert said == [], text


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: str(path.name))
def test_texts_are_clean(path: Path) -> None:
    for text in texts(content.load(path)):
        assert text == text.strip()
        assert "  " not in text
        assert set(text) <= set(string.ascii_letters + string.digits + string.punctuation + " °"), text


def test_our_fonts_can_set_every_letter_we_ship() -> None:
    drawn = set().union(*(FT2Font(str(font)).get_charmap() for font in FONTS if "Regular" in font.name))
    shipped = {letter for path in TEXT_FILES for text in texts(content.load(path)) for letter in text}
    shipped |= set("°×⁹³²µ…")  # noqa: RUF001 - what units and cut texts are said with
    assert {letter for letter in shipped if ord(letter) not in drawn} == set()


# -- scales ------------------------------------------------------------------------------------------------------


def test_all_symptoms_and_results_are_there() -> None:
    kinds = [scale.kind for scale in of_group(Group.SYMPTOM)]
    assert [kinds.count(kind) for kind in (Kind.LEVEL, Kind.COUNT, Kind.YES_NO)] == [51, 6, 14]
    assert len(of_group(Group.MARKER, Group.BLOOD, Group.HEART, Group.VITAL, Group.SCORE)) == 46
    assert [scale.id for scale in of_group(Group.OTHER)] == ["how-hard"]


def test_the_impact_of_every_level_symptom_that_asks_it_has_both_questions() -> None:
    asked = [scale for scale in SCALES if scale.ask_impact or scale.ask_impact_week]
    assert len(asked) == 28
    assert all(scale.ask_impact.endswith("?") and scale.ask_impact_week.endswith("?") for scale in asked)


def test_ids_are_unique_and_plain() -> None:
    for ids in ([scale.id for scale in SCALES], [drug.id for drug in REFERENCE.drugs]):
        assert len(ids) == len(set(ids))
        assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []
        assert not any(one.endswith("-impact") for one in ids)


@pytest.mark.parametrize("scale", list(SCALES), ids=lambda scale: str(scale.id))
def test_a_scale_has_all_that_screen_and_paper_need(scale: Scale) -> None:
    assert scale.label
    assert 0 < len(scale.short) <= 24
    assert scale.rhythm_days >= 1
    assert (scale.section == "") == (scale.group is not Group.SYMPTOM)
    if scale.kind is not Kind.NUMBER:
        assert scale.ask_today.endswith("?")
    if scale.kind is Kind.LEVEL:
        assert scale.ask_week.endswith("?")
    if scale.kind is Kind.COUNT:
        assert scale.unit
        assert scale.unit_one
        assert None not in (scale.least, scale.most, scale.step)


def test_no_name_or_alias_means_two_scales() -> None:
    names: dict[str, str] = {}
    for scale in SCALES:
        for name in {name.casefold() for name in (scale.id, scale.label, scale.short, *scale.aliases)}:
            assert names.setdefault(name, scale.id) == scale.id, name


def test_every_code_has_its_check_digit() -> None:
    loincs = {
        code for one in SCALES for code in (one.loinc, *one.loinc_read, *(unit.loinc for unit in one.other_units))
    }
    assert {code for code in loincs - {""} if not is_loinc(code)} == set()
    snomeds = {one.snomed for one in SCALES} | {row["snomed"] for row in table("sites.csv") + table("stop_reasons.csv")}
    assert {code for code in snomeds - {""} if not is_snomed(code)} == set()
    assert not is_loinc("718-8")
    assert not is_snomed("84229002")


def test_no_code_means_two_scales() -> None:
    for codes in (
        [code for one in SCALES for code in {one.loinc, *one.loinc_read, *(unit.loinc for unit in one.other_units)}],
        [scale.snomed for scale in SCALES],
    ):
        written = [code for code in codes if code]
        assert len(written) == len(set(written))


# -- codes -------------------------------------------------------------------------------------------------------


def test_every_id_in_the_code_tables_is_ours() -> None:
    assert {row["reference_id"] for row in table("rxnorm.csv")} - {drug.id for drug in REFERENCE.drugs} == {""}
    assert {row["id"] for row in table("stop_reasons.csv")} <= set(STOP_REASONS)
    units = {unit for scale in SCALES if scale.kind is Kind.NUMBER for unit in scale.units}
    assert {row["ucum"] for row in table("unit_aliases.csv")} <= units
    limited = {one for row in table("unit_aliases.csv") for one in row["only_for"].split()}
    assert limited - {"any", "counts"} <= {scale.id for scale in SCALES}


def test_scales_are_not_kept_twice() -> None:
    assert not (ROOT / "codes" / "labs_vitals.csv").exists()
    assert not (ROOT / "codes" / "symptoms_snomed.csv").exists()


def test_code_tables_are_whole() -> None:
    for path in sorted(ROOT.glob("codes/*.csv")):
        rows = table(path.name)
        assert rows, path.name
        assert [row for row in rows if None in row or None in row.values()] == [], path.name


# -- fonts, icons, licences --------------------------------------------------------------------------------------


def test_fonts_are_four_plain_files() -> None:
    assert [(font.family_name, font.style_name) for font in (FT2Font(str(path)) for path in FONTS)] == [
        ("Atkinson Hyperlegible", "Bold"),
        ("Atkinson Hyperlegible", "Regular"),
        ("Noto Sans", "Bold"),
        ("Noto Sans", "Regular"),
    ]
    assert [path.name for path in FONTS if b"fvar" in path.read_bytes()[:512]] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("icons/*.svg")), ids=lambda path: str(path.stem))
def test_an_icon_is_a_drawing_that_takes_a_colour(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    assert ('stroke="currentColor"' in drawing) == (path.name != "app.svg")
    assert "href" not in drawing
    assert "<script" not in drawing


def test_every_part_we_stand_on_has_its_licence_with_it() -> None:
    folder = ROOT / "licences"
    notices = content.load(folder / "notices.json")["notices"]
    named = {(folder / name).resolve() for notice in notices for name in notice["files"]}
    assert [path for path in named if not path.is_file() or path.stat().st_size < 100] == []
    assert {path for path in folder.iterdir() if path.suffix == ".txt"} <= named
    assert {"Qt 6 and PySide6 (Essentials)", "SQLCipher", "OpenSSL", "SQLite", "matplotlib", "typst"} <= {
        notice["name"] for notice in notices
    }
    for notice in notices:
        assert sorted(notice) == ["files", "licence", "name", "use"]
