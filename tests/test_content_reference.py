"""The reference that ships is complete, refers only to what is there, and holds no dose."""

import re

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.scales import Group, Kind, Scales

ROOT = resources()
SCALES = Scales.load(ROOT / "scales")
REFERENCE = Catalogue.load(ROOT / "reference" / "en")


def test_sentences_of_the_reference_are_short() -> None:
    said = [text for drug in REFERENCE.drugs for text in (drug.approval.text, drug.usual) if text]
    sentences = [sentence for text in said for sentence in re.split(r"(?<=\.)\s+", text)]
    assert sum(len(sentence.split()) for sentence in sentences) <= 15 * len(sentences)
    assert max(len(sentence.split()) for sentence in sentences) <= 25


def test_all_treatments_and_their_groups_are_there() -> None:
    groups = REFERENCE.groups
    assert (len(REFERENCE.drugs), len(groups.kinds), len(groups.classes), len(REFERENCE.effects)) == (104, 11, 54, 65)
    assert {drug.class_id for drug in REFERENCE.drugs} == {one.id for one in groups.classes}
    assert {drug.kind for drug in REFERENCE.drugs} == {one.id for one in groups.kinds}
    assert {drug.route for drug in REFERENCE.drugs} == {one.id for one in groups.routes}


def test_a_treatment_is_of_the_kind_its_class_is_of_or_still_in_trials() -> None:
    kinds = {one.id: one.kind for one in REFERENCE.groups.classes}
    assert [drug.id for drug in REFERENCE.drugs if drug.kind not in (kinds[drug.class_id], "trial")] == []


def test_what_is_offered_can_be_logged() -> None:
    known = {scale.id: scale for scale in SCALES}
    for effect in REFERENCE.effects.values():
        assert [one for one in effect.log_ids if known[one].group is not Group.SYMPTOM] == []
        assert [one for one in effect.measure_ids if known[one].kind is not Kind.NUMBER] == []
    for group in REFERENCE.groups.classes:
        assert [one for one in group.offer_first if known[one].group is not Group.SYMPTOM] == []
        assert [one for one in group.measures if known[one].kind is not Kind.NUMBER] == []


def test_unchecked_effects_are_effects_of_that_treatment() -> None:
    for drug in REFERENCE.drugs:
        assert set(drug.unchecked_effects) <= set(drug.effects)
        assert len(drug.effects) == len(set(drug.effects))


def test_every_treatment_says_whether_it_is_approved_and_when_we_checked() -> None:
    for drug in REFERENCE.drugs:
        assert drug.approval.text.endswith((".", ")"))
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", drug.checked) or drug.unchecked == ("*",), drug.id


def test_there_is_never_a_dose() -> None:
    for path in ROOT.glob("reference/*/therapies-*.json"):
        found = re.findall(r"\d\s*(?:mg|mcg|µg|g|ml|mL|units?|IU|Gy)\b", path.read_text(encoding="utf-8"))
        assert found == [], path.name


def test_usual_plans_are_schedules_without_the_keys_of_a_person() -> None:
    keys = {
        "daily": {"kind", "per_day"},
        "on_off": {"kind", "per_day", "on", "off"},
        "cycle_days": {"kind", "per_day", "length", "days"},
        "every": {"kind", "per_day", "n", "unit", "loading"},
        "as_needed": {"kind"},
    }
    for drug in REFERENCE.drugs:
        for usual in drug.plans:
            plan = dict(usual.plan)
            assert set(plan) == keys[plan["kind"]], drug.id
            days = plan.get("days", plan.get("loading", []))
            assert days == sorted(set(days))
            assert not days or (days[0] >= 1 and days[-1] <= plan.get("length", 366))
            assert usual.words


def test_an_atc_code_is_whole_or_left_out() -> None:
    assert [
        one.id for one in REFERENCE.drugs if one.atc and not re.fullmatch(r"[A-Z]\d{2}[A-Z]{2}\d{2}", one.atc)
    ] == []
    assert sum(one.atc != "" for one in REFERENCE.drugs) == 64
