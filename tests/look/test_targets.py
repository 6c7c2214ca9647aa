"""Controls are large enough and far enough from each other for a hand that shakes."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import SIZES, SWEEP, pages
from tests.look.states import STATES, quick_window

_LOOKS = ((100, SIZES[0]), (200, SIZES[-1]))


@pytest.mark.parametrize("journal", ["full", "empty"] if SWEEP else ["full"])
def test_everything_one_can_press_is_large_and_stands_alone(stage: Open, journal: str) -> None:
    opened = stage(journal, "English")
    opened.window.setUpdatesEnabled(False)
    faults = []
    for step, size in _LOOKS:
        opened.look("light", step)
        opened.resize(size)
        for page in pages(opened):
            faults += [f"{page.NAME} {step}: {fault}" for fault in _faults(opened.window)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("step", "size"), _LOOKS)
def test_what_opens_on_a_page_is_large_stands_alone_and_is_whole(stage: Open, step: int, size: tuple[int, int]) -> None:
    opened = stage("full", "pseudo")
    opened.window.setUpdatesEnabled(False)
    opened.look("light", step)
    opened.resize(size)
    faults = []
    for state in STATES:
        state(opened)
        found = _faults(opened.window) + eyes.cut(opened.window)
        faults += [f"{state.__name__}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize("language", ["English", "pseudo"])
def test_the_quick_window_is_large_stands_alone_and_is_whole(stage: Open, language: str) -> None:
    opened = stage("full", language)
    faults = []
    quick = quick_window(opened)
    for step, _size in _LOOKS:
        opened.look("light", step)
        found = _faults(quick) + eyes.cut(quick)
        faults += [f"{step}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def _faults(below: QWidget) -> list[str]:
    return eyes.too_small(below) + eyes.too_near(below)
