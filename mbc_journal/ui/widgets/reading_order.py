"""The Tab key follows the eye: what stands first in the layouts is come to first, whenever it was made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget


def go_on_reading(around: QWidget, forward: bool) -> bool:
    """Give the focus to the next stop inside `around` as it stands now, or to the one before; round the ends.

    False, and nothing happens, where the focus is not inside, or there is no other stop.
    """
    controls = [one for one in _read(around) if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not one.focusProxy()]
    focus = QApplication.focusWidget()
    if focus not in controls:
        return False
    here = controls.index(focus)
    others = controls[here + 1 :] + controls[:here]
    stops = [one for one in others if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    if stops and forward:
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    elif stops:
        stops[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
    return bool(stops)


def _read(widget: QWidget) -> Iterator[QWidget]:
    """`widget` and what is shown in it: as its layout has it, then what no layout places."""
    yield widget
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    known = {id(child) for child in placed}
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in (*placed, *(child for child in children if id(child) not in known)):
        if not child.isHidden() and not child.isWindow():
            yield from _read(child)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)
