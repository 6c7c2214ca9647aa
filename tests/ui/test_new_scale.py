"""A scale is data: one entry in a file is asked, checked, charted, printed, exported and brought in again."""

import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mbc_journal import exchange, report
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.paths import resources
from mbc_journal.records import Incoming, Profile, Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.scale_input import LevelRow, NumberRow
from mbc_journal.ui.symptoms_page import SymptomsPage
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.today_page import TodayPage
from tests.conftest import FrozenClock
from tests.ui.today_hands import TODAY, click, level, readings, type_in

Open = Callable[..., Any]
ROWS = ("itchy-scalp", "zinc")
BASE = {
    "aliases": [], "search_words": [], "rhythm_days": 1, "private": False, "core": False, "starter": None,
    "ask_today": "", "ask_week": "", "ask_impact": "", "ask_impact_week": "", "site": False, "side": False,
    "snomed": "", "snomed_display": "", "snomed_write": False,
}  # fmt: skip
ITCHY_SCALP = BASE | {
    "id": "itchy-scalp", "kind": "level", "group": "symptom", "section": "skin", "label": "Itchy scalp",
    "short": "Itchy scalp", "day": "max", "words": "severity", "ask_today": "How itchy was your scalp today?",
}  # fmt: skip
ZINC = {key: BASE[key] for key in ("aliases", "search_words", "private", "core", "starter")} | {
    "id": "zinc", "kind": "number", "group": "blood", "section": "", "label": "Zinc", "short": "Zinc", "day": "each",
    "rhythm_days": 84, "unit": "ug/dL", "loinc": "", "loinc_read": [], "decimals": 0, "typo_low": "1",
    "typo_high": "1000", "reads_like": "A zinc result reads like {example}.", "example": "80",
    "other_units": [{"unit": "umol/L", "minus": "0", "times": "6.54", "divide": "1", "plus": "0", "loinc": ""}],
}  # fmt: skip


@pytest.fixture
def scales(tmp_path: Path) -> Scales:
    """The shipped scales and two more entries."""
    folder = Path(shutil.copytree(resources() / "scales", tmp_path / "scales"))
    (folder / "mine.json").write_text(json.dumps({"scales": [ITCHY_SCALP, ZINC]}), encoding="utf-8")
    return Scales.load(folder)


@pytest.fixture
def logged(open_page: Open, journal: Journal) -> TodayPage:
    """Today with both rows, answered by hand."""
    page: TodayPage = open_page(TodayPage, Profile(rows=ROWS), level("itchy-scalp", 1))
    click(page, "itchy_scalp_3")
    type_number(page, "9,8")
    return page


def type_number(page: TodayPage, text: str) -> NumberRow:
    type_in(page, "zinc_value", text)
    flush_all(page)
    row = page.rows.row_of("zinc")
    assert isinstance(row, NumberRow)
    return row


def test_its_row_is_drawn_and_its_answers_are_checked_and_saved(logged: TodayPage, journal: Journal) -> None:
    row = logged.rows.row_of("itchy-scalp")
    assert isinstance(row, LevelRow)
    assert row.name.text() == "Itchy scalp"
    found = readings(journal)
    assert found["itchy-scalp"].level == 3
    assert (found["zinc"].value, found["zinc"].unit, found["zinc"].value_as_entered) == (Decimal("9.8"), "ug/dL", "9,8")
    wrong = type_number(logged, "much")
    assert wrong.measure.problem.text().startswith("A zinc result reads like 80.")
    assert readings(journal)["zinc"].value == Decimal("9.8")


def test_it_has_a_panel_on_symptoms(logged: TodayPage, open_page: Callable[..., Page], qtbot: QtBot) -> None:
    page = open_page(SymptomsPage)
    assert isinstance(page, SymptomsPage)
    qtbot.waitUntil(lambda: page.chart.is_ready, timeout=30_000)
    panel = next(canvas for canvas in page.chart.canvases if canvas.objectName() == "chart_itchy_scalp")
    assert "Itchy scalp, " in panel.accessibleDescription()
    assert "Worst: Severe, 4 Mar." in panel.accessibleDescription()


def test_it_is_printed_on_the_visit_brief(logged: TodayPage, journal: Journal, desk: Desk) -> None:
    shot = journal.ask(questions.snapshot, TODAY)
    said = report.render("brief", shot, report.Options(scales=desk.scales), TODAY).text
    assert "Change: New (first logged); Symptom: Itchy scalp; Worst now: Severe" in said
    assert "Zinc: 9,8 \u00b5g/dL on 4 Mar." in said


def test_it_is_exported_and_comes_back_the_same(
    logged: TodayPage, journal: Journal, clock: FrozenClock, tmp_path: Path
) -> None:
    json_format = exchange.format_of("json")
    assert json_format is not None
    assert json_format.write is not None
    data, _left_out = json_format.write(journal.ask(questions.everything), True)
    file = tmp_path / "out.json"
    file.write_bytes(data)
    incoming: Incoming = exchange.read(file)
    create(tmp_path / "new.mbcj", clock, *incoming.records)
    copy = Journal(tmp_path / "new.mbcj", clock)
    again, _left_out = json_format.write(copy.ask(questions.everything), True)
    copy.close()
    assert again == data
    scales_out = {row.scale for row in incoming.records if isinstance(row, Reading)}
    assert scales_out == set(ROWS)
