"""Coping ideas: 28 plain steps with their reasons, each with a source or its mark."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from mbc_journal.journaling import Effort, Idea, Ideas
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from mbc_journal.scales import Scales

REFERENCE = resources() / "reference" / "en"
IDEAS = Ideas.load(REFERENCE)
SCALES = Scales.load(resources() / "scales")


def test_all_ideas_are_there_once() -> None:
    ids = [idea.id for idea in IDEAS.all]
    assert len(ids) == len(set(ids)) == 28
    assert len({idea.title for idea in IDEAS.all}) == 28


@pytest.mark.parametrize("idea", IDEAS.all, ids=lambda idea: str(idea.id))
def test_a_reason_has_sources_and_a_date_or_is_marked_as_not_yet_checked(idea: Idea) -> None:
    if idea.is_checked:
        assert IDEAS.sources(idea)
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", idea.checked)
    else:
        assert "why" in idea.unchecked
    assert [source.id for source in IDEAS.sources(idea)] != [] or idea.sources == ()


@pytest.mark.parametrize("idea", IDEAS.all, ids=lambda idea: str(idea.id))
def test_an_idea_helps_with_something_that_can_be_logged(idea: Idea) -> None:
    assert idea.helps_with
    assert {scale.id for scale in SCALES} >= set(idea.helps_with)


def test_sentences_are_short() -> None:
    said = [text for idea in IDEAS.all for text in (idea.how, idea.why)]
    sentences = [sentence for text in said for sentence in re.split(r"(?<=[.:])\s+", text)]
    assert sum(len(sentence.split()) for sentence in sentences) <= 12 * len(sentences)
    assert max(len(sentence.split()) for sentence in sentences) <= 25
    assert all(text.endswith((".", '."')) for text in said)


def test_ideas_are_listed_by_what_they_help_with_and_stand_under_each() -> None:
    assert IDEAS.helps_with == ("anxiety", "sadness", "insomnia", "pain", "fatigue", "joint-pain")
    breathing = IDEAS.get("breathing")
    assert breathing in IDEAS.helping("anxiety")
    assert breathing in IDEAS.helping("insomnia")
    assert IDEAS.helping("anxiety", "insomnia").count(breathing) == 1
    assert set(IDEAS.helping("anxiety", "insomnia")) == {*IDEAS.helping("anxiety"), *IDEAS.helping("insomnia")}
    assert IDEAS.helping() == ()
    assert {idea.id for scale in IDEAS.helps_with for idea in IDEAS.helping(scale)} == set(IDEAS.titles)


def test_a_crisis_line_is_to_be_called_not_to_be_tried() -> None:
    crisis = IDEAS.get("crisis-line")
    assert crisis is not None
    assert {(line.where, line.number) for line in crisis.lines} == {
        ("United States", "988"),
        ("Spain", "024"),
        ("Canada", "988"),
        ("United Kingdom and Ireland", "116 123"),
    }
    assert [idea.id for idea in IDEAS.all if not idea.can_be_tried] == ["crisis-line"]


def test_efforts_are_of_three_sizes() -> None:
    assert {idea.effort for idea in IDEAS.all} == set(Effort)


def test_an_idea_that_is_not_there_is_none() -> None:
    assert IDEAS.get("no-such-idea") is None
    assert IDEAS.helping("hot-flashes") == ()


def test_nothing_is_read_before_it_is_asked_for_and_a_damaged_file_names_its_place(tmp_path: Path) -> None:
    entries = json.loads((REFERENCE / "coping.json").read_text(encoding="utf-8"))
    entries["ideas"][2]["sources"] = ["nobody"]
    (tmp_path / "coping.json").write_text(json.dumps(entries), encoding="utf-8")
    damaged = Ideas.load(tmp_path)
    with pytest.raises(ResourceBroken, match=r"coping\.json, at ideas\[2\]"):
        damaged.get("breathing")


def test_a_reason_names_its_sources_and_day_or_that_it_is_unchecked() -> None:
    for idea in IDEAS.all:
        said = IDEAS.why_words(idea, dt.date(2026, 11, 26))
        assert idea.why in said
        assert said.startswith("Not yet checked: ") is not idea.is_checked
        assert said.endswith("Checked on 23 Nov 2026.") is idea.is_checked
        assert not idea.is_checked or all(source.title in said for source in IDEAS.sources(idea))


def test_a_crisis_line_is_said_with_its_place() -> None:
    (dark,) = [idea for idea in IDEAS.all if idea.lines]
    assert [line.words for line in dark.lines[:2]] == ["United States: 988", "Spain: 024"]
