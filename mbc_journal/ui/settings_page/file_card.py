"""Where the journal is: its path to copy, how large it is, how many entries it holds and of which day the last."""

import os

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from mbc_journal import own_settings, wording
from mbc_journal.db import questions
from mbc_journal.db.questions import settings_page
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label
from mbc_journal.wording import _, ngettext


class FileCard(Card):
    """Nothing here can be changed."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self.path = Label(str(keeper.journal.path))
        self.path.setObjectName("journal_path")
        self.path.setAccessibleName(_("Where your journal is: {path}").format(path=self.path.text()))
        self.holds = Label()
        self.holds.setObjectName("journal_holds")
        self.copy = Button(_("Cop&y the path"), theme)
        self.copy.setObjectName("copy_path")
        buttons = FlowRow(theme)
        buttons.add(self.copy)
        self.add(SettingRow(_("Your journal"), self.path, theme), SettingRow(_("It holds"), self.holds, theme), buttons)
        self.copy.clicked.connect(self._on_copy_clicked)

    def refresh(self) -> None:
        """Count and measure anew."""
        journal = self._keeper.journal
        count = journal.ask(settings_page.entries)
        parts = [ngettext("{count} entry", "{count} entries", count).format(count=count)]
        last = journal.ask(questions.last_day)
        if last is not None:
            parts.append(_("the last of {day}").format(day=wording.day(last)))
        parts.append(self._size())
        self.holds.setText(", ".join(part for part in parts if part))

    def _size(self) -> str:
        try:
            return own_settings.size(os.stat(self._keeper.journal.path).st_size)
        except OSError:
            return ""

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
        self._keeper.desk.announcer.said.emit(_("The path was copied."))
