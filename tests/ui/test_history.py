"""Back and forward go where the person was."""

from mbc_journal.ui.history import History
from mbc_journal.ui.signals import Place


def test_back_and_forward_walk_the_places_visited() -> None:
    history = History()
    for name in ("today", "symptoms", "visits"):
        history.visit(Place(name))
    assert (history.back(), history.back(), history.back()) == (Place("symptoms"), Place("today"), None)
    assert (history.forward(), history.forward(), history.forward()) == (Place("symptoms"), Place("visits"), None)


def test_a_new_place_drops_what_lay_ahead() -> None:
    history = History()
    for name in ("today", "symptoms"):
        history.visit(Place(name))
    history.back()
    history.visit(Place("print"))
    assert history.forward() is None
    assert history.back() == Place("today")


def test_the_same_place_twice_is_one_visit() -> None:
    history = History()
    history.visit(Place("today"))
    history.visit(Place("today"))
    assert history.back() is None


def test_only_the_last_fifty_places_are_kept() -> None:
    history = History()
    for number in range(80):
        history.visit(Place(f"page {number}"))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == 49
