"""What the Print page asks of the desk that arrives later."""

from PySide6.QtWidgets import QWidget

from mbc_journal.ui.signals import Place


class PrintPart(QWidget):
    """The part of the Print page that needs typst and matplotlib."""

    def refresh(self) -> None:
        """Make the preview anew."""
        raise NotImplementedError

    def begin(self, place: Place) -> None:
        """Begin what was asked for: the name of a page, "print", "save", or nothing."""
        raise NotImplementedError

    def first_focus(self) -> None:
        """Put the focus on the main action."""
        raise NotImplementedError
