"""What the made-up journal is drawn with: chance that is the same everywhere, and shapes that fade in and out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal.demo import shapes
from mbc_journal.demo.chance import Chance
from mbc_journal.demo.shapes import Shape
from mbc_journal.paths import resources
from mbc_journal.scales import Kind, Scales

SCALES = Scales.load(resources() / "scales")


def test_the_same_words_roll_the_same_on_every_computer() -> None:
    chance = Chance("a", 1)
    assert [chance.whole(0, 999) for _turn in range(5)] == [331, 885, 783, 140, 543]
    first, second = Chance("seed", 7), Chance("seed", 7)
    assert [first.roll() for _turn in range(20)] == [second.roll() for _turn in range(20)]


@pytest.mark.parametrize(("one", "other"), [(("a", 1), ("a", 2)), (("a", "b"), ("b", "a")), (("a",), ("a", ""))])
def test_other_words_roll_otherwise(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert Chance(*one).roll() != Chance(*other).roll()


@given(seed=some.integers(0, 9_999), least=some.integers(-50, 50), room=some.integers(0, 40))
def test_a_whole_number_reaches_both_ends_and_never_beyond(seed: int, least: int, room: int) -> None:
    chance = Chance(seed)
    found = [chance.whole(least, least + room) for _turn in range(60)]
    assert least <= min(found) <= max(found) <= least + room
    if room == 1:
        assert set(found) == {least, least + 1}


@given(seed=some.integers(0, 9_999), letters=some.lists(some.integers(), min_size=1, max_size=12))
def test_shuffling_keeps_every_one_and_picking_takes_one_of_them(seed: int, letters: list[int]) -> None:
    chance, before = Chance(seed), list(letters)
    assert sorted(chance.shuffled(letters)) == sorted(before)
    assert letters == before
    assert chance.pick(letters) in letters


@pytest.mark.parametrize(("share", "least", "most"), [(0.0, 0, 0), (1.0, 400, 400), (0.5, 150, 250), (0.1, 15, 75)])
def test_often_is_as_often_as_it_says(share: float, least: int, most: int) -> None:
    chance = Chance("often")
    assert least <= sum(chance.often(share) for _turn in range(400)) <= most


def test_a_wobble_stays_in_its_width_and_is_small_more_often_than_large() -> None:
    chance = Chance("wobble")
    found = [abs(chance.wobble(2.0)) for _turn in range(500)]
    assert max(found) <= 2.0
    assert sum(one < 1.0 for one in found) > 300


@pytest.mark.parametrize(
    ("day", "cycle", "level"),
    [(1, 1, "1.2"), (6, 1, "1.2"), (7, 1, "1.7"), (8, 1, "2.2"), (12, 1, "2.2"), (13, 1, "1.7"), (14, 1, "1.2"),
     (10, 0, "2.0"), (10, 4, "2.8"), (10, 5, "2.8"), (10, 99, "2.8")],
)  # fmt: skip
def test_a_rise_fades_within_two_days_and_grows_for_four_cycles(day: int, cycle: int, level: str) -> None:
    shape = Shape(1.0, 1.0, 8, 12, 0.2)
    assert round(Decimal(shape.level(day, cycle)), 6) == Decimal(level)


def test_a_shape_without_a_rise_is_the_same_every_day() -> None:
    assert {Shape(0.9).level(day, 3) for day in range(1, 29)} == {0.9}


@pytest.mark.parametrize("regimen", sorted(shapes.SHAPES))
def test_every_shape_is_of_a_level_scale_and_lies_in_its_cycle(regimen: str) -> None:
    for scale_id, shape in shapes.SHAPES[regimen].items():
        assert SCALES.get(scale_id).kind is Kind.LEVEL, scale_id
        assert shape.last <= shapes.LENGTHS[regimen]
        assert max(shape.level(day, 4) for day in range(1, shapes.LENGTHS[regimen] + 1)) < 4.5


def test_the_rows_of_today_are_scales_of_the_program_each_once() -> None:
    assert len(set(shapes.ROWS)) == len(shapes.ROWS)
    assert set(shapes.ROWS) | set(shapes.TWICE) | set(shapes.LATELY) <= {scale.id for scale in SCALES}
    assert set(shapes.IMPACTS) <= set(shapes.TWICE)
