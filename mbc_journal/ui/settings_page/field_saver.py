"""Saving a typed field: what is written in one stay of the focus is one step of Undo."""

from PySide6.QtCore import QEvent, QObject

from mbc_journal.ui.text_saver import TextSaver


class FieldSaver(TextSaver):
    """`stay` is the token of the stay the focus is on now."""

    stay: object = object()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells: leaving the field saves, and ends the stay."""
        super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.stay = object()
        return False
