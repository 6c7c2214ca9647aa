"""What opens in a page speaks too: each panel, list and field of an empty and of a full journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mbc_journal.paths import Paths
from mbc_journal.ui.trouble_page import TroublePage
from mbc_journal.ui.window import Window
from tests.look.conftest import Open
from tests.look.stage import Stage
from tests.look.states import press, quick_window, type_in
from tests.look.test_speech import mute

Openings = dict[str, tuple[tuple[str, ...], ...]]

EMPTY: Openings = {
    "today": (("add_symptom",), ("pain_more",), ("earlier_day", "choose_day")),
    "treatments": (("add_treatment",), ("about_my_cancer",)),
    "journal": (("new_note", "note_more"), ("matters_change",), ("ideas",)),
    "visits": (("add_visit",),),
    "results": (("add_result",), ("section_markers",), ("section_vitals",), ("section_scans", "add_scan")),
    "print": (("period_from_to",),),
    "settings": (("paused_until_calendar",),),
    "call": (("add_number",), ("add_rule",), ("sources",)),
}
"""Buttons that are pressed one after the other, on the page of that name, of a journal without an entry."""

FULL: Openings = {
    "today": (("temperature_more",), ("hand_foot_more",)),
    "treatments": (("therapy_1_more",), ("therapy_1_change",), ("therapy_1_details",), ("past_1_more",)),
    "symptoms": (("more_symptoms",), ("view_table",), ("view_words",)),
    "journal": (("note_1_change", "note_more"), ("helped_1_notes",)),
    "reference": (("effect_fatigue_help",), ("sources",)),
    "visits": (("question_1_change",), ("question_1_asked",), ("visit_change",)),
    "results": (
        ("result_hemoglobin_chart",), ("result_hemoglobin_edit",), ("section_vitals",), ("section_scans", "add_scan"),
    ),
    "settings": (("helper_1_rename",),),
    "call": (("number_1_change",), ("rule_1_change",)),
}  # fmt: skip
"""The same for what stands only in a journal with entries."""

TYPED = {
    "find": ("find_everywhere", ("tired", "zzzz")),
    "reference": ("search_reference", ("numb fingers", "zzzz")),
    "help": ("find_help", ("print", "zzzz")),
}
"""What is searched for, in the field of that page: one thing that is found, one that is not."""


def after_each(opened: Stage, openings: Openings) -> Iterator[str]:
    """What is mute, or speaks untruly, after each of these is open."""
    for name, ways in openings.items():
        for buttons in ways:
            opened.show(name)
            for button in buttons:
                press(opened, button)
            yield from (f"{name}, {' '.join(buttons)}: {fault}" for fault in mute(opened.window))


@pytest.mark.parametrize(("journal", "openings"), [("empty", EMPTY), ("full", FULL)])
def test_what_opens_in_a_page_speaks(stage: Open, journal: str, openings: Openings) -> None:
    faults = list(after_each(stage(journal, "English"), openings))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("journal", ["empty", "full"])
def test_what_a_search_finds_speaks_and_so_does_nothing_found(stage: Open, journal: str) -> None:
    opened = stage(journal, "English")
    faults = []
    for name, (field, words) in TYPED.items():
        opened.show(name)
        for text in words:
            type_in(opened, field, text)
            opened.wait(300)
            faults += [f"{name}, {text}: {fault}" for fault in mute(opened.window)]
    assert not faults, "\n".join(faults)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_quick_window_of_an_empty_journal_speaks(stage: Open) -> None:
    assert mute(quick_window(stage("empty", "English"))) == []


def test_the_page_of_trouble_speaks(stage: Open, tmp_path: Path) -> None:
    opened = stage("empty", "English")
    damaged = tmp_path / "damaged.mbcj"
    damaged.write_bytes(b"no journal" * 500)
    window = Window(
        opened.theme, opened.window.tools.preferences, opened.window.tools.clock, Paths.below(tmp_path / "b")
    )
    opened.qtbot.addWidget(window)
    with opened.qtbot.waitSignal(window.complete):
        window.begin(damaged)
    assert isinstance(window.tools.frame.stack.currentWidget(), TroublePage)
    assert mute(window) == []
    window.close()
