"""Where the parts of a row stand: label beside its control, or above it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from mbc_journal.ui.theme import Theme


@dataclass(frozen=True)
class Parts:
    """The parts of a row. `least` is the width its control needs to stand beside the label."""

    name: QWidget
    hint: QLabel
    control: QWidget
    more: QWidget
    least: int


@dataclass(frozen=True)
class Places:
    """A rectangle for each part, and the height of the row."""

    name: QRect
    hint: QRect
    control: QRect
    more: QRect
    height: int


def places(parts: Parts, width: int, theme: Theme) -> Places:
    """Beside each other where the control has room for that, else label above; rows with the same words alike."""
    label = round(theme.sizes.label_em * theme.em)
    side = parts.more.sizeHint().width() + theme.px(2)
    longest_word = parts.name.minimumSizeHint().width()
    if width - label - side >= parts.least and longest_word <= label - theme.px(2):
        return _beside(parts, QSize(width - side, label), theme)
    return _above(parts, width, theme)


def _beside(parts: Parts, room: QSize, theme: Theme) -> Places:
    """`room` is the width without More, and as its height the width of the label's column."""
    label, width = room.height(), room.width() - room.height()
    words = label - theme.px(2)
    name_height, hint_height = parts.name.heightForWidth(words), _hint_height(parts.hint, words)
    one_line = _line(parts.name) + _line(parts.hint)
    top = max(0, (theme.target - one_line) // 2)
    control_height = height_of(parts.control, width)
    more = parts.more.sizeHint()
    return Places(
        name=QRect(0, top, words, name_height),
        hint=QRect(0, top + name_height, words, hint_height),
        control=QRect(label, 0, width, control_height),
        more=QRect(room.width() + theme.px(2), (theme.target - more.height()) // 2, more.width(), more.height()),
        height=max(control_height, top + name_height + hint_height),
    )


def _above(parts: Parts, width: int, theme: Theme) -> Places:
    more = parts.more.sizeHint()
    words = width - more.width() - theme.px(2)
    name_height, hint_height = parts.name.heightForWidth(words), _hint_height(parts.hint, words)
    both = name_height + hint_height
    top = max(0, (more.height() - both) // 2)
    head = max(more.height(), both + theme.px(1))
    control_height = height_of(parts.control, width)
    return Places(
        name=QRect(0, top, words, name_height),
        hint=QRect(0, top + name_height, words, hint_height),
        control=QRect(0, head, width, control_height),
        more=QRect(width - more.width(), 0, more.width(), more.height()),
        height=head + control_height,
    )


def height_of(widget: QWidget, width: int) -> int:
    """The height `widget` wants at `width`."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def _hint_height(hint: QLabel, width: int) -> int:
    return hint.heightForWidth(width) if hint.text() else 0


def _line(widget: QWidget) -> int:
    """One line of the widget's own font."""
    return widget.fontMetrics().height()
