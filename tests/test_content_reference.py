"""The reference that ships is complete, refers only to what is there, says where each thing was read, holds no dose."""

import re
from collections.abc import Iterator

import pytest

from mbc_journal import call, content
from mbc_journal.catalogue import Catalogue
from mbc_journal.journaling import Ideas
from mbc_journal.paths import resources
from mbc_journal.reference import Reference
from mbc_journal.scales import Group, Kind, Scales

ROOT = resources()
SCALES = Scales.load(ROOT / "scales")
FOLDER = ROOT / "reference" / "en"
REFERENCE = Catalogue.load(FOLDER)
TEXTS = Reference(REFERENCE)
IDEAS = Ideas.load(FOLDER)
GUIDE = call.load(FOLDER)
DAY = re.compile(r"2026-\d{2}-\d{2}")
PLAIN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.\d+)?")


def ids() -> Iterator[tuple[str, list[str]]]:
    groups = REFERENCE.groups
    yield "kinds", [one.id for one in groups.kinds]
    yield "routes", [one.id for one in groups.routes]
    yield "classes", [one.id for one in groups.classes]
    yield "treatments", [one.id for one in REFERENCE.drugs]
    yield "entries", [one.id for one in TEXTS.entries()]
    yield "side effects", [one["id"] for one in content.load(FOLDER / "side_effects.json")["effects"]]
    yield "topics", [one.id for one in TEXTS.topics]
    yield "bullets", [bullet.id for one in TEXTS.topics for bullet in one.bullets]
    yield "ideas", [one.id for one in IDEAS.all]
    yield "signs", [one.key.casefold() for one in GUIDE.signs]
    for name in ("sources", "signs", "coping"):
        yield f"sources of {name}", [one["id"] for one in content.load(FOLDER / f"{name}.json")["sources"]]


@pytest.mark.parametrize(("what", "found"), list(ids()), ids=lambda one: one if isinstance(one, str) else "")
def test_ids_of_one_kind_are_unique_and_plain(what: str, found: list[str]) -> None:
    assert len(found) == len(set(found)), what
    assert [one for one in found if not PLAIN_ID.fullmatch(one)] == []


def test_bullets_of_a_topic_are_numbered_without_a_gap_in_any_order() -> None:
    for topic in TEXTS.topics:
        numbers = sorted(int(bullet.id.removeprefix(f"{topic.id}.")) for bullet in topic.bullets)
        assert numbers == list(range(1, len(numbers) + 1)), topic.id


def test_emergencies_come_first_on_the_page_of_when_to_call() -> None:
    topic = TEXTS.topic("when-to-call")
    assert topic is not None
    places = [place for place, bullet in enumerate(topic.bullets) if "mergency:" in bullet.text]
    assert len(places) == 5
    assert max(places) <= 6


def test_palliative_care_alone_is_both_a_treatment_and_a_topic() -> None:
    assert {one.id for one in REFERENCE.drugs} & {one.id for one in TEXTS.topics} == {"palliative-care"}


def test_a_source_is_told_the_same_wherever_it_stands() -> None:
    books = [content.load(FOLDER / f"{name}.json")["sources"] for name in ("sources", "signs", "coping")]
    told: dict[str, tuple[str, str, str]] = {}
    for source in (one for book in books for one in book):
        said = (source["title"], source["publisher"], source["date"])
        assert told.setdefault(source["id"], said) == said


def test_every_source_was_looked_at_on_a_day_of_ours() -> None:
    for name in ("sources", "signs", "coping"):
        for source in content.load(FOLDER / f"{name}.json")["sources"]:
            assert DAY.fullmatch(source["checked"]), source["id"]
            assert source["publisher"], source["id"]
            assert re.fullmatch(r"|\d{4}(-\d{2}(-\d{2})?)?", source["date"]), source["id"]


def test_every_sign_and_its_words_name_sources_and_a_day_or_are_marked() -> None:
    known = {one["id"] for one in content.load(FOLDER / "signs.json")["sources"]}
    for said in GUIDE.statements():
        assert set(said.source_ids) <= known
        own = isinstance(said, call.Fact) and said.own
        assert said.unchecked or own or (said.source_ids and DAY.fullmatch(said.checked))


def test_a_sign_told_with_a_treatment_is_a_sign_of_the_one_list() -> None:
    told = {sign.key for entry in TEXTS.entries() for sign in entry.signs}
    always = {sign.key for sign in GUIDE.signs if sign.always}
    assert told <= {sign.key for sign in GUIDE.signs}
    assert {sign.key for sign in GUIDE.signs} == told | always


def test_plain_words_are_small_letters_and_said_once_a_page() -> None:
    plain = TEXTS.plain_words
    for said in (*plain.effects.values(), *plain.topics.values()):
        assert len(said) == len(set(said)), said
        assert [one for one in said if one != one.casefold().strip()] == []
    assert not set(plain.small) & {one for said in plain.effects.values() for one in said}
    assert not set(plain.small) & set(plain.words)


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
        assert effect.log_ids
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
