"""Reading a unit and a medicine's name: exactly what the tables say, and nothing when in doubt."""

from decimal import Decimal
from pathlib import Path

import pytest

from mbc_journal.exchange import units
from mbc_journal.exchange.code_tables import ATC, RXNORM, CodeTables
from mbc_journal.exchange.knowledge import Knowledge
from mbc_journal.exchange.medicine_names import Match, spoken
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from mbc_journal.scales import Scales

KNOWN = Knowledge.load(resources())
TABLES = KNOWN.tables


@pytest.mark.parametrize(
    ("written", "scale", "code"),
    [
        ("K/uL", "white-cells", "10*3/uL"),
        ("K/\u03bcL", "white-cells", "10*3/uL"),
        (" 10\u2079/L ", "neutrophils", "10*9/L"),
        ("\u200bG/L", "platelets", "10*9/L"),
        ("G/L", "hemoglobin", ""),
        ("g/L", "hemoglobin", "g/L"),
        ("g/L", "platelets", ""),
        ("F", "temperature", "[degF]"),
        ("C", "temperature", "Cel"),
        ("C", "weight", ""),
        ("st", "weight", "[stone_av]"),
        ("mL/min", "egfr", ""),
        ("mL/min/1.73m2", "egfr", "mL/min/{1.73_m2}"),
        ("IU/L", "alt", "[IU]/L"),
        ("IU/L", "creatinine", ""),
        ("%O2", "oxygen", "%"),
        ("%O2", "hematocrit", ""),
        ("KG", "weight", "kg"),
        ("mg/dL", "calcium", "mg/dL"),
        ("", "calcium", ""),
        ("furlong", "height", ""),
    ],
)
def test_a_unit_is_what_the_table_says_for_that_scale(scales: Scales, written: str, scale: str, code: str) -> None:
    assert units.ucum(TABLES.units, written, scales.get(scale)) == code


def test_the_code_counts_before_the_words_and_120_g_per_l_is_12_0_g_per_dl(scales: Scales) -> None:
    hemoglobin = scales.get("hemoglobin")
    found = units.measured(TABLES.units, Decimal(120), ("g/L", "g/dL"), hemoglobin)
    assert found == units.Measured(Decimal("12.0000"), "g/dL", "g/L")
    assert units.measured(TABLES.units, Decimal("12.0"), ("", "g/dL"), hemoglobin) == units.Measured(
        Decimal("12.0"), "g/dL", "g/dL"
    )
    assert units.measured(TABLES.units, Decimal(12), ("mg/mol", ""), hemoglobin) is None


@pytest.mark.parametrize(
    ("text", "medicine"),
    [
        ("Letrozole 2.5 MG Oral Tablet [Femara]", "letrozole"),
        ("IBRANCE", "palbociclib"),
        ("eribulin mesylate 0.5 MG/ML", "eribulin"),
        ("tamoxifén citrate", "tamoxifen"),
        ("trastuzumab-anns 420 MG Injection", "trastuzumab"),
        ("ado-trastuzumab emtansine", "trastuzumab-emtansine"),
        ("Trastuzumab deruxtecan", "trastuzumab-deruxtecan"),
        ("fam-trastuzumab deruxtecan-nxki 100 MG", "trastuzumab-deruxtecan"),
        ("hyaluronidase / trastuzumab", "trastuzumab-hyaluronidase"),
        ("trastuzumab 600 MG, hyaluronidase-oysk", "trastuzumab-hyaluronidase"),
        ("pertuzumab / trastuzumab / hyaluronidase-zzxf", "pertuzumab-trastuzumab-hyaluronidase"),
        ("paclitaxel protein-bound particles", "nab-paclitaxel"),
        ("paclitaxel, albumin-bound", "nab-paclitaxel"),
        ("doxorubicin hydrochloride liposome", "liposomal-doxorubicin"),
        ("doxorubicin hydrochloride 2 MG/ML", "doxorubicin"),
        ("Product containing anastrozole (medicinal product)", "anastrozole"),
        ("Zoledronic Acid 4 MG", "zoledronic-acid"),
        ("carboplatin and paclitaxel", ""),
        ("trastuzumab duocarmazine", ""),
        ("Trastuzumab rezetecan 100 MG", ""),
        ("atezolizumab and hyaluronidase-tqjs", ""),
        ("paclitaxel liposome", ""),
        ("docetaxel polymeric micelles", ""),
        ("tobramycin 3 MG/ML / dexamethasone 1 MG/ML Ophthalmic Suspension", ""),
        ("olanzapine 6 MG / fluoxetine 25 MG Oral Capsule", ""),
        ("olanzapine/samidorphan", ""),
        ("cyclophosphamide + methotrexate + fluorouracil", ""),
        ("letrozole 2.5 MG / Oral Tablet", "letrozole"),
        ("paclitaxel 6 MG/ML / 50 ML Injection", "paclitaxel"),
        ("Femara / letrozole", "letrozole"),
        ("ANASTROZOL 1MG TABLET", ""),
        ("letrozol", ""),
        ("Femaran", ""),
        ("massage", ""),
        ("morphine", ""),
        ("", ""),
    ],
)
def test_a_medicine_is_found_by_whole_words_the_longest_name_first(text: str, medicine: str) -> None:
    assert KNOWN.names.match((text,), ()) == Match(medicine)


