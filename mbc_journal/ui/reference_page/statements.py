"""Statements on the page: a bullet, the words, a badge where no source was read, and the numbers of the sources."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal.reference.pages import Part, Said
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, Label, LeadStrong, Muted
from mbc_journal.wording import _

T = TypeVar("T", bound=Hashable)
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
            sources = Hint(f"[{_listed(said.numbers)}]")
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
    numbers = _shared(line.numbers for line in part.lines) or ()
    badge = _shared(line.badge for line in part.lines) or ""
    rows: list[QWidget] = [LeadStrong(part.title)] if part.title else []
    if part.lead:
        rows.append(Muted(part.lead))
    for line in part.lines:
        own = replace(line, badge="" if badge else line.badge, numbers=() if numbers else line.numbers)
        rows.append(StatementRow(own, theme))
    notes = ", ".join(words for words in (badge, number_words(numbers)) if words)
    return [*rows, Hint(notes)] if notes else rows


def _shared(values: Iterable[T]) -> T | None:
    """The one value that all have."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def number_words(numbers: Sequence[int]) -> str:
    """As "Sources 1-4, 7"; "" for none."""
    if not numbers:
        return ""
    words = _("Source {numbers}") if len(numbers) == 1 else _("Sources {numbers}")
    return words.format(numbers=_listed(numbers))


def _listed(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
