"""The search of the reference: any name or plain word, also misspelt, finds its page first; the door stays shut."""

import functools
import string
from collections.abc import Iterator

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


def wrong(name: str) -> Iterator[str]:
    """`name` with each letter left out, and each taken for another.

    Which letter stands in for it goes round the alphabet, so that over all names each letter is tried.
    """
    for at, letter in enumerate(name):
        other = string.ascii_lowercase[(at * 7 + len(name) * 3 + ord(letter)) % 26]
        if other != letter.casefold():
            yield name[:at] + other + name[at + 1 :]
        yield name[:at] + name[at + 1 :]


def test_every_name_and_brand_is_found_first() -> None:
    names = sorted({name for drug in DRUGS for name in drug.names})
    assert [name for name in names if first(name).id not in owners(name)] == []


def test_every_name_and_brand_with_one_letter_wrong_is_found_first() -> None:
    names = sorted({name for drug in DRUGS for name in drug.names if len(name) > 4})
    means_less = set(REFERENCE.plain_words.small)
    lost = [
        (name, typed)
        for name in names
        for typed in wrong(name)
        if not means_less & set(typed.casefold().split()) - set(name.split()) and first(typed).id not in owners(name)
    ]
    assert lost == []


def test_a_short_name_with_one_letter_wrong_is_among_what_is_found() -> None:
    for name, typed in (("SBRT", "SBTR"), ("SBRT", "SBT"), ("T-DXd", "T-DXs"), ("T-DM1", "TDM1")):
        found = INDEX.find(typed)
        assert {hit.key.id for hit in (*found.hits, *found.near)} & owners(name), typed


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("aromatase inhibitor", "hormone"), ("aromatase inhibitors", "hormone"), ("SERM", "hormone"),
        ("SERD", "hormone"), ("antibody-drug conjugates", "targeted"), ("ADC", "targeted"),
        ("CDK inhibitors", "targeted"), ("CDK4/6 inhibitors", "targeted"), ("kinase inhibitors", "targeted"),
        ("monoclonal antibodies", "targeted"), ("monoclonal antibody", "targeted"), ("mTOR inhibitor", "targeted"),
        ("PARP inhibitors", "targeted"), ("PI3K inhibitor", "targeted"), ("AKT inhibitors", "targeted"),
        ("hormone therapy", "hormone"), ("endocrine therapy", "hormone"), ("chemotherapy", "chemotherapy"),
        ("chemo", "chemotherapy"), ("targeted therapy", "targeted"), ("immunotherapy", "immunotherapy"),
        ("bone-strengthening medicines", "bone"), ("bone drugs", "bone"), ("bisphosphonates", "bone"),
        ("external radiation", "radiation"), ("internal radiation", "radiation"), ("radiation", "radiation"),
        ("surgery", "surgery"), ("palliative care", "palliative"), ("complementary", "complementary"),
        ("alternative medicine", "complementary"), ("clinical trials", "trial"),
    ],
)  # fmt: skip
def test_every_class_of_the_article_is_found_first(typed: str, kind: str) -> None:
    assert kind_of(first(typed)) == kind
    if len(typed) > 6:
        for misspelt in (typed[:3] + typed[4:], typed[:4] + "q" + typed[5:], typed + "e"):
            assert kind_of(first(misspelt)) == kind, misspelt


