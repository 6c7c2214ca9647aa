"""Fields for words: one line, and several. What is typed is kept as typed; what is wrong is said beside the field."""

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from mbc_journal.problems import NotAllowed
from mbc_journal.wording import _


def kept(text: str, longest: int) -> str:
    """`text` as it is stored, without NUL and spaces at its ends. Raises NotAllowed beyond `longest` letters."""
    clean = text.replace("\0", "").strip()
    if len(clean) > longest:
        why = _("This is too long by {more} letters; {longest} fit here.")
        raise NotAllowed(why=why.format(more=len(clean) - longest, longest=longest))
    return clean


class LineInput(QLineEdit):
    """One line; what it means is said by the classes below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self._on_text_edited)

    def keep_short(self) -> None:
        """Be no wider than a number or a time needs."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_value(self, value: object) -> None:
        """Show `value`; the cursor stays where it is if nothing changes."""
        text = "" if value is None else str(value)
        if text != self.text():
            self.setText(text)

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self.changed.emit()


class TextInput(LineInput):
    """One line of words, `longest` letters at most."""

    def __init__(self, longest: int = 200) -> None:
        super().__init__()
        self._longest = longest

    def value(self) -> str:
        """What was typed. Raises NotAllowed if it is too long."""
        return kept(self.text(), self._longest)


class LongText(QPlainTextEdit):
    """Several lines of plain words; Tab leaves it, pasted markup is plain text."""

    changed = Signal()

    def __init__(self, longest: int = 10_000, lines: int = 3) -> None:
        super().__init__()
        self._longest = longest
        self._lines = lines
        self._filling = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._measure()

    def sizeHint(self) -> QSize:
        """Qt asks: as many lines as it was made for."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * (self._lines + 1))

    def value(self) -> str:
        """What was typed. Raises NotAllowed if it is too long."""
        return kept(self.toPlainText(), self._longest)

    def set_value(self, value: object) -> None:
        """Show `value`; the cursor stays where it is if nothing changes."""
        text = "" if value is None else str(value)
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells: another font needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(line * (self._lines + 1))

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.changed.emit()
