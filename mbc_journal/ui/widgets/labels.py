"""Labels of each role: plain text, wrapped, never guessed to be markup; theme.py gives each class its font."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def take_class_font(widget: QWidget) -> None:
    """Give `widget` the font of its own class: Qt asks for it before the class of a Python object is known."""
    widget.setFont(QFont())


class Label(QLabel):
    """Body text that wraps; what a person typed is shown as typed, never as markup."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
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
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        """Qt asks: the text on one line, where there is room."""
        hint = super().sizeHint()
        line = self.fontMetrics().size(0, self.text())
        width = min(line.width() + self.fontMetrics().averageCharWidth(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width)).expandedTo(QSize(0, min(hint.height(), line.height())))


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
