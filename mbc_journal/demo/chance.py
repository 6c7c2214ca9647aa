"""Chance that comes out the same for the same words, on every computer and in every Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of numbers that its words decide; only `random()` is used, which no Python version changes."""

    def __init__(self, *words: object) -> None:
        self._random = random.Random("/".join(str(word) for word in words))

    def roll(self) -> float:
        """A number from 0 to below 1."""
        return self._random.random()

    def often(self, share: float) -> bool:
        """Yes in `share` of all cases."""
        return self.roll() < share

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.roll() * (most - least + 1))

    def wobble(self, width: float) -> float:
        """A number around 0, at most `width` away, small ones more often."""
        return (self.roll() + self.roll() - 1.0) * width

    def pick(self, choices: Sequence[T]) -> T:
        """One of `choices`."""
        return choices[int(self.roll() * len(choices))]

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """All of `choices` in another order."""
        left = list(choices)
        return [left.pop(int(self.roll() * len(left))) for _turn in choices]
