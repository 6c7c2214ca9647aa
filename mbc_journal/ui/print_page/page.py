"""The Print page: its frame is there at once; what prints (typst, matplotlib) arrives when it is first shown."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mbc_journal.db.journal import Journal
from mbc_journal.ui import jobs
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.print_page.part import PrintPart
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Muted
from mbc_journal.wording import N_, _


class PrintPage(Page):
    """Holds the desk on which pages are made ready; see `PrintDesk`."""

    NAME, TITLE, ICON, NUMBER = "print", N_("Print"), "printer", 8
    WATCHES = frozenset(
        {"reading", "day", "note", "profile", "therapy", "step", "dose", "visit", "question", "plan_rule", "contact"}
    )

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.part: PrintPart | None = None
        self._loading = False
        self._place: Place | None = None
        self._waiting = Muted(_("Making the page ready..."))
        self.add(self._waiting)

    def refresh(self) -> None:
        """Make the preview anew from the journal as it is."""
        if self.part is not None:
            self.part.refresh()
        elif not self._loading:
            self._loading = True
            jobs.run(prepare_print, self._on_print_prepared, self._on_print_failed)

    def go_to(self, place: Place) -> None:
        """Print or save at once, where that was asked for."""
        self._place = place
        if self.part is not None:
            self.part.begin(place)

    def first_focus(self) -> None:
        """The button that prints."""
        if self.part is not None:
            self.part.first_focus()

    @Slot(object)
    def _on_print_prepared(self, _prepared: object) -> None:
        from mbc_journal.ui.print_page.print_desk import PrintDesk  # the thread has read it, this only names it

        self._waiting.hide()
        self.part = PrintDesk(self.journal, self.desk)
        self.add(self.part)
        self.part.refresh()
        if self._place is not None:
            self.part.begin(self._place)
        if self._has_focus():
            self.part.first_focus()

    @Slot(object)
    def _on_print_failed(self, problem: BaseException) -> None:
        self._loading = False
        self._waiting.setText(_("Pages cannot be made on this computer: {why}").format(why=type(problem).__name__))

    def _has_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return self.isVisible() and (focus is None or focus is self or not focus.isVisible())


def prepare_print() -> None:
    """Import what prints, beside the window; makes no widget."""
    from mbc_journal.ui.print_page import print_desk

    print_desk.prepare()
