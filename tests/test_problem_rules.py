"""Every problem says what happened, that nothing was lost, and what to do; without blame and without jargon."""

import inspect
import re
import string
from pathlib import Path

import pytest

from mbc_journal import problems
from mbc_journal.db import reasons
from mbc_journal.problems import (
    CannotWrite,
    ChoiceMissing,
    ImportRefused,
    JournalMissing,
    JournalTooNew,
    NotAllowed,
    NotSaved,
    ResourceBroken,
    UserProblem,
)

ALL = [kind for _name, kind in inspect.getmembers(problems, inspect.isclass) if issubclass(kind, UserProblem)]
SAYS_ITSELF = (NotAllowed, ImportRefused, ChoiceMissing)
FACTS = {
    "path": "/journals/journal.mbcj", "found": 9, "known": 5, "computer": "desk", "since": "09:12",
    "why": "the disk is full", "file": "symptoms.json", "where": "line 3", "say": "Choose the patient.",
}  # fmt: skip
JARGON = re.compile(
    r"\b(error|exception|invalid|null|none|sql\w*|database|parse\w*|fail(ed|ure)|abort\w*|fatal|illegal|permission|"
    r"denied|schema|utf|json|traceback|errno|corrupt\w*|user|oops|sorry|please contact|you must|wrongly)\b",
    re.IGNORECASE,
)
REASONS = (reasons.FULL, reasons.BROKEN, reasons.GONE, reasons.READ_ONLY, reasons.BUSY, reasons.CHANGED)


@pytest.fixture(params=ALL, ids=[kind.__name__ for kind in ALL])
def kind(request: pytest.FixtureRequest) -> type[UserProblem]:
    """Each kind of problem in turn."""
    found: type[UserProblem] = request.param
    return found


def _sentences(kind: type[UserProblem]) -> tuple[str, ...]:
    return kind(**FACTS).sentences()


def test_a_problem_says_what_happened_that_nothing_was_lost_and_what_to_do(kind: type[UserProblem]) -> None:
    assert kind.HAPPENED
    assert kind.KEPT
    assert kind.DO_NEXT or kind in SAYS_ITSELF


def test_every_sentence_is_a_sentence(kind: type[UserProblem]) -> None:
    for said in _sentences(kind) if kind not in SAYS_ITSELF else _sentences(kind)[1:]:
        assert said[0].isupper() or said.startswith("/"), said
        assert said.endswith("."), said
        assert "  " not in said


def test_no_place_stays_open_and_no_fact_is_asked_for_that_nobody_gives(kind: type[UserProblem]) -> None:
    for said in _sentences(kind):
        assert "{" not in said
        assert "}" not in said
    asked = {
        name for text in (kind.HAPPENED, kind.KEPT, kind.DO_NEXT) for _a, name, _b, _c in string.Formatter().parse(text)
    }
    assert asked - {None} <= set(FACTS)


def test_no_problem_speaks_in_jargon_or_blames(kind: type[UserProblem]) -> None:
    for text in (kind.HAPPENED, kind.KEPT, kind.DO_NEXT):
        assert not [found[0] for found in JARGON.finditer(text) if found[0] != "error"], text
        assert "!" not in text
    for text in (kind.KEPT, kind.DO_NEXT):
        assert "error" not in text


def test_no_sentence_is_too_long_to_read_when_tired(kind: type[UserProblem]) -> None:
    for text in (kind.HAPPENED, kind.KEPT, kind.DO_NEXT):
        for sentence in re.split(r"(?<=[.?]) ", text):
            assert len(sentence.split()) <= 20, sentence


def test_what_was_kept_is_said_in_plain_words(kind: type[UserProblem]) -> None:
    kept = ("nothing", "unchanged", "kept", "still on this page", "not touched", "not changed")
    assert any(word in kind.KEPT.lower() for word in kept)


def test_the_text_of_a_problem_is_its_sentences(kind: type[UserProblem]) -> None:
    problem = kind(**FACTS)
    assert str(problem) == " ".join(problem.sentences())
    assert problem.facts == FACTS


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    codes = {kind: kind.exit_code for kind in ALL}
    assert (codes.pop(ChoiceMissing), codes.pop(ImportRefused), codes.pop(ResourceBroken)) == (3, 4, 1)
    assert set(codes.values()) == {5}


def test_a_path_with_braces_or_percent_signs_is_only_a_path() -> None:
    odd = Path("/tmp/{why} %s {0}.mbcj")
    assert str(odd) in str(JournalMissing(path=odd))
    assert "{why}" in str(CannotWrite(path=odd, why="the disk is full"))


def test_a_sentence_of_its_own_may_hold_braces() -> None:
    assert str(NotAllowed(why='{"a": 1} is not a number we know.')).startswith('{"a": 1} is not')


def test_a_newer_journal_names_both_versions() -> None:
    assert "(9; this one knows 5)" in str(JournalTooNew(found=9, known=5))


@pytest.mark.parametrize("why", REASONS)
def test_not_saved_gives_one_of_its_reasons_and_says_that_the_text_stays(why: str) -> None:
    said = NotSaved(why=why).sentences()
    assert said[0] == f"Not saved: {why}."
    assert said[1] == "Your answers are still on this page."
    assert said[2].startswith("Try again")
    assert why[0].islower()
    assert not why.endswith(".")


def test_the_reasons_are_the_five_of_the_design_and_a_file_that_another_program_changed() -> None:
    assert REASONS == (
        "the disk is full", "the disk reported an error", "the journal is no longer where it was",
        "the journal can only be read here", "another program holds the journal",
        "another program changed the journal",
    )  # fmt: skip


class _DriverError(Exception):
    """An error as the driver words it."""


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("database or disk is full", reasons.FULL), ("disk I/O error", reasons.BROKEN),
        ("attempt to write a readonly database", reasons.READ_ONLY), ("database is locked", reasons.BUSY),
        ("unable to open database file", reasons.BROKEN),
    ],
)  # fmt: skip
def test_the_words_of_the_driver_are_told_as_a_reason(tmp_path: Path, words: str, why: str) -> None:
    path = tmp_path / "journal.mbcj"
    path.touch()
    assert reasons.why_not_saved(_DriverError(words), path) == why


def test_a_journal_that_is_gone_is_said_before_anything_else(tmp_path: Path) -> None:
    assert reasons.why_not_saved(_DriverError("database or disk is full"), tmp_path / "none") == reasons.GONE


@pytest.mark.parametrize(
    ("words", "damage"),
    [("database disk image is malformed", True), ("file is not a database", True), ("Could not decode to UTF-8", True),
     ("database is locked", False), ("disk I/O error", False)],
)  # fmt: skip
def test_only_a_file_that_makes_no_sense_is_called_damaged(words: str, damage: bool) -> None:
    assert reasons.is_damage(_DriverError(words)) is damage


@pytest.mark.parametrize(
    ("words", "key", "kind_of"),
    [
        ("database is locked", "", problems.JournalOpenElsewhere),
        ("file is not a database", "k", problems.JournalLocked),
        ("file is not a database", "", problems.JournalDamaged), ("malformed", "", problems.JournalDamaged),
    ],
)  # fmt: skip
def test_a_file_that_will_not_open_is_refused_by_its_own_problem(
    tmp_path: Path, words: str, key: str, kind_of: type[UserProblem]
) -> None:
    assert isinstance(reasons.refusal(_DriverError(words), tmp_path / "a.mbcj", key), kind_of)
