"""Nothing is cut, nothing overlaps, nothing scrolls sideways: every page, look, size, in both languages."""

import pytest

from mbc_journal.ui.widgets.card import PageBody
from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import SIZES, STEPS, SWEEP, THEMES, Stage, pages

_HARDEST = ((100, SIZES[0]), (150, SIZES[1]), (200, SIZES[2]))
"""A step at each size; JOURNALSWEEP=1 looks at every step at every size, in both languages and journals."""
_LOOKS = tuple((step, size) for step in STEPS for size in SIZES) if SWEEP else _HARDEST
_KINDS = (("full", "pseudo"), ("empty", "English"), ("full", "English"), ("empty", "pseudo"))[: 4 if SWEEP else 2]


@pytest.mark.parametrize(("journal", "language"), _KINDS)
def test_nothing_is_cut_at_any_step_and_size(stage: Open, journal: str, language: str) -> None:
    opened = stage(journal, language)
    opened.window.setUpdatesEnabled(False)
    faults = []
    for step, size in _LOOKS:
        opened.look("light", step)
        opened.resize(size)
        for page in pages(opened):
            faults += [f"{page.NAME} {step} {size}: {fault}" for fault in eyes.cut(opened.window)]
    assert not faults, "\n".join(faults)


def test_other_colours_move_nothing(stage: Open) -> None:
    opened = stage("full", "English")
    opened.window.setUpdatesEnabled(False)
    opened.show("treatments")
    for step in STEPS if SWEEP else (STEPS[0], STEPS[-1]):
        seen = []
        for colours in THEMES:
            opened.look(colours, step)
            seen.append(_places(opened))
        assert seen[0] == seen[1] == seen[2], step


def _places(stage: Stage) -> list[object]:
    """Where everything stands, but how far the page is scrolled."""
    return [
        widget.size().toTuple() if isinstance(widget, PageBody) else widget.geometry().getRect()
        for widget in eyes.seen(stage.window)
    ]
