"""Typed text is saved 0.8 s after the last key, on leaving the field, and when the page or window goes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_PAUSE = 800  # milliseconds after the last key


class TextSaver(QObject):
    """Watches one text field and calls `save` when its text changed and the person paused or left.

    `save` is a method that takes nothing and returns whether the text is safe now; while it is not, the text counts as
    unsaved and the next pause, leave or `flush` tries again.
    """

    def __init__(self, field: QWidget, save: Callable[[], bool]) -> None:
        super().__init__(field)
        self._save = save
        self.unsaved = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.flush)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_text_edited)
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            field.textChanged.connect(self._on_text_changed)
        field.installEventFilter(self)

    @Slot()
    def flush(self) -> None:
        """Save now if anything was typed since the last save."""
        self._pause.stop()
        if self.unsaved:
            self.unsaved = not self._save()

    def forget(self) -> None:
        """The field was filled by the program: nothing of it needs saving."""
        self._pause.stop()
        self.unsaved = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left or hidden."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.flush()
        return False

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self._on_text_changed()

    @Slot()
    def _on_text_changed(self) -> None:
        self.unsaved = True
        self._pause.start()


def flush_all(below: QWidget) -> bool:
    """Save every unsaved text below this widget; whether all of it is safe now."""
    savers = below.findChildren(TextSaver)
    for saver in savers:
        saver.flush()
    return not any(saver.unsaved for saver in savers)
