"""Rows of a QListWidget."""

from PySide6.QtWidgets import QListWidget, QListWidgetItem


def add_row(rows: QListWidget, words: str) -> QListWidgetItem:
    """A new last row, made by Qt: one that Python made can be freed twice when its list goes, and ends the program."""
    rows.addItem(words)
    return rows.item(rows.count() - 1)
