"""Plain text in lines that keep their distance: 1.4 times the letters' size, and no word is ever cut off."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

LINE_HEIGHT = 1.4
ANY_WIDTH = 100_000.0  # one line, however long
_NEW_LINE = "\u2028"


def lay_out(text: str, font: QFont, width: float = ANY_WIDTH, mnemonic: int = -1) -> QTextLayout:
    """`text` in lines of `width` pixels at most; the letter at `mnemonic` is underlined.

    A word that is wider than a line goes on in the next.
    """
    layout = QTextLayout(text.replace("\n", _NEW_LINE), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if mnemonic >= 0:
        layout.setFormats([_underlined(mnemonic)])
    top, step = 0.0, font.pixelSize() * LINE_HEIGHT
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += max(step, line.height())
    layout.endLayout()
    return layout


def size_of(layout: QTextLayout) -> QSize:
    """The room the lines take."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    width = max((line.naturalTextWidth() for line in lines), default=0.0)
    height = lines[-1].y() + lines[-1].height() if lines else 0.0
    return QSize(math.ceil(width), math.ceil(height))


def without_mnemonic(label: str) -> tuple[str, int]:
    """The words of a label and the place of its mnemonic.

    ("Who", 0) for "&Who"; ("Eat & drink", -1) for "Eat && drink".
    """
    words, place, marked = "", -1, False
    for letter in label:
        if letter == "&" and not marked:
            marked = True
            continue
        if marked and letter != "&" and place < 0:
            place = len(words)
        words += letter
        marked = False
    return words, place


def _underlined(place: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = place, 1
    look = QTextCharFormat()
    look.setFontUnderline(True)
    marked.format = look
    return marked
