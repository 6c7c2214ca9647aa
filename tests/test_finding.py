"""What Find decides: words around the match, the order of groups, and what may be among the results."""

import datetime as dt
from collections.abc import Mapping

import pytest

from mbc_journal import finding
from mbc_journal.catalogue import Catalogue
from mbc_journal.finding import Excerpt, Kind, Result
from mbc_journal.records import Note, NoteKind, PartialDate, Profile, Question, Therapy, Visit
from mbc_journal.reference import Reference
from mbc_journal.reference.search import Group, Hit, Index, Key
from mbc_journal.scales import Scales

TODAY = dt.date(2026, 3, 4)
LONG = "It was a long day and nothing much was said. " * 40
HOSTILE = [
    "<b>hands</b> & <script>",
    "\u202e\u05d0\u05d1 hands\u202c",
    "hands \U0001f590\U0001f3fd",
    "ha\0nds",
    "handshands" * 500,
    'NEAR("hands" AND *) OR -hands:',
    "%hands_[a-z]+(",
    "\ud800hands",
    "Straße İstanbul ﬁngers",
]


def marked(excerpt: Excerpt) -> list[str]:
    return [excerpt.text[begin:end] for begin, end in excerpt.marks]


def shown(number: int) -> Result:
    return Result(Excerpt(str(number)), Excerpt(""), "journal")


def titles(results: list[Result]) -> list[str]:
    return [one.title.text for one in results]


# -- what is asked ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\0\0", "\ud800"])
def test_spaces_and_unprintable_signs_ask_for_nothing(typed: str) -> None:
    assert finding.asked(typed) == ""


def test_five_thousand_letters_are_looked_for_by_their_first(scales: Scales) -> None:
    assert len(finding.asked("a b" * 5_000)) <= finding.LONGEST
    assert finding.asked("  cold\0 gloves ") == "cold gloves"


# -- the words around the match ---------------------------------------------------------------------------------------


def test_a_short_text_is_shown_whole_with_every_match_marked() -> None:
    found = finding.around("Her hands are red.\nHandle with care.", "hand")
    assert found.text == "Her hands are red. Handle with care."
    assert marked(found) == ["hand", "Hand"]


def test_a_match_far_inside_a_long_text_is_shown_with_words_before_and_behind_it() -> None:
    found = finding.around(LONG + "Then the crocuses came out. " + LONG, "crocus")
    assert found.text.startswith("... ")
    assert found.text.endswith(" ...")
    assert "Then the crocuses came out." in found.text
    assert len(found.text) < 200
    assert marked(found) == ["crocus"]


def test_a_text_without_the_words_begins_at_its_beginning() -> None:
    found = finding.around(LONG, "crocus")
    assert found.text.startswith("It was a long day")
    assert found.marks == ()


def test_words_are_marked_where_they_begin_whatever_their_capitals_and_accents() -> None:
    assert marked(finding.around("Glovés in the glove box, foxgloves too", "GLOVE")) == ["Glové", "glove"]
    assert marked(finding.around("cold tea, gloves", "gloves cold")) == ["cold", "gloves"]


