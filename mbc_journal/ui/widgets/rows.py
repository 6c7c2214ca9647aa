"""Up and Down go from row to row: from one answer's stop to the next row's."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

ROW_STOP = "row_stop"
"""The property of a widget at which Up and Down stop; rows have one such widget that Tab reaches."""


def go_to_row(start: QWidget, step: int) -> None:
    """Focus the stop of the next row (`step` 1) or the one before (-1); at the ends nothing happens."""
    widget = _beside(start, step)
    while widget is not None and widget is not start:
        if _is_stop(widget) and widget.parentWidget() is not start.parentWidget():
            if _is_beyond(start, widget, step):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
        widget = _beside(widget, step)


def _beside(widget: QWidget, step: int) -> QWidget | None:
    return widget.nextInFocusChain() if step > 0 else widget.previousInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return bool(widget.property(ROW_STOP)) and reached and widget.isVisible() and widget.isEnabled()


def _is_beyond(start: QWidget, other: QWidget, step: int) -> bool:
    """Whether `other` stands on the side `step` points to, so that the last row does not lead to the first."""
    top = QPoint(0, 0)
    return (other.mapToGlobal(top).y() - start.mapToGlobal(top).y()) * step > 0
