"""Statements on the page: a bullet, the words, a badge where no source was read, and the numbers of the sources."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal.reference.notes import brackets, noted, number_words
from mbc_journal.reference.pages import Part, Said
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, Label, LeadStrong, Muted

_BULLET = "\u2022"


class StatementRow(QWidget):
    """One statement."""

    def __init__(self, said: Said, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bullet = Label(_BULLET)
        self._bullet.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = Label(said.text)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        if said.badge:
            column.addWidget(Hint(said.badge))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(1))
        row.addWidget(self._bullet)
        row.addLayout(column, stretch=1)
        row.addStretch()
        if said.numbers:
            sources = Hint(brackets(said.numbers))
            sources.setAccessibleName(number_words(said.numbers))
            row.addWidget(sources, alignment=Qt.AlignmentFlag.AlignTop)
        self._measure()
        theme.changed.connect(self._on_theme_changed)

    def _measure(self) -> None:
        self._bullet.setFixedWidth(self._theme.scaled(self._theme.sizes.icon) // 2)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


def part_rows(part: Part, theme: Theme) -> list[QWidget]:
    """A part as widgets: its heading, what leads in, each statement; badge and sources once if all share them."""
    rows: list[QWidget] = [LeadStrong(part.title)] if part.title else []
    if part.lead:
        rows.append(Muted(part.lead))
    found = noted(part.lines)
    rows += [StatementRow(line, theme) for line in found.lines]
    return [*rows, Hint(found.note)] if found.note else rows