def test_every_name_of_the_reference_finds_its_own_medicine() -> None:
    for drug in KNOWN.drugs.values():
        for name in drug.names:
            found = KNOWN.names.match((name,), ()).id
            assert found in ("", drug.id) or spoken(name) == spoken(KNOWN.drugs[found].name), (name, found)


def test_the_code_is_asked_only_where_no_name_is_found() -> None:
    letrozole, anastrozole = f"{RXNORM}|72965", f"{RXNORM}|84857"
    assert KNOWN.names.match(("Tablet",), (letrozole,)) == Match("letrozole")
    assert KNOWN.names.match(("letrozole",), (letrozole, f"{RXNORM}|999")) == Match("letrozole")
    assert KNOWN.names.match(("letrozole",), (anastrozole,)) == Match(doubt=True)
    assert KNOWN.names.match(("letrozole", "anastrozole"), (letrozole,)) == Match()
    assert KNOWN.names.match(("Tablet",), (letrozole, anastrozole)) == Match()


@pytest.mark.parametrize(
    ("code", "medicine"),
    [
        ("L02BG04", "letrozole"),
        ("L01FD04", "trastuzumab-deruxtecan"),
        ("L01FD01", ""),
        ("L01CD01", ""),
        ("L01DB01", ""),
        ("A02BC01", ""),
    ],
)
def test_an_atc_code_names_a_medicine_unless_several_share_it(code: str, medicine: str) -> None:
    assert KNOWN.names.match(("Tablet",), (f"{ATC}|{code}",)) == Match(medicine)


def test_a_shared_atc_code_agrees_with_each_of_its_medicines() -> None:
    assert KNOWN.names.match(("Abraxane",), (f"{ATC}|L01CD01",)) == Match("nab-paclitaxel")
    assert KNOWN.names.match(("paclitaxel",), (f"{ATC}|L01CD01",)) == Match("paclitaxel")
    assert KNOWN.names.match(("docetaxel",), (f"{ATC}|L01CD01",)) == Match(doubt=True)


def test_the_tables_name_only_what_the_reference_and_the_profile_know() -> None:
    assert set(TABLES.medicines.values()) <= set(KNOWN.drugs)
    assert set(TABLES.receptors.values()) == {"er", "pr", "her2"}
    assert set(TABLES.answers.values()) == {"positive", "negative"}
    assert "http://snomed.info/sct|94222008" in TABLES.sites


def test_a_damaged_table_names_its_file(tmp_path: Path) -> None:
    with pytest.raises(ResourceBroken) as broken:
        CodeTables.load(tmp_path)
    assert broken.value.facts["file"] == "receptors.csv"
    (tmp_path / "receptors.csv").write_text("id,title\ner,x\n", encoding="utf-8")
    with pytest.raises(ResourceBroken) as broken:
        CodeTables.load(tmp_path)
    assert "no loinc" in str(broken.value.facts["where"])