def kind_of(key: Key) -> str:
    """The category that a page is, introduces or belongs to."""
    drug, topic = REFERENCE.catalogue.get(key.id), REFERENCE.topic(key.id)
    if key.group is Group.KIND:
        return key.id
    if key.group is Group.TOPIC and topic is not None:
        return topic.kind
    return drug.kind if drug is not None else ""


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
        ("my hair is falling out", Key(Group.EFFECT, "hair-loss")),
        ("I am scared", Key(Group.EFFECT, "mood")),
        ("I feel sad", Key(Group.EFFECT, "mood")),
        ("I cannot sleep", Key(Group.EFFECT, "insomnia")),
        ("my mouth is sore", Key(Group.EFFECT, "mouth-sores")),
        ("38 degrees", Key(Group.EFFECT, "fever")),
        ("diarrhoea", Key(Group.EFFECT, "diarrhea")),
        ("hot flushes", Key(Group.EFFECT, "hot-flashes")),
        ("oestrogen", Key(Group.TOPIC, "hormone-therapy")),
        ("I forgot my pill", Key(Group.TOPIC, "medicine-safety")),
        ("flu jab", Key(Group.TOPIC, "vaccines-infection")),
        ("bone scan", Key(Group.TOPIC, "monitoring")),
        ("turmeric", Key(Group.TOPIC, "complementary")),
        ("men", Key(Group.TOPIC, "what-is-mbc")),
        ("am I dying", Key(Group.TOPIC, "palliative-care")),
        ("picc line", Key(Group.TREATMENT, "port-placement")),
        ("cold cap", Key(Group.TREATMENT, "scalp-cooling")),
        ("vitamin d", Key(Group.TREATMENT, "calcium-vitamin-d")),
        ("letrazole", Key(Group.TREATMENT, "letrozole")),
        ("zolendronic acid", Key(Group.TREATMENT, "zoledronic-acid")),
    ],
)
def test_plain_questions_find_their_page_first(typed: str, key: Key) -> None:
    assert first(typed) == key


@pytest.mark.parametrize("typed", ["suicide", "I want to die", "kill myself", "I do not want to live", "crisis line"])
def test_words_of_despair_lead_to_whom_to_call(typed: str) -> None:
    assert first(typed) == Key(Group.TOPIC, "when-to-call")
    topic = REFERENCE.topic("when-to-call")
    assert topic is not None
    assert any("crisis line" in bullet.text for bullet in topic.open_bullets)


@pytest.mark.parametrize("typed", ["can I have wine", "can I drink alcohol", "a beer", "alcohol"])
def test_words_of_a_text_are_found_where_no_name_holds_them(typed: str) -> None:
    found = INDEX.find(typed)
    assert [group for group, _hits in found.groups] == [Group.TEXT]
    assert {hit.key.id for hit in found.hits} >= {"paclitaxel", "docetaxel"}


@pytest.mark.parametrize(
    "typed",
    ["prognosis", "outlook", "Outlook figures", "survival", "life expectancy", "how long will I live", "statistics",
     "31%", "36.4 months", "5 years", "median survival", "chances", "death rate", "E2108", "53,240 people"],
)  # fmt: skip
def test_words_about_outlook_open_no_door_and_show_no_figure(typed: str) -> None:
    found = INDEX.find(typed)
    assert "prognosis" not in {hit.key.id for hit in (*found.hits, *found.near)}
    assert not any("%" in hit.title or "months" in hit.title for hit in (*found.hits, *found.near))


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


def test_each_group_stands_once_with_its_hits_and_the_sum_is_what_is_shown() -> None:
    for typed in ("pain", "bone", "surgery", "radiation", "nausea", "hormone", "t"):
        found = INDEX.find(typed)
        groups = [group for group, _hits in found.groups]
        assert len(groups) == len(set(groups)) > 0
        assert all(
            hits and {hit.key.group for hit in hits} == {group} for group, hits in found.groups if group != "text"
        )
        assert found.hits == tuple(hit for _group, hits in found.groups for hit in hits)
        assert found.near == ()


def test_a_hit_is_called_by_the_name_of_its_page() -> None:
    assert INDEX.find("xeloda").hits[0].title == "Capecitabine"
    assert INDEX.find("pins and needles").hits[0].title == REFERENCE.catalogue.effects["numbness"].label
    assert INDEX.find("chemo").hits[0].title == "Chemotherapy"
    assert INDEX.find("PARP inhibitors").hits[0].title == "PARP inhibitors"
