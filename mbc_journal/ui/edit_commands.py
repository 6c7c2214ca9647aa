"""Undo and Redo by name, and the Edit menu's new note and new question."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotSaved
from mbc_journal.records import Change
from mbc_journal.ui.signals import Failure, Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.tools import Tools


class EditCommands(QObject):
    """Carries out the Edit menu. A text field's own typing is undone first."""

    def __init__(self, parent: QObject, tools: Tools) -> None:
        super().__init__(parent)
        self._tools = tools
        self._journal: Journal | None = None
        menus = tools.menus
        menus["undo"].triggered.connect(self._on_undo_wanted)
        menus["redo"].triggered.connect(self._on_redo_wanted)
        menus["new_note"].triggered.connect(self._on_new_note_triggered)
        menus["new_question"].triggered.connect(self._on_new_question_triggered)
        menus.show_undo("", "")
        tools.frame.info_bar.undo_wanted.connect(self._on_undo_wanted)
        tools.announcer.changed.connect(self._on_changed)
        self._field: QObject | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def use(self, journal: Journal) -> None:
        """Undo in this journal from now on."""
        self._journal = journal
        self._tools.menus.show_undo("", "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z pass on to the journal when the field with the focus, which is all we hear, has no typing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched)
            redo = event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(watched)
            if undo or redo:
                event.ignore()
                return True
        return False

    def _act(self, redo: bool) -> None:
        if self._journal is None:
            return
        flush_all(self._tools.frame.window())
        try:
            if redo:
                self._journal.redo()
            else:
                self._journal.undo()
        except NotSaved as problem:
            again = self._on_redo_wanted if redo else self._on_undo_wanted
            self._tools.announcer.not_saved.emit(Failure(problem, again))

    @Slot(object, object)
    def _on_focus_changed(self, _before: object, now: object) -> None:
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    @Slot()
    def _on_undo_wanted(self) -> None:
        self._act(redo=False)

    @Slot()
    def _on_redo_wanted(self) -> None:
        self._act(redo=True)

    @Slot()
    def _on_new_note_triggered(self) -> None:
        self._tools.announcer.wanted.emit(Place("journal", verb="add"))

    @Slot()
    def _on_new_question_triggered(self) -> None:
        self._tools.announcer.wanted.emit(Place("visits", verb="add"))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._tools.menus.show_undo(change.undo, change.redo)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable()
