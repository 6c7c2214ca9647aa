"""Looking at widgets as a person does: what is cut, hidden, too small or too near; each fault as a text."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from mbc_journal.ui.widgets import PageColumn, Segment, Track

LEAST = 44
APART = 8
_RING = "focus_ring"


def named(widget: QWidget) -> str:
    """How a fault calls a widget: its class, its name or words, and what it stands in."""
    words = ""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        words = f" {widget.text()[:40]!r}"
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__} {parent.objectName()}" if parent is not None else ""
    return f"{type(widget).__name__} {widget.objectName()}{words}{inside}"


def seen(below: QWidget) -> list[QWidget]:
    """Every visible widget below `below` that is ours to lay out, itself first."""
    return [below, *(child for child in below.findChildren(QWidget) if _is_ours(child))]


def reachable(below: QWidget) -> list[QWidget]:
    """What the person can press, type in or move to; with Tab, with arrows or with the mouse."""
    found = [child for child in seen(below) if child.isEnabled() and child.focusProxy() is None]
    pressed = [
        child for child in found if child.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(child, QAbstractButton)
    ]
    return [child for child in pressed if not child.isWindow() and not isinstance(child, PageColumn | QHeaderView)]


def cut(below: QWidget) -> list[str]:
    """Texts that are not wholly shown, and what stands outside its parent or over a neighbour."""
    faults = []
    for widget in seen(below):
        faults += [f"{named(widget)}: {fault}" for fault in _cut(widget)]
        if widget is not below:
            faults += _outside(widget)
        faults += _overlaps(widget)
    return faults


def too_small(below: QWidget) -> list[str]:
    """Controls under 44 by 44 pixels."""
    return [
        f"{named(widget)}: {widget.width()}x{widget.height()}"
        for widget in reachable(below)
        if widget.width() < LEAST or widget.height() < LEAST
    ]


def too_near(below: QWidget) -> list[str]:
    """Pairs of controls with less than 8 pixels between them; segments of one row may touch."""
    controls = reachable(below)
    places = {id(widget): QRect(widget.mapTo(below, QPoint(0, 0)), widget.size()) for widget in controls}
    faults = []
    for one, other in combinations(controls, 2):
        first, second = places[id(one)], places[id(other)]
        edge = APART - 1
        near = first.adjusted(-edge, -edge, edge, edge).intersects(second)
        if near and _page_of(one) is _page_of(other) and not _may_touch(one, other):
            faults.append(f"{named(one)} {first.getRect()} | {named(other)} {second.getRect()}")
    return faults


def _page_of(widget: QWidget) -> QWidget | None:
    """What scrolls it: things of different pages, or of a page and its frame, only seem to be near."""
    step: QWidget | None = widget
    while step is not None and not isinstance(step, PageColumn):
        step = step.parentWidget()
    return step


def _may_touch(one: QWidget, other: QWidget) -> bool:
    same_row = isinstance(one, Segment) and isinstance(other, Segment) and one.parentWidget() is other.parentWidget()
    return same_row or one.isAncestorOf(other) or other.isAncestorOf(one)


def _is_ours(widget: QWidget) -> bool:
    if not widget.isVisible() or widget.objectName() == _RING or isinstance(widget, QScrollBar):
        return False
    inside: QWidget | None = widget.parentWidget()
    while inside is not None:
        if isinstance(inside, QCalendarWidget | QComboBox | QAbstractItemView | QMenuBar | QLineEdit | QPlainTextEdit):
            return False
        inside = inside.parentWidget()
    return not widget.objectName().startswith("qt_")


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, Segment):
        if widget.width() < widget.natural_width():
            yield f"{widget.width()} wide, needs {widget.natural_width()}"
    elif isinstance(widget, QAbstractButton | QComboBox):
        hint = widget.sizeHint()
        if widget.width() < hint.width() or widget.height() < hint.height():
            yield f"{widget.size().toTuple()}, needs {hint.toTuple()}"
    elif isinstance(widget, QLineEdit):
        yield from _cut_field(widget)
    elif isinstance(widget, QAbstractScrollArea):
        yield from _scrolled(widget)
    elif isinstance(widget, QCalendarWidget):
        yield from _cut_days(widget)
    elif isinstance(widget, QMenuBar):
        more = widget.findChild(QWidget, "qt_menubar_ext_button")
        if more is not None and more.isVisible():
            yield "not all menus are shown"


def _cut_label(label: QLabel) -> Iterator[str]:
    if label.text() and label.height() < label.heightForWidth(label.width()):
        yield f"{label.size().toTuple()}, needs a height of {label.heightForWidth(label.width())}"
    if label.text() and label.width() < label.minimumSizeHint().width():
        yield f"{label.width()} wide, its longest word needs {label.minimumSizeHint().width()}"


def _cut_field(field: QLineEdit) -> Iterator[str]:
    if field.text() or not field.placeholderText():
        return
    needed = QFontMetrics(field.font()).horizontalAdvance(field.placeholderText())
    if field.contentsRect().width() - field.textMargins().left() < needed:
        yield f"{field.width()} wide, its example {field.placeholderText()!r} needs {needed}"


def _scrolled(area: QAbstractScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways by {area.horizontalScrollBar().maximum()}"
    if isinstance(area, PageColumn) and area.body.width() > area.viewport().width():
        yield f"needs {area.body.width()}, has {area.viewport().width()}"
    if isinstance(area, QListWidget) and not area.wordWrap() and area.count():
        widest = area.sizeHintForColumn(0)
        if widest > area.viewport().width():
            yield f"{area.viewport().width()} wide, its longest row needs {widest}"
    if isinstance(area, QTableView):
        header = area.horizontalHeader()
        for column in range(area.model().columnCount()):
            if not area.isColumnHidden(column) and header.sectionSizeHint(column) > header.sectionSize(column):
                yield f"column {column}: {header.sectionSize(column)}, needs {header.sectionSizeHint(column)}"


def _cut_days(calendar: QCalendarWidget) -> Iterator[str]:
    table = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert table is not None
    model = table.model()
    metrics = QFontMetrics(table.font())
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = str(model.index(row, column).data() or "")
            place = table.visualRect(model.index(row, column))
            if place.width() and metrics.horizontalAdvance(text) > place.width():
                yield f"{text!r} has {place.width()} pixels"
    if calendar.width() < calendar.minimumSizeHint().width():
        yield f"{calendar.width()} wide, needs {calendar.minimumSizeHint().width()}"


def _outside(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return []
    edge = 1 if isinstance(widget, Segment) else 0  # segments share their border with the frame
    whole = parent.rect().adjusted(-edge, -edge, edge, edge)
    if whole.contains(widget.geometry()) or widget.geometry().isEmpty():
        return []
    return [f"{named(widget)}: {widget.geometry().getRect()} is not within {parent.rect().getRect()}"]


def _overlaps(parent: QWidget) -> list[str]:
    if isinstance(parent, Track):
        return []
    children = [child for child in _children(parent) if not child.geometry().isEmpty()]
    return [
        f"{named(one)} {one.geometry().getRect()} over {named(other)} {other.geometry().getRect()}"
        for one, other in combinations(children, 2)
        if one.geometry().intersects(other.geometry())
    ]


def _children(parent: QWidget) -> Iterable[QWidget]:
    found = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in found if _is_ours(child) and not child.isWindow()]
