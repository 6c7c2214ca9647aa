"""Labels of each role: plain text, wrapped, never guessed to be markup; theme.py gives each class its font."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from mbc_journal.ui.widgets.lines import ANY_WIDTH, lay_out, size_of, without_mnemonic

_LONGEST_WORD_EM = 16
_KEPT_SIZES = 16


def take_class_font(widget: QWidget) -> None:
    """Give `widget` the font of its own class: Qt asks for it before the class of a Python object is known."""
    widget.setFont(QFont())


class Label(QLabel):
    """Body text that wraps; what a person typed is shown as typed, never as markup."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._sizes: dict[tuple[str, int, bool, float], QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        take_class_font(self)

    def heightForWidth(self, width: int) -> int:
        """Qt asks: a line never grows over the widest a paragraph may be."""
        return self._size(min(width, self.maximumWidth())).height()

    def sizeHint(self) -> QSize:
        """Qt asks: the text on one line, where there is room."""
        natural = self._size(ANY_WIDTH).width() + 1
        width = min(natural, self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt asks: the longest word, unless it is absurdly long: then it is broken."""
        most = _LONGEST_WORD_EM * self.font().pixelSize()
        return QSize(min(super().minimumSizeHint().width(), most), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint the lines, in the middle of the height."""
        inside = self.contentsRect()
        lines = self._lines(inside.width())
        top = inside.top() + max(0, inside.height() - size_of(lines).height()) / 2
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines.draw(painter, QPointF(inside.left(), top if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0))

    def _size(self, width: float) -> QSize:
        """The room of the lines, kept for the widths that were asked: layouts ask often."""
        key = (self.text(), self.font().pixelSize(), self.font().bold(), width)
        if key not in self._sizes:
            if len(self._sizes) >= _KEPT_SIZES:
                self._sizes.clear()
            self._sizes[key] = size_of(self._lines(width))
        return self._sizes[key]

    def _lines(self, width: float) -> QTextLayout:
        words, mnemonic = (self.text(), -1) if self.buddy() is None else without_mnemonic(self.text())
        return lay_out(words, self.font(), width, mnemonic)


class Title(Label):
    """The heading of a page."""


class Heading(Label):
    """The heading of a part of a page."""


class Lead(Label):
    """Somewhat larger text."""


class LeadStrong(Label):
    """Somewhat larger, bold text: the name of a card."""


class Strong(Label):
    """Bold body text: the name of a row or field."""


class Muted(Label):
    """Body text of less weight."""


class Hint(Label):
    """Small text of less weight, under a name or a field."""


class Problem(Label):
    """What is wrong with a field, beside it."""


class Rule(QFrame):
    """A hairline between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
