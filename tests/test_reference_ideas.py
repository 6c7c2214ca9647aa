"""Ideas that may help as pages of the reference: each opens, says why with its source or its badge, and is found."""

import datetime as dt

import pytest

from mbc_journal.catalogue import Catalogue
from mbc_journal.journaling import Idea
from mbc_journal.paths import resources
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.idea_pages import ALL
from mbc_journal.reference.pages import NOT_CHECKED, View
from mbc_journal.reference.search import Group, Index, Key

TODAY = dt.date(2026, 11, 26)
REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
INDEX = Index(REFERENCE)
IDEAS = REFERENCE.ideas.all


def page(idea_id: str) -> View:
    found = ways.view(REFERENCE, Key(Group.IDEA, idea_id), TODAY, ())
    assert found is not None
    return found


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: str(idea.id))
def test_an_idea_says_what_to_do_and_why_with_its_source_or_its_badge(idea: Idea) -> None:
    shown = page(idea.id)
    assert (shown.title, shown.line[0].text) == (idea.title, idea.how)
    why = shown.parts[-1].lines[0]
    assert why.text == idea.why
    assert bool(why.badge) is (not idea.is_checked)
    assert len(shown.sources) == len(why.numbers) == (len(set(idea.sources)) if idea.is_checked else 0)
    assert shown.checked == ("Checked on 23 Nov 2026." if idea.is_checked else "Not yet checked.")


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: str(idea.id))
def test_an_idea_is_found_by_its_title(idea: Idea) -> None:
    assert Key(Group.IDEA, idea.id) in [hit.key for hit in INDEX.find(idea.title).hits]


@pytest.mark.parametrize("typed", ["fear", "sleep", "loneliness", "scanxiety", "worry"])
def test_a_feeling_finds_ideas(typed: str) -> None:
    assert Group.IDEA in {hit.key.group for hit in INDEX.find(typed).hits}


def test_an_idea_leads_to_what_it_may_help_with() -> None:
    for idea in IDEAS:
        scales = {scale for effect in page(idea.id).eases for scale in REFERENCE.catalogue.effects[effect].log_ids}
        assert {*idea.helps_with} <= scales


def test_a_number_that_was_not_checked_says_so() -> None:
    lines = {line.number: line.checked for idea in IDEAS for line in idea.lines}
    assert lines
    for idea in IDEAS:
        called = [said for part in page(idea.id).parts[:-1] for said in part.lines]
        assert [said.badge for said in called] == ["" if line.checked else NOT_CHECKED for line in idea.lines]


def test_the_list_of_ideas_holds_every_one() -> None:
    assert page(ALL).ideas == IDEAS
    assert len(IDEAS) == 28


def test_an_unknown_idea_has_no_page() -> None:
    assert ways.view(REFERENCE, Key(Group.IDEA, "nothing"), TODAY, ()) is None
    assert ways.key_of_id(REFERENCE, "name-the-feeling") == Key(Group.IDEA, "name-the-feeling")
