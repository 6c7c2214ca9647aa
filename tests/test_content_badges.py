"""What no read source supports is hidden or wears its badge, on every page; and it stands in no other words either."""

import datetime as dt
from collections.abc import Iterator

import pytest

from mbc_journal import wording
from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.paths import resources
from mbc_journal.reference import Reference, Statement, Topic, pages
from mbc_journal.reference.pages import NOT_CHECKED, Said, View

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
DRUGS = REFERENCE.catalogue.drugs
TODAY = dt.date(2026, 11, 26)


def shown(view: View) -> list[Said]:
    return [*view.line, *(one for part in (*view.call, *view.parts) for one in part.lines)]


def doubted(statements: Iterator[Statement] | tuple[Statement, ...]) -> list[str]:
    return [wording.say(said.text) for said in statements if said.unchecked]


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: str(drug.id))
def test_an_unchecked_statement_of_a_treatment_wears_its_badge(drug: Drug) -> None:
    entry = REFERENCE.entry(drug.id)
    assert entry is not None
    view = pages.treatment(REFERENCE, drug, TODAY)
    badged = [one.text for one in shown(view) if one.badge == NOT_CHECKED]
    calls = [sign for sign in entry.signs if sign.unchecked or REFERENCE.signs[sign.key].unchecked]
    approval = 0 if drug.is_checked("approval") or view.status else 1
    assert len(badged) == len(doubted(entry.statements())) + len(calls) + approval
    assert set(doubted(entry.statements())) <= set(badged)


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: str(drug.id))
def test_what_wears_no_badge_names_its_source_and_day(drug: Drug) -> None:
    view = pages.treatment(REFERENCE, drug, TODAY)
    unsure = {one.text for one in shown(view) if not one.badge and not one.numbers}
    assert unsure <= {drug.approval.text}
    assert view.checked == "Not yet checked." or "2026" in view.checked
    numbered = [one for one in view.sources if one.startswith("[")]
    assert len(numbered) == len({number for one in shown(view) for number in one.numbers})


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: str(drug.id))
def test_an_unchecked_side_effect_is_marked_and_never_offered_to_log(drug: Drug) -> None:
    view = pages.treatment(REFERENCE, drug, TODAY)
    marked = {effect for effect, unchecked in view.effects if unchecked}
    told = set(drug.effects) if not drug.is_checked("side_effects") else set(drug.unchecked_effects)
    assert marked == (set() if drug.unchecked == ("*",) else told)
    sure = {scale for effect in set(drug.effects) - told for scale in REFERENCE.catalogue.effects[effect].log_ids}
    assert set(drug.side_effects) <= sure


def test_an_unchecked_approval_says_so_at_the_top() -> None:
    doubtful = [drug for drug in DRUGS if not drug.is_checked("approval")]
    assert {drug.id for drug in doubtful} >= {"gedatolisib", "neuropathic-pain-medicine"}
    for drug in doubtful:
        view = pages.treatment(REFERENCE, drug, TODAY)
        assert NOT_CHECKED in view.status or any(one.badge == NOT_CHECKED for one in shown(view)), drug.id


def test_off_label_withdrawn_trial_and_not_recommended_stand_at_the_top_and_nothing_else() -> None:
    plain = {"approved-us", "standard-care", "complementary"}
    for drug in DRUGS:
        status = pages.treatment(REFERENCE, drug, TODAY).status
        assert (status == "") == (drug.approval.status in plain), drug.id
        assert drug.approval.text in status or not status


def test_no_class_tells_how_it_works_if_that_is_unchecked() -> None:
    hidden = [
        said.text
        for group in REFERENCE.catalogue.groups.classes
        for said in REFERENCE.how_it_works(group.id)
        if said.unchecked
    ]
    assert len(hidden) == 7
    views = [pages.treatment(REFERENCE, drug, TODAY) for drug in DRUGS]
    views += [pages.category(REFERENCE, kind, TODAY) for kind, _name in REFERENCE.catalogue.categories]
    told = " ".join(one.text for view in views for one in shown(view))
    assert [text for text in hidden if text[1:] in told] == []


@pytest.mark.parametrize("topic", REFERENCE.topics, ids=lambda topic: str(topic.id))
@pytest.mark.parametrize("door_open", [False, True])
def test_an_unchecked_bullet_of_a_topic_wears_its_badge(topic: Topic, door_open: bool) -> None:
    view = pages.topic(REFERENCE, topic, TODAY, door_open)
    bullets = topic.bullets if door_open else topic.open_bullets
    badged = {one.text for one in shown(view) if one.badge == NOT_CHECKED}
    assert badged == {wording.say(bullet.text) for bullet in bullets if bullet.unchecked}
    unsure = {one.text for one in shown(view) if not one.badge and not one.numbers}
    assert unsure == {bullet.text for bullet in bullets if bullet.kind == "log"}


def test_a_medicine_known_from_copies_only_says_so() -> None:
    from_summary = {drug.id for drug in DRUGS if pages.treatment(REFERENCE, drug, TODAY).badges}
    assert from_summary == {"pegfilgrastim", "giredestrant"}


def test_a_label_says_its_day_and_after_two_years_that_it_may_have_changed() -> None:
    letrozole = REFERENCE.catalogue.get("letrozole")
    assert letrozole is not None
    first = next(one for one in pages.treatment(REFERENCE, letrozole, TODAY).sources if "Femara" in one)
    assert "2024" in first
    assert "may have changed" in first
    fresh = pages.treatment(REFERENCE, letrozole, dt.date(2025, 1, 1)).sources
    assert not any("may have changed" in one for one in fresh if "Femara" in one)


def test_how_a_treatment_is_approved_names_its_source_or_wears_its_badge() -> None:
    for drug in REFERENCE.catalogue.drugs:
        view = pages.treatment(REFERENCE, drug, TODAY)
        if view.status:
            assert view.status_numbers or NOT_CHECKED in view.status, drug.id
            continue
        told = [said for part in view.parts for said in part.lines if said.text == drug.approval.text]
        assert all(said.numbers or said.badge for said in told), drug.id
