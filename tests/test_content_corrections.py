"""The errors of the article this reference began from, one test each: they never come back."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.journaling import Ideas
from mbc_journal.paths import resources
from mbc_journal.reference import Reference, Statement, pages
from mbc_journal.reference.search import Index

FOLDER = resources() / "reference" / "en"
REFERENCE = Reference(Catalogue.load(FOLDER))
INDEX = Index(REFERENCE)
BULLETS = {bullet.id: bullet for topic in REFERENCE.topics for bullet in topic.bullets}
TODAY = dt.date(2026, 11, 26)


def every_text() -> Iterator[str]:
    for entry in REFERENCE.entries():
        yield from (said.text for said in entry.statements())
        yield from entry.ask
    yield from (bullet.text for bullet in BULLETS.values())
    for group in REFERENCE.catalogue.groups.classes:
        yield from (said.text for said in REFERENCE.how_it_works(group.id))
    yield from (sign.text for sign in REFERENCE.signs.values())
    yield from (text for idea in Ideas.load(FOLDER).all for text in (idea.title, idea.how, idea.why))
    yield from (topic.title for topic in REFERENCE.topics)


ALL = " \n".join(every_text())


def drug(drug_id: str) -> Drug:
    found = REFERENCE.catalogue.get(drug_id)
    assert found is not None
    return found


def line(drug_id: str) -> str:
    entry = REFERENCE.entry(drug_id)
    assert entry is not None
    return " ".join(said.text for said in entry.line)


def words(statements: tuple[Statement, ...]) -> str:
    return " ".join(said.text for said in statements)


def never(pattern: str) -> list[str]:
    """What was found of words that must not be said."""
    return re.findall(pattern, ALL, re.IGNORECASE)


def test_1_cdk_inhibitors_block_4_and_6() -> None:
    assert "CDK4 and CDK6" in words(REFERENCE.how_it_works("cdk46-inhibitor"))
    assert never(r"CDK-? ?5") == []
    for one in ("palbociclib", "ribociclib", "abemaciclib"):
        assert drug(one).class_id == "cdk46-inhibitor"


def test_2_fareston_is_spelled_as_on_its_label() -> None:
    assert drug("toremifene").brands == ("Fareston",)
    assert set(re.findall(r"\bF[ae]r[ae]st\w*", ALL)) <= {"Fareston"}


def test_3_govitecan_is_spelled_as_on_its_label() -> None:
    assert drug("sacituzumab-govitecan").name.startswith("sacituzumab govitecan")
    assert set(re.findall(r"\bgov\w+|\bgoz\w+", ALL, re.IGNORECASE)) == {"govitecan"}


def test_4_no_two_words_of_a_list_run_into_one_and_no_other_cancer_has_a_link() -> None:
    joined = set(re.findall(r"\b[A-Za-z]*[a-z][A-Z][A-Za-z0-9]*", ALL))
    assert joined <= {"dMMR", "mTOR", "HbA1c", "ClinicalTrials", "mL"}
    assert never(r"\bovarian cancer|\bcolorectal|https?://|www\.") == []


def test_5_aromatase_inhibitors_leave_the_ovaries_as_they_are() -> None:
    assert "outside the ovaries" in BULLETS["hormone-therapy.2"].text
    assert "do not hold back ovaries" in BULLETS["hormone-therapy.2"].text
    assert "Before menopause" in BULLETS["hormone-therapy.3"].text
    assert never(r"stops? (?:all )?estrogen|estrogen completely") == []
    for one in ("letrozole", "anastrozole", "exemestane"):
        assert "once your ovaries make no estrogen" in line(one)
    for one in ("goserelin", "leuprolide", "triptorelin", "oophorectomy"):
        assert "menopause" in line(one)


def test_6_fulvestrant_is_not_only_for_after_menopause_nor_only_after_other_medicines() -> None:
    assert "Before menopause" in line("fulvestrant")
    assert "CDK4/6" in line("fulvestrant")
    assert "after menopause" not in line("fulvestrant").casefold()
    assert "after other" not in line("fulvestrant").casefold()


def test_7_her2_is_a_receptor() -> None:
    assert BULLETS["receptors-subtypes.2"].text.startswith("HER2 is a receptor")
    assert never(r"HER2 is (?:an?|the) (?!receptor)") == []


def test_8_each_targeted_medicine_has_side_effects_of_its_own() -> None:
    targeted = [one for one in REFERENCE.catalogue.drugs if one.kind == "targeted"]
    lists = [one.effects for one in targeted if one.effects]
    assert len(set(lists)) >= len(lists) - 2
    entries = [entry for entry in REFERENCE.entries() if entry.id in {one.id for one in targeted}]
    assert [entry.id for entry in entries if not entry.warnings] == ["gedatolisib"]  # its label is not read
    organs = ("Lungs:", "Heart:", "Liver:", "Low white cells:")
    told = [BULLETS[f"targeted-therapy.{number}"].text for number in range(5, 9)]
    assert [text.startswith(organ) for text, organ in zip(told, organs, strict=True)] == [True] * 4


def test_9_immunotherapy_takes_off_a_brake_and_may_be_given_alone() -> None:
    assert "brake" in BULLETS["immunotherapy.1"].text
    assert "brake" in words(REFERENCE.how_it_works("checkpoint-inhibitor"))
    assert "Alone" in BULLETS["immunotherapy.2"].text
    assert "sacituzumab govitecan" in line("pembrolizumab")
    assert never(r"restor\w+ protein|only with chemotherapy|boosts? the immune") == []


def test_10_bone_medicines_slow_the_cells_that_break_down_bone_and_calcium_can_fall() -> None:
    assert "slow the cells that break down bone" in BULLETS["bone-health.2"].text
    assert "calcium" in BULLETS["bone-health.5"].text
    assert never(r"damaged bone cells") == []
    for one in ("denosumab", "zoledronic-acid", "pamidronate"):
        entry = REFERENCE.entry(one)
        assert entry is not None
        assert "LOWCA" in {sign.key for sign in entry.signs}, one
        assert "calcium" in words(entry.warnings), one


def test_11_the_transplant_is_history() -> None:
    assert not drug("high-dose-chemo-transplant").is_option
    assert not drug("high-dose-chemo-transplant").usual_plans
    assert "no option today" in BULLETS["clinical-trials.5"].text
    assert pages.treatment(REFERENCE, drug("high-dose-chemo-transplant"), TODAY).status.startswith("Not recommended")


def test_12_chemotherapy_is_not_kept_for_the_brain_and_the_liver() -> None:
    assert never(r"chemotherapy[^.]*(?:brain|liver) metastas") == []
    when = BULLETS["how-treatment-is-chosen.5"].text
    assert "organ is in danger" in when
    assert not re.search("brain|liver", when)
    assert "hardly reaches the brain" in BULLETS["chemotherapy.4"].text


def test_13_radiation_is_for_bones_and_the_brain_too() -> None:
    assert "strongly advised" in BULLETS["bone-health.7"].text
    assert "brain" in BULLETS["radiation.1"].text
    for one in ("external-beam-radiation", "stereotactic-radiation", "whole-brain-radiation"):
        assert "brain" in line(one), one


def test_14_what_breast_brachytherapy_does_stands_for_the_breast_only() -> None:
    entry = REFERENCE.entry("brachytherapy")
    assert entry is not None
    assert "may not fit other places" in words(entry.know)


def test_15_surgery_has_its_own_reasons() -> None:
    assert "less often" in BULLETS["surgery.1"].text
    assert BULLETS["surgery.1"].text != BULLETS["radiation.1"].text
    assert "does not make life longer" in BULLETS["surgery.2"].text
    assert "broken bone" in line("bone-stabilizing-surgery")


def test_16_palliative_care_begins_early_and_goes_beside_treatment() -> None:
    assert "beside cancer treatment" in BULLETS["palliative-care.1"].text
    assert "early, not only at the end" in BULLETS["palliative-care.2"].text
    assert "from early on" in line("palliative-care")
    assert "not hospice" in line("palliative-care")


def test_17_an_outlook_figure_is_no_life_expectancy_and_has_its_years_and_people() -> None:
    assert never("life expectancy") == []
    years = re.compile(r"\d{4} to \d{4}|names no years")
    for number in (1, 2, 4, 5, 6, 7):
        text = BULLETS[f"prognosis.{number}"].text
        assert years.search(text), text
        assert text.startswith("US"), text
    assert "years ago" in BULLETS["prognosis.10"].text
    assert "one person" in BULLETS["prognosis.11"].text
    assert all(one.opt_in for name, one in BULLETS.items() if name.startswith("prognosis."))


def test_18_what_goes_beside_treatment_is_not_what_takes_its_place() -> None:
    assert not drug("alternative-instead").is_option
    assert "never in its place" in BULLETS["complementary.1"].text
    assert "shorter lives" in BULLETS["complementary.3"].text
    beside = [one for one in REFERENCE.catalogue.drugs if one.kind == "complementary" and one.is_option]
    assert {one.approval.status for one in beside} == {"complementary", "caution"}
    view = pages.treatment(REFERENCE, drug("alternative-instead"), TODAY)
    assert view.status.startswith("Not recommended")


@pytest.mark.parametrize(
    ("number", "marker", "opened"),
    [
        (1, "PIK3CA", "alpelisib inavolisib"), (2, "AKT1", "capivasertib"), (2, "PTEN", "capivasertib"),
        (3, "ESR1", "elacestrant imlunestrant vepdegestrant"), (4, "BRCA", "olaparib talazoparib"),
        (5, "PD-L1", "pembrolizumab"), (6, "NTRK", "larotrectinib entrectinib repotrectinib"),
        (6, "RET", "selpercatinib"), (6, "dMMR", "dostarlimab"),
    ],
)  # fmt: skip
def test_19_a_marker_names_the_medicines_it_opens(number: int, marker: str, opened: str) -> None:
    assert marker in BULLETS[f"biomarker-tests.{number}"].text
    for one in opened.split():
        assert marker in line(one), one
        assert number == 6 or one in BULLETS[f"biomarker-tests.{number}"].text


def test_19_the_two_tests_for_harm_name_their_medicine() -> None:
    for number, marker, one in ((7, "DPYD", "capecitabine"), (8, "UGT1A1", "sacituzumab-govitecan")):
        entry = REFERENCE.entry(one)
        assert entry is not None
        assert marker in BULLETS[f"biomarker-tests.{number}"].text
        assert marker in words(entry.checks)


def test_20_no_day_of_ours_is_as_old_as_the_article_and_no_page_borrows_its_review() -> None:
    article = REFERENCE.sources["health-2024"]
    assert (article.publisher, article.date) == ("Health.com", "2024-06-26")
    days = {said.checked for entry in REFERENCE.entries() for said in entry.statements() if said.checked}
    days |= {bullet.checked for bullet in BULLETS.values() if bullet.checked}
    assert min(days) > "2026"
    assert never(r"medically reviewed|reviewed by") == []
    assert pages.NOT_REVIEWED == "Not reviewed by a clinician."


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("Datroway", "datopotamab-deruxtecan"), ("Itovebi", "inavolisib"), ("Truqap", "capivasertib"),
        ("Orserdu", "elacestrant"), ("Inluriyo", "imlunestrant"), ("Veppanu", "vepdegestrant"),
        ("supportive care", "supportive"), ("when to call", "when-to-call"), ("scans", "monitoring"),
        ("men", "what-is-mbc"), ("fertility", "intimacy-fertility"), ("vaccine", "vaccines-infection"),
        ("missed pill", "medicine-safety"), ("grapefruit", "nutrition-lifestyle"),
    ],
)  # fmt: skip
def test_21_what_the_article_left_out_is_here(typed: str, page: str) -> None:
    assert INDEX.find(typed).hits[0].key.id == page


def test_21_medicines_have_their_checks_call_signs_and_what_does_not_mix() -> None:
    medicines = [one for one in REFERENCE.catalogue.drugs if one.kind in {"hormone", "chemotherapy", "targeted"}]
    entries = [REFERENCE.entry(one.id) for one in medicines if one.unchecked != ("*",)]
    assert [one.id for one in entries if one and not one.signs] == []
    assert {one.id for one in entries if one and not one.checks} == {"repotrectinib"}
    assert {one.id for one in entries if one and not one.with_others} == {
        "triptorelin",
        "trastuzumab-deruxtecan",
        "gedatolisib",
    }
