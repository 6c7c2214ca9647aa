"""The settings in use: one change is kept, written and told at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from mbc_journal.problems import UserProblem
from mbc_journal.settings import Settings, SettingsFile


class Preferences(QObject):
    """Holds the `Settings` of now; `changed` tells the new ones. `problem` is why they could not be read or kept."""

    changed = Signal(object)

    def __init__(self, file: SettingsFile) -> None:
        super().__init__()
        self._file = file
        self.values, self.problem = file.load()

    def change(self, **fields: Any) -> None:
        """Take over `fields` (names of Settings), keep them on disk and tell everyone."""
        values = replace(self.values, **fields)
        if values == self.values:
            return
        self.values = values
        try:
            self._file.save(values)
            self.problem = ""
        except UserProblem as problem:
            self.problem = str(problem)
        self.changed.emit(values)

    def now(self) -> Settings:
        """The settings in use."""
        return self.values
