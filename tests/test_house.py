"""The rules of the house, read from the source; each also catches its own bad samples."""

from functools import cache

import pytest

from tests.house import calls, rooms, shape, sizes
from tests.house.source import Files, Program, Rule, parse, whole

RULES = (*sizes.RULES, *rooms.RULES, *shape.RULES, *calls.RULES)


@cache
def program() -> Program:
    """The checkout, read once a run."""
    return whole()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.says)
def test_the_program_keeps(rule: Rule) -> None:
    found = rule.find(program())
    assert not found, f"{rule.says}:\n" + "\n".join(found)


@pytest.mark.parametrize(("rule", "files"), [(rule, files) for rule in RULES for files in rule.bad])
def test_a_bad_sample_is_caught(rule: Rule, files: Files) -> None:
    assert rule.find(parse(files)), f"not caught: {rule.says}"


@pytest.mark.parametrize(("rule", "files"), [(rule, files) for rule in RULES for files in rule.good])
def test_a_good_sample_is_left_alone(rule: Rule, files: Files) -> None:
    assert rule.find(parse(files)) == []
