"""Charts on the screen: what is drawn when, walking through by keyboard, and what a screen reader hears."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import series
from mbc_journal.ui.chart_view import ChartView, PanelCanvas, PanelFacts
from mbc_journal.ui.chart_view.canvas import Canvas
from mbc_journal.ui.widgets import Hint, Strong
from tests.diary_pages import FATIGUE, SCALES, on, written
from tests.ui.chart_facts import PERIOD, facts, two_panels
from tests.ui.kit import colours_of, dressed


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    """Two panels under two bars, shown."""
    made = two_panels()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def described(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role(), interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def test_a_panel_has_the_role_of_a_chart_and_says_what_the_words_view_says(view: ChartView) -> None:
    role, name, description = described(view.canvases[0])
    assert role == QAccessible.Role.Chart
    assert name == "Tiredness"
    assert description == series.words(facts("013  2").drawn.series)


def test_bars_have_the_role_of_a_chart_and_say_their_periods(view: ChartView) -> None:
    bars = [one for one in view.findChildren(Canvas) if not isinstance(one, PanelCanvas)]
    assert [described(one) for one in bars] == [
        (QAccessible.Role.Chart, "Treatment: Capecitabine", "Capecitabine: from 5 Nov."),
        (QAccessible.Role.Chart, "Treatment: Denosumab", "Denosumab: 6 Nov."),
    ]


def test_name_and_headline_stand_beside_the_line(view: ChartView) -> None:
    titles = [label.text() for label in view.findChildren(Strong)]
    assert titles == ["Tiredness", SCALES.get("nausea").label]
    assert "worst Severe 5 Nov, latest Moderate" in [label.text() for label in view.findChildren(Hint)]


def test_left_and_right_walk_from_point_to_point_and_say_the_gaps(view: ChartView) -> None:
    heard: list[str] = []
    view.said.connect(heard.append)
    canvas = view.canvases[0]
    canvas.setFocus()
    press(
        canvas,
        Qt.Key.Key_Home,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
    )
    assert heard == [
        "3 Nov, Tiredness: None", "4 Nov, Tiredness: Mild", "5 Nov, Tiredness: Severe", "no entry 6 Nov",
        "too unwell to log 7 Nov", "8 Nov, Tiredness: Moderate",
    ]  # fmt: skip
    press(canvas, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert heard[-2:] == ["no entry 9 to 23 Nov", "8 Nov, Tiredness: Moderate"]


def test_the_first_step_goes_to_the_latest(view: ChartView) -> None:
    canvas = view.canvases[0]
    press(canvas, Qt.Key.Key_Left)
    assert canvas.stop == canvas.stops[-1]


def test_the_treatment_day_is_said_behind_the_level(qtbot: QtBot) -> None:
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.show_panels([facts("1", treatment_days={on(0): "treatment day 13"})], (), PERIOD)
    with qtbot.waitSignal(view.said) as heard:
        press(view.canvases[0], Qt.Key.Key_Home)
    assert heard.args == ["3 Nov, Tiredness: Mild, treatment day 13"]


def test_up_and_down_go_to_the_other_panel_on_the_same_day(view: ChartView) -> None:
    first, second = view.canvases
    first.setFocus()
    press(first, Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert second.stop is not None
    assert second.stop.day == on(0)
    press(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    press(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_all_panels_are_one_tab_stop(view: ChartView) -> None:
    first, second = view.canvases
    assert [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in (first, second)] == [True, False]
    press(first, Qt.Key.Key_Down)
    assert [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in (first, second)] == [False, True]


def test_enter_asks_for_the_day_of_the_cursor(view: ChartView, qtbot: QtBot) -> None:
    canvas = view.canvases[0]
    press(canvas, Qt.Key.Key_Home, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.day_wanted) as wanted:
        press(canvas, Qt.Key.Key_Return)
    assert wanted.args == [on(1)]


def test_a_click_goes_to_the_nearest_point_and_two_clicks_open_its_day(view: ChartView, qtbot: QtBot) -> None:
    canvas = view.canvases[0]
    qtbot.waitUntil(lambda: canvas.picture is not None)
    assert canvas.picture is not None
    where = QPoint(round(canvas.picture.spot(on(2).toordinal())[0]), 40)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    assert canvas.stop is not None
    assert canvas.stop.day == on(2)
    with qtbot.waitSignal(view.day_wanted) as wanted:
        QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    assert wanted.args == [on(2)]


def test_the_pointer_shows_what_is_below_it_and_nothing_when_it_leaves(view: ChartView) -> None:
    canvas = view.canvases[0]
    canvas.grab()
    assert canvas.picture is not None
    before = colours_of(canvas)
    where = QPointF(canvas.picture.spot(on(2).toordinal())[0], 40)
    none = Qt.MouseButton.NoButton
    no_keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QEnterEvent(where, where, where))
    QApplication.sendEvent(canvas, QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, no_keys))
    focus = view.theme.tokens.focus.lower()
    assert focus in colours_of(canvas) - before
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert focus not in colours_of(canvas)


def test_no_entry_and_one_entry_are_shown(qtbot: QtBot) -> None:
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.show_panels([facts(""), facts("3", "nausea")], (), PERIOD)
    press(view.canvases[0], Qt.Key.Key_Home)
    assert view.canvases[0].stop is not None
    assert view.canvases[0].stop.words == "no entry 3 to 6 Nov"
    assert len(view.canvases[1].stops) == 4


def test_a_scale_of_ones_own_is_named_as_it_was_typed(qtbot: QtBot) -> None:
    own = SCALES.get("other:<b>Itch</b> $\\frac{ [level]")
    drawn = series.drawn(series.by_day(written("12", own), [], own, PERIOD))
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.show_panels([PanelFacts(drawn, series.words(drawn.series))], (), PERIOD)
    assert view.findChildren(Strong)[0].text() == "<b>Itch</b> $\\frac{"
    assert FATIGUE.label not in view.canvases[0].accessibleName()
