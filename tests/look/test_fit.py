"""Nothing is cut, nothing overlaps, nothing scrolls sideways: every page, look, size, in both languages."""

import pytest

from mbc_journal.ui.widgets.card import PageBody
from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import SIZES, STEPS, THEMES, Stage, pages


@pytest.mark.parametrize("language", ["English", "pseudo"])
@pytest.mark.parametrize("journal", ["full", "empty"])
def test_nothing_is_cut_at_any_step_and_size(stage: Open, journal: str, language: str) -> None:
    opened = stage(journal, language)
    opened.window.setUpdatesEnabled(False)
    faults = []
    for step in STEPS:
        opened.look("light", step)
        for size in SIZES:
            opened.resize(size)
            for page in pages(opened):
                faults += [f"{page.NAME} {step} {size}: {fault}" for fault in eyes.cut(opened.window)]
    assert not faults, "\n".join(faults)


def test_other_colours_move_nothing(stage: Open) -> None:
    opened = stage("full", "English")
    opened.window.setUpdatesEnabled(False)
    opened.show("treatments")
    for step in STEPS:
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
