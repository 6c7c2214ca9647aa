"""The catalogue: read on first use, found by any name, also with one letter wrong."""

import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mbc_journal.catalogue import Catalogue, Drug, search
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken

FOLDER = resources() / "reference" / "en"
SHIPPED = Catalogue.load(FOLDER)
NAMES = sorted({name for drug in SHIPPED.drugs for name in drug.names})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped reference that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


def drug(drug_id: str) -> Drug:
    found = SHIPPED.get(drug_id)
    assert found is not None
    return found


@functools.cache
def owners(name: str) -> set[str]:
    return {one.id for one in SHIPPED.drugs if name in one.names}


def one_letter_wrong(name: str) -> set[str]:
    """Every misspelling with one letter left out, doubled, wrong, too many or swapped with the next."""
    wrong: set[str] = set()
    for at in range(len(name)):
        before, letter, after = name[:at], name[at], name[at + 1 :]
        wrong |= {before + after, before + letter + letter + after, before + after[:1] + letter + after[1:]}
        wrong |= {f"{before}x{after}", f"{before}q{letter}{after}"}
    return wrong


# -- finding -----------------------------------------------------------------------------------------------------


def test_every_name_and_brand_finds_its_entry_first() -> None:
    for spelled in (str, str.upper, "  {} ".format):
        assert [name for name in NAMES if SHIPPED.find(spelled(name))[0].id not in owners(name)] == []


def test_every_name_is_found_with_one_letter_wrong() -> None:
    lost = [
        (name, wrong)
        for name in NAMES
        if len(name) >= 5
        for wrong in one_letter_wrong(name)
        if not {one.id for one in SHIPPED.find(wrong, limit=1)} & owners(name)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("letro", "letrozole"),
        ("xelo", "capecitabine"),
        ("capesitab", "capecitabine"),
        ("trastuzumab", "trastuzumab"),
        ("t dxd", "trastuzumab-deruxtecan"),
        ("capecitabine 500", "capecitabine"),
        ("Enhertù", "trastuzumab-deruxtecan"),
        ("leuprorelin", "leuprolide"),
        ("acid zoledronic", "zoledronic-acid"),
        ("radiotherapy", "external-beam-radiation"),
    ],
)
def test_a_name_may_be_begun_misspelt_or_in_part(words: str, first: str) -> None:
    assert SHIPPED.find(words)[0].id == first


def test_a_class_finds_its_medicines() -> None:
    assert {one.id for one in SHIPPED.find("aromatase inhibitors")} == {"letrozole", "anastrozole", "exemestane"}


@pytest.mark.parametrize("words", ["", "  ", "?!", "zzzzzz", "epirubicin", "the blue pill"])
def test_what_is_not_in_the_reference_finds_nothing(words: str) -> None:
    assert SHIPPED.find(words) == []


def test_no_more_are_found_than_asked_for() -> None:
    assert len(SHIPPED.find("a")) == 8
    assert len(SHIPPED.find("a", limit=3)) == 3


# -- looking up --------------------------------------------------------------------------------------------------


def test_an_id_that_is_not_there_is_no_error() -> None:
    assert SHIPPED.get("not-there") is None
    assert SHIPPED.category("not-there") == "not-there"
    assert SHIPPED.route("not-there") == "not-there"


def test_kinds_have_names_and_an_order() -> None:
    assert SHIPPED.categories[0] == ("hormone", "Hormone therapy")
    assert SHIPPED.category("targeted") == "Targeted therapy"
    assert [one.kind for one in SHIPPED.drugs] == sorted(
        (one.kind for one in SHIPPED.drugs), key=[kind for kind, _name in SHIPPED.categories].index
    )


def test_a_medicine_offers_the_rows_of_its_class_and_of_its_own_side_effects() -> None:
    capecitabine = drug("capecitabine")
    assert capecitabine.offer_first == (
        "hand-foot", "diarrhea", "loose-stools", "mouth-sores", "nausea", "fatigue", "fever",
    )  # fmt: skip
    assert capecitabine.side_effects[:3] == ("hand-foot", "diarrhea", "loose-stools")
    assert capecitabine.measures == ("temperature",)


def test_side_effects_that_no_source_supports_are_not_offered() -> None:
    assert "dry-skin" in drug("capecitabine").effects
    assert "dry-skin" not in drug("capecitabine").side_effects
    assert drug("vepdegestrant").effects
    assert drug("vepdegestrant").side_effects == ()
    assert not drug("laxatives").is_checked("side_effects")
    assert drug("palbociclib").is_checked("side_effects")


