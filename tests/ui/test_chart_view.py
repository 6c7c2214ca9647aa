"""Charts on the screen: what is drawn when, walking through by keyboard, and what a screen reader hears."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import schedule, series
from mbc_journal.ui.chart_view import ChartView, PanelCanvas, PanelFacts, TreatmentBars, charts_prepared, prepare_charts
from mbc_journal.ui.chart_view.canvas import Canvas
from mbc_journal.ui.chart_view.drawing import Picture, Room
from mbc_journal.ui.widgets import Hint, Strong
from tests.diary_pages import FATIGUE, SCALES, on, span, unwell, written
from tests.treatment_steps import every, step, therapy
from tests.ui.kit import STEPS, THEMES, Wish, colours_of, dressed

CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
DENO = therapy("Denosumab", kind="bone", intent="bones")
PERIOD = span(21)
BARS = schedule.bars(
    [CAPE, DENO],
    [step(CAPE, "start", "2026-11-05", "1500 mg"), step(DENO, "start", "2026-11-06", "120 mg", schedule=every(28))],
    PERIOD,
)


@pytest.fixture(scope="module", autouse=True)
def _prepared() -> None:
    prepare_charts()


def facts(
    text: str, scale: str = "fatigue", treatment_days: Mapping[dt.date, str] = MappingProxyType({})
) -> PanelFacts:
    one = SCALES.get(scale)
    drawn = series.drawn(series.by_day(written(text, one), unwell(4), one, PERIOD))
    return PanelFacts(drawn, series.words(drawn.series), treatment_days=treatment_days)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    """Two panels under two bars, shown."""
    made = ChartView(dressed())
    qtbot.addWidget(made)
    made.show_panels([facts("013  2"), facts("2", "nausea")], BARS, PERIOD, [on(3)])
    made.resize(900, 700)
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


class Counted:
    """A drawing that counts how often it is made."""

    def __init__(self) -> None:
        self.times = 0

    def draw(self, room: Room) -> Picture:
        """Draw nothing and count it."""
        self.times += 1
        raise ValueError("counted")


def test_nothing_is_drawn_on_a_hidden_page_and_once_per_turn_on_a_seen_one(qtbot: QtBot) -> None:
    canvas, counted = Canvas(dressed()), Counted()
    qtbot.addWidget(canvas)
    for _time in range(5):
        canvas.show_picture(counted.draw, 100, 10)
    QApplication.processEvents()
    assert counted.times == 0
    canvas.resize(400, 100)
    canvas.show()
    qtbot.waitExposed(canvas)
    for _time in range(5):
        canvas.redraw()
    QApplication.processEvents()
    assert 1 <= counted.times <= 2


def test_a_panel_scrolled_out_of_view_is_not_drawn(qtbot: QtBot) -> None:
    area, view = QScrollArea(), ChartView(dressed())
    qtbot.addWidget(area)
    area.setWidget(view)
    area.setWidgetResizable(True)
    area.resize(900, 300)
    view.show_panels([facts("012") for _panel in range(8)], (), PERIOD)
    area.show()
    qtbot.waitExposed(area)
    QApplication.processEvents()
    drawn = [canvas.picture is not None for canvas in view.canvases]
    assert drawn[0]
    assert not any(drawn[3:])


def test_a_new_size_is_drawn_once_it_has_stood_still(view: ChartView, qtbot: QtBot) -> None:
    canvas = view.canvases[0]
    canvas.grab()
    old = canvas.picture
    assert old is not None
    view.resize(960, 700)
    assert canvas.picture is old
    qtbot.waitUntil(lambda: canvas.picture is not old)
    assert canvas.picture is not None
    assert canvas.picture.width == round(canvas.width() * canvas.devicePixelRatioF())


def test_a_drawing_that_fails_is_said_in_one_line(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.failed) as failed:
        view.canvases[0].show_picture(Counted().draw, 100, 10)
    assert failed.args == ["This chart could not be drawn. The table shows the same."]


def test_another_theme_and_another_size_are_drawn_anew(view: ChartView, qtbot: QtBot) -> None:
    canvas = view.canvases[0]
    assert view.theme.tokens.text.lower() in colours_of(canvas)
    height = canvas.height()
    view.theme.use(Wish(200, "dark"))
    QApplication.processEvents()
    assert canvas.minimumHeight() == 2 * height
    assert view.theme.tokens.text.lower() in colours_of(canvas)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("step_size", STEPS)
@pytest.mark.parametrize("width", [520, 928])
def test_nothing_is_wider_than_its_room_and_panels_are_nine_em_high(
    qtbot: QtBot, colours: str, step_size: int, width: int
) -> None:
    theme = dressed(colours, step_size)
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.show_panels([facts("0123"), facts("2", "nausea")], BARS, PERIOD)
    view.resize(width, 2000)
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    assert view.minimumSizeHint().width() <= width
    assert all(canvas.minimumHeight() >= 9 * theme.em for canvas in view.canvases)
    rights = [canvas.mapTo(view, canvas.rect().topRight()).x() for canvas in view.findChildren(Canvas)]
    assert max(rights) < width
    words = [label for label in view.findChildren(Hint) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in words)


def test_bars_and_panels_share_their_days(view: ChartView) -> None:
    for canvas in view.findChildren(Canvas):
        canvas.grab()
    places = {
        canvas.mapTo(view, QPoint(0, 0)).x() + canvas.picture.spot(on(9).toordinal())[0]
        for canvas in view.findChildren(Canvas)
        if canvas.picture is not None
    }
    assert len(places) == 1


def test_fewer_panels_leave_none_behind(view: ChartView) -> None:
    view.show_panels([facts("4")], (), PERIOD)
    QApplication.processEvents()
    assert len(view.canvases) == 1
    assert [canvas for canvas in view.findChildren(Canvas) if canvas.isVisible()] == view.canvases


def test_no_entry_and_one_entry_are_shown(qtbot: QtBot) -> None:
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.show_panels([facts(""), facts("3", "nausea")], (), PERIOD)
    press(view.canvases[0], Qt.Key.Key_Home)
    assert view.canvases[0].stop is not None
    assert view.canvases[0].stop.words == "no entry 3 to 6 Nov"
    assert len(view.canvases[1].stops) == 4


def test_the_timeline_of_treatments_names_each_bar_and_its_days(qtbot: QtBot) -> None:
    bars = TreatmentBars(dressed())
    qtbot.addWidget(bars)
    bars.show_bars(BARS, PERIOD)
    bars.resize(900, 200)
    bars.show()
    qtbot.waitExposed(bars)
    assert [label.text() for label in bars.findChildren(Hint)] == ["Capecitabine", "Denosumab"]
    first, last = bars.findChildren(Canvas)
    assert last.minimumHeight() > first.minimumHeight()
    bars.show_bars((), PERIOD)
    assert not first.isVisible()


def test_a_view_made_before_charts_are_ready_draws_when_they_are(qtbot: QtBot) -> None:
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.is_ready = False
    view.show_panels([facts("01")], (), PERIOD)
    assert view.canvases == [] or view.canvases[0].stops == ()
    with qtbot.waitSignal(view.ready):
        view._on_prepared(None)
    assert len(view.canvases) == 1
    assert charts_prepared()


def test_a_scale_of_ones_own_is_named_as_it_was_typed(qtbot: QtBot) -> None:
    own = SCALES.get("other:<b>Itch</b> $\\frac{ [level]")
    drawn = series.drawn(series.by_day(written("12", own), [], own, PERIOD))
    view = ChartView(dressed())
    qtbot.addWidget(view)
    view.show_panels([PanelFacts(drawn, series.words(drawn.series))], (), PERIOD)
    assert view.findChildren(Strong)[0].text() == "<b>Itch</b> $\\frac{"
    assert FATIGUE.label not in view.canvases[0].accessibleName()
