"""When charts are drawn, how large, and what happens when they cannot be."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from mbc_journal.ui.chart_view import ChartView, charts_prepared
from mbc_journal.ui.chart_view.canvas import Canvas
from mbc_journal.ui.chart_view.drawing import Picture, Room
from mbc_journal.ui.widgets import Hint
from tests.diary_pages import on
from tests.ui.chart_facts import BARS, PERIOD, facts, two_panels
from tests.ui.kit import STEPS, THEMES, Wish, colours_of, dressed


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    """Two panels under two bars, shown."""
    made = two_panels()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


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