def test_a_usual_plan_is_words_and_a_schedule_without_a_dose() -> None:
    plan = drug("capecitabine").usual_plans[0]
    assert plan.words == "Twice a day for 14 days, then 7 days off"
    assert plan.plan == {"kind": "on_off", "per_day": 2, "on": 14, "off": 7}


def test_a_plan_that_no_source_supports_is_not_offered() -> None:
    assert drug("leuprolide").plans
    assert drug("leuprolide").usual_plans == ()


def test_warnings_are_found_but_are_no_option() -> None:
    assert SHIPPED.find("alternative treatment")[0].id == "alternative-instead"
    assert [one.id for one in SHIPPED.drugs if not one.is_option] == [
        "alternative-instead",
        "high-dose-chemo-transplant",
    ]


def test_a_title_stands_alone() -> None:
    assert drug("nab-paclitaxel").title == "Nab-paclitaxel"
    assert drug("capecitabine").title == "Capecitabine"


# -- names for imports -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "drug_id"),
    [
        ("xeloda", "capecitabine"),
        ("paclitaxel", "paclitaxel"),
        ("nab-paclitaxel", "nab-paclitaxel"),
        ("ado-trastuzumab emtansine", "trastuzumab-emtansine"),
        ("leuprorelin", "leuprolide"),
    ],
)
def test_a_name_that_means_one_medicine_is_known_to_imports(name: str, drug_id: str) -> None:
    assert SHIPPED.medicine_names[name] == drug_id


@pytest.mark.parametrize("name", ["gabapentin", "calcium", "morphine", "port", "radiation", "yoga", "senna"])
def test_a_name_of_several_medicines_or_of_a_procedure_is_not(name: str) -> None:
    assert name not in SHIPPED.medicine_names


def test_no_name_means_two_medicines() -> None:
    for name, drug_id in SHIPPED.medicine_names.items():
        assert {one.id for one in SHIPPED.drugs if name in [other.casefold() for other in one.names]} == {drug_id}


# -- reading -----------------------------------------------------------------------------------------------------


def test_nothing_is_read_before_the_first_question(tmp_path: Path) -> None:
    missing = Catalogue.load(tmp_path / "not-there")
    with pytest.raises(ResourceBroken, match=r"groups\.json"):
        missing.find("letrozole")


def test_the_search_for_misspelt_names_costs_nothing_until_it_is_used() -> None:
    script = "import sys; import mbc_journal.catalogue; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("file", "key", "value", "where"),
    [
        ("therapies-bone.json", "dose", "120 mg", r"therapies\[0\]\.dose \(unknown key\)"),
        ("therapies-bone.json", "class_id", "magic", r"therapies\[0\] \(denosumab: no such class"),
        ("therapies-bone.json", "effects", ["joy"], r"therapies\[0\] \(denosumab: no such class, kind or side"),
        ("therapies-bone.json", "kind", "hormone", r"therapies\[0\] \(denosumab: no such class, kind"),
        ("therapies-bone.json", "approval", "yes", r"therapies\[0\]\.approval \(an object"),
        ("therapies-bone.json", "plans", [{"words": "x"}], r"therapies\[0\]\.plans\[0\]\.plan \(missing key\)"),
    ],
)
def test_a_wrong_entry_names_the_file_and_the_place(
    folder: Path, file: str, key: str, value: object, where: str
) -> None:
    path = folder / file
    data = json.loads(path.read_text(encoding="utf-8"))
    data["therapies"][0][key] = value
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ResourceBroken, match=rf"{file}, at {where}"):
        Catalogue.load(folder).get("denosumab")


@pytest.mark.parametrize("text", ["[]", '{"drugs": []}', '{"therapies": {}}'])
def test_a_file_of_another_shape_is_a_damaged_file(folder: Path, text: str) -> None:
    (folder / "therapies-bone.json").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceBroken, match=r"therapies-bone\.json"):
        _ = Catalogue.load(folder).drugs


# -- what the search of the reference stands on ------------------------------------------------------------------


def test_the_nearest_names_come_first_and_only_so_many() -> None:
    names = ["letrozole", "capecitabine", "zoledronic acid", "x"]
    assert search.nearest("letrozol", names, 2)[0] == 0
    assert len(search.nearest("zole", names, 1)) == 1
    assert search.nearest("\u05e9", names, 3) == []
    assert search.nearest("letrozole", [], 3) == []


def test_the_folder_is_known_before_anything_is_read(tmp_path: Path) -> None:
    assert Catalogue.load(tmp_path / "nowhere").folder == tmp_path / "nowhere"
