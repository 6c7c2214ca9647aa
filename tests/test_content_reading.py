"""How easy the reference is to read: every entry, topic, idea and sign in one table (`pytest -s`), and its limits."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from mbc_journal import call
from mbc_journal.catalogue import Catalogue
from mbc_journal.journaling import Ideas
from mbc_journal.paths import resources
from mbc_journal.reference import Reference
from tests.plain_words import grade, sentences, words_a_sentence

FOLDER = resources() / "reference" / "en"
REFERENCE = Reference(Catalogue.load(FOLDER))
DRUG_NAMES = sorted({name for drug in REFERENCE.catalogue.drugs for name in drug.names}, key=len, reverse=True)
KNOWN = re.compile("|".join(map(re.escape, DRUG_NAMES)), re.IGNORECASE)
NAME = re.compile(
    r"\b(?:\w+(?:mab|ciclib|lisib|parib|tinib|taxel|platin|rubicin|strant|zole|fene|relin|setron|pitant|stim|bulin"
    r"|dronate|dronic|lumab|lapine|perazine|xetine|pentin|metide|deruxtecan|govitecan|emtansine)|CYP\w+|PIK3CA"
    r"|capecitabine|gemcitabine|vinorelbine|ixabepilone|cyclophosphamide|everolimus|hyaluronidase|metastatic"
    r"|triple-negative|anthracyclines?|carbamazepine|clarithromycin|itraconazole|ritonavir|phenytoin)\b",
    re.IGNORECASE,
)
LONGEST = 30  # words of one sentence; a list of blood tests is the longest


def masked(texts: Iterable[str]) -> list[str]:
    """Texts with each name of a medicine or a marker as one short word."""
    return [NAME.sub("drug", KNOWN.sub("drug", text)) for text in texts]


@dataclass(frozen=True)
class Reading:
    """How hard one page is: the school grade and the words of its sentences."""

    page: str
    texts: tuple[str, ...]

    @property
    def grade(self) -> float:
        return grade(self.texts)

    @property
    def words(self) -> float:
        return words_a_sentence(self.texts)

    @property
    def longest(self) -> int:
        return max(len(sentence) for sentence in sentences(self.texts))


def pages() -> Iterator[tuple[str, list[str]]]:
    for entry in REFERENCE.entries():
        yield entry.id, [*(said.text for said in entry.statements()), *entry.ask]
    for topic in REFERENCE.topics:
        yield f"topic {topic.id}", [bullet.text for bullet in topic.bullets]
    for idea in Ideas.load(FOLDER).all:
        yield f"idea {idea.id}", [idea.how, idea.why]
    signs = call.load(FOLDER).signs
    yield "signs emergency", [sign.text for sign in signs if sign.urgency is call.Urgency.EMERGENCY]
    yield "signs call now", [sign.text for sign in signs if sign.urgency is call.Urgency.CALL_NOW]
    yield (
        "how classes work",
        [said.text for group in REFERENCE.catalogue.groups.classes for said in REFERENCE.how_it_works(group.id)],
    )


READINGS = tuple(Reading(page, tuple(masked(texts))) for page, texts in pages())
GRADES = sorted(reading.grade for reading in READINGS)


def test_the_table_holds_every_page() -> None:
    assert len(READINGS) == 104 + 25 + 28 + 3
    print(f"\n{'page':<45}{'grade':>7}{'words':>7}{'longest':>9}")
    for reading in sorted(READINGS, key=lambda one: -one.grade):
        print(f"{reading.page:<45}{reading.grade:>7.1f}{reading.words:>7.1f}{reading.longest:>9}")
    median, most, worst = GRADES[len(GRADES) // 2], GRADES[len(GRADES) * 9 // 10], GRADES[-1]
    print(f"masked grade: median {median:.1f}, 90 % {most:.1f}, worst {worst:.1f}")


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: str(reading.page))
def test_a_page_is_easy_to_read(reading: Reading) -> None:
    assert reading.grade <= 8
    assert reading.words <= 15
    assert reading.longest <= LONGEST


def test_half_of_all_pages_are_easier_still_and_nine_in_ten_by_far() -> None:
    assert GRADES[len(GRADES) // 2] <= 6.5
    assert GRADES[len(GRADES) * 9 // 10] <= 7


def test_a_name_counts_as_one_short_word_and_other_words_as_they_are() -> None:
    assert masked(["Trastuzumab deruxtecan, palbociclib and CYP3A4."]) == ["drug, drug and drug."]
    assert masked(["Shortness of breath"]) == ["Shortness of breath"]
    assert Reading("", ("Take it. It is a pill that you swallow: one.",)).longest == 8


def test_the_measure_knows_hard_words_from_plain_ones() -> None:
    plain = grade(["You may feel sick. Call us."])
    hard = grade(["Gastrointestinal complications necessitate immediate multidisciplinary consultation."])
    assert plain < 3 < 15 < hard
