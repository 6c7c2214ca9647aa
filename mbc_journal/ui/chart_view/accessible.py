"""The role of a chart for screen readers: Qt gives a painted widget none."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

CHART = "is_chart"
"""A widget with this property true has the role Chart."""

_KEPT = "chart_interface"


@cache
def install_chart_role() -> None:
    """Tell Qt once which widgets are charts."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, watched: QObject) -> QAccessibleInterface | None:
    """The interface of a chart; kept with its widget, for Qt holds it only by a pointer."""
    if not isinstance(watched, QWidget) or not watched.property(CHART):
        return None
    interface = QAccessibleWidget(watched, QAccessible.Role.Chart)
    watched.setProperty(_KEPT, interface)
    return interface
