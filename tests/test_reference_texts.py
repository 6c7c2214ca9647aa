"""The texts of the reference: complete, sourced or badged, plain, and the outlook figures behind their door."""

import re
from collections import Counter
from collections.abc import Iterator

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.reference import BulletKind, Reference, Statement

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
ENTRIES = tuple(REFERENCE.entries())
UNREAD = {drug.id for drug in REFERENCE.catalogue.drugs if drug.unchecked == ("*",)}
FIGURE = re.compile(r"\d+(?:\.\d+)?%|\d+(?:\.\d+)? months")


def all_statements() -> Iterator[tuple[str, Statement]]:
    for entry in ENTRIES:
        yield from ((entry.id, said) for said in entry.statements())
    for group in REFERENCE.catalogue.groups.classes:
        yield from ((group.id, said) for said in REFERENCE.how_it_works(group.id))
    for topic in REFERENCE.topics:
        yield from ((one.id, one.statement) for one in topic.bullets if one.kind is BulletKind.FACT)


def test_every_treatment_and_topic_has_its_text() -> None:
    assert [entry.id for entry in ENTRIES] == [drug.id for drug in REFERENCE.catalogue.drugs]
    assert len(ENTRIES) == 104
    assert len(REFERENCE.topics) == 25
    bullets = [bullet.id for topic in REFERENCE.topics for bullet in topic.bullets]
    assert len(bullets) == len(set(bullets))


def test_every_statement_has_a_source_and_a_day_or_its_mark() -> None:
    assert [name for name, said in all_statements() if not said.unchecked and not said.source_ids] == []
    assert [name for name, said in all_statements() if not said.unchecked and not said.checked] == []


def test_what_is_unchecked_names_no_source_that_would_seem_to_carry_it() -> None:
    assert [name for name, said in all_statements() if said.unchecked and (said.source_ids or said.checked)] == []


def test_every_source_says_who_published_it() -> None:
    assert [one.id for one in REFERENCE.sources.values() if not one.publisher or not one.title] == []
    used = {name for _entry, said in all_statements() for name in said.source_ids}
    assert used <= set(REFERENCE.sources)
    assert not {name for name in used if REFERENCE.sources[name].read == "not read"}


def test_every_entry_says_what_it_is_and_asks_something() -> None:
    assert [entry.id for entry in ENTRIES if not entry.line or not 3 <= len(set(entry.ask)) <= 5] == []


def test_only_care_and_single_procedures_say_no_more_of_how_they_are_given_than_their_first_line() -> None:
    short = {entry.id for entry in ENTRIES if not entry.given} - UNREAD
    methods = {drug.id for drug in REFERENCE.catalogue.drugs if drug.kind in {"complementary", "palliative"}}
    assert short - methods == {
        "stereotactic-radiation", "brachytherapy", "metastasis-removal", "clinical-trial", "high-dose-chemo-transplant"
    }  # fmt: skip


def test_a_medicine_that_is_taken_by_plan_says_what_is_known_of_a_missed_one() -> None:
    kinds = {"hormone", "chemotherapy", "targeted", "immunotherapy", "bone"}
    for drug in REFERENCE.catalogue.drugs:
        entry = REFERENCE.entry(drug.id)
        if drug.kind in kinds and drug.approval.status != "investigational" and entry:
            told = [said.text for said in (*entry.given, *entry.know) if re.search("miss|late or left out", said.text)]
            assert len(told) == 1, drug.id


def test_a_tablet_for_cancer_says_what_food_does_or_that_its_label_is_not_read() -> None:
    treating = {"hormone", "chemotherapy", "targeted"}
    tablets = {drug.id for drug in REFERENCE.catalogue.drugs if drug.route == "mouth" and drug.kind in treating}
    food = re.compile("food|meal|stomach")
    silent = {one.id for one in ENTRIES if one.id in tablets and not any(food.search(said.text) for said in one.given)}
    assert silent == {"vepdegestrant"}


def test_what_the_team_will_check_is_told_of_every_treatment_of_the_cancer() -> None:
    kinds = {"hormone", "chemotherapy", "targeted", "immunotherapy", "bone", "radiation", "surgery"}
    treating = {drug.id for drug in REFERENCE.catalogue.drugs if drug.kind in kinds}
    assert {entry.id for entry in ENTRIES if not entry.checks and entry.id in treating - UNREAD} == {"repotrectinib"}


