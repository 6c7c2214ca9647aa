"""The search of the reference: any name or plain word, also misspelt, finds its page first; the door stays shut."""

import functools
import time

import pytest

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.reference import Reference
from mbc_journal.reference.search import LONGEST, Found, Group, Index, Key

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
INDEX = Index(REFERENCE)
DRUGS = REFERENCE.catalogue.drugs


def first(typed: str) -> Key:
    return INDEX.find(typed).hits[0].key


@functools.cache
def owners(name: str) -> frozenset[str]:
    return frozenset(drug.id for drug in DRUGS if name in drug.names)


def test_every_name_and_brand_is_found_first() -> None:
    names = sorted({name for drug in DRUGS for name in drug.names})
    assert [name for name in names if not _leads_to_its_drug(name)] == []


def _leads_to_its_drug(name: str) -> bool:
    hits = {hit.key for group, hits in INDEX.find(name).groups for hit in hits if group is Group.TREATMENT}
    return bool({key.id for key in hits} & owners(name))


def test_every_single_name_with_one_letter_wrong_is_found() -> None:
    names = sorted({name for drug in DRUGS for name in drug.names if len(name) >= 6 and " " not in name})
    lost = []
    for name in names:
        for at in (1, len(name) // 2, len(name) - 1):
            wrong = name[:at] + "x" + name[at + 1 :]
            hits = INDEX.find(wrong).hits
            if not any(hit.key.id in owners(name) for hit in hits[:3]):
                lost.append((name, wrong))
    assert lost == []


def test_every_class_leads_to_its_category() -> None:
    lost = []
    for group in REFERENCE.catalogue.groups.classes:
        keys = {hit.key for hit in INDEX.find(group.name).hits}
        if Key(Group.KIND, group.kind) not in keys:
            lost.append(group.name)
    assert lost == []


def test_every_plain_word_leads_to_its_side_effect() -> None:
    plain = REFERENCE.plain_words
    lost = [
        (word, effect)
        for effect, words in plain.effects.items()
        for word in words
        if Key(Group.EFFECT, effect) not in {hit.key for hit in INDEX.find(word).hits}
    ]
    assert lost == []


def test_every_plain_word_leads_to_its_topic() -> None:
    plain = REFERENCE.plain_words
    lost = [
        (word, topic)
        for topic, words in plain.topics.items()
        for word in words
        if Key(Group.TOPIC, topic) not in {hit.key for hit in INDEX.find(word).hits}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("my feet burn", Key(Group.EFFECT, "numbness")),
        ("pins and needles", Key(Group.EFFECT, "numbness")),
        ("I am so tired", Key(Group.EFFECT, "fatigue")),
        ("can I fly", Key(Group.TOPIC, "practical")),
        ("what is the brca gene", Key(Group.TOPIC, "biomarker-tests")),
        ("CDK4/6", Key(Group.TOPIC, "targeted-therapy")),
        ("herceptin side effects", Key(Group.TREATMENT, "trastuzumab")),
        ("  KADCYLA ", Key(Group.TREATMENT, "trastuzumab-emtansine")),
        ("hospice", Key(Group.TOPIC, "palliative-care")),
        ("supportive care", Key(Group.KIND, "supportive")),
    ],
)
def test_plain_questions_find_their_page_first(typed: str, key: Key) -> None:
    assert first(typed) == key


def test_words_of_a_text_are_found_where_no_name_holds_them() -> None:
    found = INDEX.find("can I have wine")
    assert [group for group, _hits in found.groups] == [Group.TEXT]
    assert {hit.key.id for hit in found.hits} >= {"paclitaxel", "docetaxel"}


def test_the_best_group_comes_first_and_a_group_is_short() -> None:
    found = INDEX.find("trastuzumab")
    assert found.groups[0][0] is Group.TREATMENT
    assert all(len(hits) <= 8 for _group, hits in found.groups)
    assert len(set(found.hits)) == len(found.hits)


def test_nothing_found_names_what_is_nearest() -> None:
    found = INDEX.find("zzzqq")
    assert found.groups == ()
    assert len(found.near) <= 3


@pytest.mark.parametrize("typed", ["", "   ", "\U0001f642", "[(*.", "\0", "\u202e", "\n\t"])
def test_words_without_letters_find_nothing(typed: str) -> None:
    assert INDEX.find(typed) == Found()


def test_letters_beyond_the_longest_are_not_looked_at() -> None:
    assert INDEX.find("letrozole" + " " * LONGEST + "paclitaxel").hits[0].key.id == "letrozole"
    assert INDEX.find("x" * 5_000) == INDEX.find("x" * LONGEST)


def test_a_key_press_is_answered_at_once() -> None:
    INDEX.find("warm")
    taken = []
    for typed in ("n", "nu", "num", "numb", "numb f", "letr", "letrozole", "xelda", "tingling feet"):
        begun = time.perf_counter()
        INDEX.find(typed)
        taken.append(time.perf_counter() - begun)
    assert sorted(taken)[len(taken) // 2] < 0.016