def test_signs_that_are_no_words_are_marked_as_they_stand() -> None:
    assert marked(finding.around("done!! at last", "!!")) == ["!!"]
    assert marked(finding.around("a \U0001f642 day", "\U0001f642")) == ["\U0001f642"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", ["hands", "(", "a" * 200, *HOSTILE])
def test_no_text_and_no_words_can_break_an_excerpt(text: str, words: str) -> None:
    asked = finding.asked(words)
    found = finding.around(text, asked)
    assert "\0" not in found.text
    assert len(found.text) <= 180
    assert all(0 <= begin < end <= len(found.text) for begin, end in found.marks)


# -- groups -----------------------------------------------------------------------------------------------------------


def test_groups_stand_in_their_order_and_empty_ones_are_left_out() -> None:
    found: Mapping[Kind, list[Result]] = {Kind.REFERENCE: [shown(1)], Kind.VISIT: [], Kind.NOTE: [shown(2)]}
    assert [group.kind for group in finding.grouped(found)] == [Kind.NOTE, Kind.REFERENCE]


def test_a_group_shows_eight_until_all_are_asked_for() -> None:
    nine = {Kind.NOTE: [shown(number) for number in range(9)], Kind.VISIT: [shown(number) for number in range(8)]}
    notes, visits = finding.grouped(nine)
    assert (len(notes.results), notes.more, len(visits.results), visits.more) == (8, True, 8, False)
    whole = finding.grouped(nine, frozenset({Kind.NOTE}))[0]
    assert (len(whole.results), whole.more) == (9, False)


# -- what she wrote ---------------------------------------------------------------------------------------------------


def test_a_private_note_is_found_and_says_that_it_stays_here() -> None:
    note = Note(text="Cold gloves", day=PartialDate("2026-03-02"), private=True, kind=NoteKind.HARD, tags=("hands",))
    found = finding.note(note, "hands", TODAY)
    assert found.title.text == "2 Mar, Hard thing, private: stays here"
    assert (found.detail.text, marked(found.detail)) == ("Cold gloves (hands)", ["hands"])
    assert (found.page, found.row) == ("journal", note.id)


def test_a_question_shows_its_answer_or_that_it_waits() -> None:
    waits, answered = Question(text="May I swim?"), Question(text="May I fly?", asked=True, answer="Yes, short ways.")
    assert finding.question(waits, "swim").detail.text == "Not asked yet"
    assert finding.question(answered, "short").detail == finding.around("Yes, short ways.", "short")
    assert finding.question(answered, "fly").page == "visits"


def test_a_visit_shows_who_where_and_what_was_said() -> None:
    visit = Visit(
        day=PartialDate("2026-02-09"), who="Dr Rivera", where="day clinic", said="Hands redder.", changes="less"
    )
    found = finding.visit(visit, "redder", TODAY)
    assert found.title.text == "Monday 9 February, oncologist"
    assert found.detail.text == "Dr Rivera, day clinic, Hands redder. less"
    assert (found.page, found.row, marked(found.detail)) == ("visits", visit.id, ["redder"])


@pytest.mark.parametrize("words", ["capecit", "Xeloda", "capecitabin", "second line", "CAPECITABINE"])
def test_a_treatment_is_found_by_name_brand_own_words_or_misspelt(catalogue: Catalogue, words: str) -> None:
    mine = Therapy(name="Capecitabine", reference_id="capecitabine", kind="chemotherapy", note="second line")
    other = Therapy(name="My ginger tea")
    assert titles(finding.treatments([other, mine], catalogue, words)) == ["Capecitabine"]


def test_a_treatment_of_her_own_is_found_and_a_name_that_fits_comes_first(catalogue: Catalogue) -> None:
    told, named = Therapy(name="Herbs", note="with ginger"), Therapy(name="Ginger tea")
    assert titles(finding.treatments([told, named], catalogue, "ginger")) == ["Ginger tea", "Herbs"]


# -- what she logged --------------------------------------------------------------------------------------------------


def logged(scales: Scales, words: str, *ids: str, hidden: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    since = dict.fromkeys(ids, dt.date(2026, 1, 5))
    return [(one.page, one.scale) for one in finding.symptoms(since, scales, Profile(hidden=hidden), words)]


def test_only_what_was_logged_is_found_on_the_page_where_it_is_drawn(scales: Scales) -> None:
    assert logged(scales, "tired", "fatigue", "pain") == [("symptoms", "fatigue")]
    assert logged(scales, "tired") == []
    assert logged(scales, "neutrophils", "anc", "neutrophils")[0][0] == "results"


def test_how_much_it_got_in_the_way_is_no_result_of_its_own(scales: Scales) -> None:
    assert logged(scales, "tiredness", "fatigue", "fatigue-impact") == [("symptoms", "fatigue")]


def test_a_scale_of_her_own_is_found(scales: Scales) -> None:
    assert logged(scales, "hum", "other:Humming in the ears [level]") == [
        ("symptoms", "other:Humming in the ears [level]")
    ]


def test_what_she_hid_is_not_found(scales: Scales) -> None:
    assert logged(scales, "weight", "weight", hidden=("weight",)) == []
    assert logged(scales, "weight", "weight") == [("results", "weight")]


# -- the reference ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> Reference:
    return Reference(catalogue)


def test_pages_of_the_reference_are_found_by_brand_symptom_and_topic(known: Reference) -> None:
    index = Index(known)
    assert [one.verb for one in finding.reference(known, index.find("kadcyla").hits, "kadcyla")] == [
        "trastuzumab-emtansine"
    ]
    assert "Diarrhea" in titles(finding.reference(known, index.find("diarrhoea").hits, "diarrhoea"))
    assert "Palliative care" in titles(finding.reference(known, index.find("palliative").hits, "palliative"))


@pytest.mark.parametrize("words", ["outlook", "outlook figures", "prognosis", "survival", "how long do I have"])
def test_outlook_figures_are_never_among_the_results(known: Reference, words: str) -> None:
    found = finding.reference(known, Index(known).find(words).hits, words)
    assert "Outlook figures" not in titles(found)
    assert "prognosis" not in [one.verb for one in found]


def test_outlook_figures_stay_out_even_if_the_search_would_offer_them(known: Reference) -> None:
    assert finding.reference(known, [Hit(Key(Group.TOPIC, "prognosis"), "Outlook figures")], "outlook") == []


def test_a_page_that_cannot_be_opened_is_no_result(known: Reference) -> None:
    assert finding.reference(known, [Hit(Key(Group.TOPIC, "no-such-page"), "Nothing")], "nothing") == []