def test_a_check_is_what_others_do_not_what_you_should_do() -> None:
    orders = re.compile(r"^(?:Tell|Bring|Take|Use|Keep|Ask|Drink)\b")
    assert [said.text for entry in ENTRIES for said in entry.checks if orders.search(said.text)] == []


def test_every_entry_asks_something_that_fits_it_and_few_others() -> None:
    asked = Counter(question.partition(": ")[2] or question for entry in ENTRIES for question in entry.ask)
    for entry in ENTRIES:
        assert all(question.endswith("?") for question in entry.ask), entry.id
        assert min(asked[question.partition(": ")[2] or question] for question in entry.ask) <= 5, entry.id


def test_warnings_and_signs_are_never_left_out() -> None:
    harmless = {"meditation", "relaxation-music", "palliative-care", "hospice", "camizestrant", "giredestrant"}
    harmless |= {"gedatolisib", "clinical-trial", "hand-foot-care", "eye-care-adc", "scalp-cooling"}
    assert {entry.id for entry in ENTRIES if not entry.warnings} <= harmless


def test_of_what_is_unchecked_altogether_only_use_warnings_and_signs_are_told() -> None:
    for entry in ENTRIES:
        drug = REFERENCE.catalogue.get(entry.id)
        assert drug is not None
        if drug.unchecked == ("*",):
            assert (entry.given, entry.checks, entry.know) == ((), (), ())
            assert all(said.unchecked for said in entry.statements())
            assert all(sign.unchecked for sign in entry.signs)


def test_a_dose_is_only_ever_that_of_the_label_and_says_so() -> None:
    dose = re.compile(r"\d\s*(?:mg|mcg|units)\b")
    for entry in ENTRIES:
        for said in entry.statements():
            if dose.search(said.text):
                label = said.text.startswith("Usual dose on the label; yours may differ: ")
                assert label or said.text.startswith("There are tablets of "), said.text


def test_a_missed_dose_ends_with_the_team() -> None:
    for entry in ENTRIES:
        for said in entry.given:
            if said.text.startswith(("If you miss one", "If a visit is missed", "The label says", "The clinic gives")):
                assert said.text.casefold().endswith("your team's word comes first.")


def test_signs_stand_once_and_emergencies_first() -> None:
    for entry in ENTRIES:
        keys = [sign.key for sign in entry.signs]
        assert len(keys) == len(set(keys))
        urgency = [REFERENCE.signs[key].urgency for key in keys]
        assert urgency == sorted(urgency, key=lambda one: one != "emergency")


def test_a_topic_introduces_each_category_but_supportive_care() -> None:
    kinds = {kind for kind, _name in REFERENCE.catalogue.categories}
    assert {topic.kind for topic in REFERENCE.topics} - {""} == kinds - {"supportive"}


def test_outlook_figures_are_only_behind_the_door() -> None:
    closed = {
        figure for topic in REFERENCE.topics for one in topic.closed_bullets for figure in FIGURE.findall(one.text)
    }
    assert {"31%", "36.4 months", "68.4%"} <= closed
    told = [said.text for entry in ENTRIES for said in entry.statements()]
    told += [one.text for topic in REFERENCE.topics for one in topic.open_bullets]
    told += [text for entry in ENTRIES for text in entry.ask]
    assert [text for text in told if closed & set(FIGURE.findall(text))] == []


def test_outlook_figures_name_whom_they_count_and_when() -> None:
    prognosis = REFERENCE.topic("prognosis")
    assert prognosis is not None
    assert prognosis.opt_in
    assert prognosis.open_bullets == ()
    assert any("No figure can say what will happen to one person" in one.text for one in prognosis.bullets)


def test_plain_words_belong_to_something() -> None:
    plain = REFERENCE.plain_words
    assert set(plain.effects) == set(REFERENCE.catalogue.effects)
    assert set(plain.topics) == {topic.id for topic in REFERENCE.topics}
    assert plain.topics["prognosis"] == ()
