"""The rules of the house, read from the source; each also catches its own bad samples."""

import pytest

from tests.house import calls, proofs, rooms, shape, sizes, words
from tests.house.source import Files, Program, Rule, parse, whole

RULES = (*sizes.RULES, *rooms.RULES, *shape.RULES, *calls.RULES, *words.RULES, *proofs.RULES)


def _samples(which: str) -> list[object]:
    found = [(rule, number, files) for rule in RULES for number, files in enumerate(getattr(rule, which), 1)]
    return [pytest.param(rule, files, id=f"{rule.says} ({number})") for rule, number, files in found]


@pytest.fixture(scope="module")
def program() -> Program:
    """The checkout, read once for all rules."""
    return whole()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.says)
def test_the_program_keeps(rule: Rule, program: Program) -> None:
    found = rule.find(program)
    assert not found, f"{rule.says}:\n" + "\n".join(found)


@pytest.mark.parametrize(("rule", "files"), _samples("bad"))
def test_a_bad_sample_is_caught(rule: Rule, files: Files) -> None:
    assert rule.find(parse(files)), f"not caught: {rule.says}"


@pytest.mark.parametrize(("rule", "files"), _samples("good"))
def test_a_good_sample_is_left_alone(rule: Rule, files: Files) -> None:
    assert rule.find(parse(files)) == []
