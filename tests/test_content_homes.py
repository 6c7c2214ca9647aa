"""All that the article speaks of has a home here that can be opened, and each home is reached by search."""

import datetime as dt

import pytest

from mbc_journal.catalogue import Catalogue
from mbc_journal.journaling import Ideas
from mbc_journal.paths import resources
from mbc_journal.reference import BulletKind, Reference, Topic, ways
from mbc_journal.reference.search import Group, Index, Key
from mbc_journal.scales import Scales
from tests.content_homes import HOMES, Home, spread

FOLDER = resources() / "reference" / "en"
REFERENCE = Reference(Catalogue.load(FOLDER))
INDEX = Index(REFERENCE)
IDEAS = Ideas.load(FOLDER)
SCALES = {scale.id for scale in Scales.load(resources() / "scales")}
CLASSES = {group.id: group for group in REFERENCE.catalogue.groups.classes}
BULLETS = {bullet.id: (topic, bullet) for topic in REFERENCE.topics for bullet in topic.bullets}
TODAY = dt.date(2026, 11, 26)


def opened(key: Key) -> str:
    """All that a page says with the outlook door open, in one text."""
    view = ways.view(REFERENCE, key, TODAY, (), door_open=True)
    assert view is not None, key
    said = [one.text for part in (*view.call, *view.parts) for one in part.lines]
    return "\n".join([*(one.text for one in view.line), *said, *view.questions])


@pytest.mark.parametrize("home", HOMES, ids=lambda home: str(home.part))
def test_each_part_has_its_home(home: Home) -> None:
    assert [one for one in home.drugs.split() if not opened(Key(Group.TREATMENT, one))] == []
    assert [one for one in home.ideas.split() if IDEAS.get(one) is None] == []
    assert [one for one in home.scales.split() if one not in SCALES] == []
    assert [one for one in home.signs.split() if one not in REFERENCE.signs] == []
    assert [one for one in home.effects.split() if one not in REFERENCE.catalogue.effects] == []
    assert [one for one in home.classes.split() if one not in CLASSES] == []


@pytest.mark.parametrize("home", HOMES, ids=lambda home: str(home.part))
def test_each_bullet_of_a_part_is_on_the_page_of_its_topic(home: Home) -> None:
    for one in spread(home.bullets):
        topic, bullet = BULLETS[one]
        assert bullet.text in opened(Key(Group.TOPIC, topic.id)), one


def test_every_treatment_topic_and_idea_is_the_home_of_something() -> None:
    housed = {one for home in HOMES for one in home.drugs.split()}
    assert {drug.id for drug in REFERENCE.catalogue.drugs} - housed == set()
    assert {one for home in HOMES for one in home.ideas.split()} == {idea.id for idea in IDEAS.all}
    topics = {one.rpartition(".")[0] for home in HOMES for one in spread(home.bullets)}
    assert topics == {topic.id for topic in REFERENCE.topics}


def test_every_class_that_says_how_it_works_is_the_home_of_something() -> None:
    housed = {one for home in HOMES for one in home.classes.split()}
    assert {one for one in CLASSES if REFERENCE.how_it_works(one)} == housed


def test_how_a_class_works_is_told_on_the_page_of_each_of_its_treatments_and_of_its_category() -> None:
    for drug in REFERENCE.catalogue.drugs:
        works = [said.text for said in REFERENCE.how_it_works(drug.class_id) if not said.unchecked]
        if drug.unchecked != ("*",):
            assert all(text in opened(Key(Group.TREATMENT, drug.id)) for text in works), drug.id
            kind = opened(Key(Group.KIND, CLASSES[drug.class_id].kind))
            assert all(text[1:] in kind for text in works), drug.id


@pytest.mark.parametrize("topic", [one for one in REFERENCE.topics if not one.opt_in], ids=lambda one: str(one.id))
def test_a_topic_is_found_first_by_its_title(topic: Topic) -> None:
    assert INDEX.find(topic.title).hits[0].key.id in {topic.id, *kinds_of(topic.kind)}


def kinds_of(kind: str) -> set[str]:
    """The pages that a category's name may also lead to: itself, or its treatments."""
    return {kind} | {drug.id for drug in REFERENCE.catalogue.drugs if kind and drug.kind == kind}


def test_prompts_to_write_down_and_to_ask_stand_apart_from_facts() -> None:
    for topic, bullet in BULLETS.values():
        view = ways.view(REFERENCE, Key(Group.TOPIC, topic.id), TODAY, (), door_open=True)
        assert view is not None
        assert (bullet.text in view.questions) == (bullet.kind is BulletKind.ASK), bullet.id
        written = [one.text for part in view.parts if part.title == "Worth writing down" for one in part.lines]
        assert (bullet.text in written) == (bullet.kind is BulletKind.LOG), bullet.id


def test_a_range_of_bullets_is_each_of_them() -> None:
    assert spread("a-b.1 c.2-4") == ["a-b.1", "c.2", "c.3", "c.4"]
    assert spread("") == []
