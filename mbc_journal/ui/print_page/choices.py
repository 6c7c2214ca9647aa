"""What can be chosen for one print: which page, what goes in, paper and size."""

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import Signal, Slot

from mbc_journal import call, report
from mbc_journal.call import Guide
from mbc_journal.records import Profile, Span
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.search import Key
from mbc_journal.ui.page import Desk
from mbc_journal.ui.print_page.brief_choices import BriefChoices
from mbc_journal.ui.widgets import Button, Card, Choice, Label, Strong
from mbc_journal.wording import N_, _

_NO_ENTRY = N_("No page of the reference is chosen yet.")


@dataclass(frozen=True)
class Wanted:
    """The choices made: the page, its period (None: since the last visit), and its options."""

    page: str
    span: Span | None
    options: report.Options


class Choices(Card):
    """`changed` after each choice. Nothing here is stored but the paper, which is the person's own."""

    changed = Signal()
    page_chosen = Signal()
    paper_chosen = Signal(str)
    entry_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._entry: Key | None = None
        theme = desk.theme
        self.page = Choice(_("What to print"), {name: _(words) for name, words in report.SECTIONS.items()}, theme)
        self.page.setObjectName("page")
        self.page.set_value("brief")
        self.brief = BriefChoices(desk)
        self.entry = Label(_(_NO_ENTRY))
        self.entry.setObjectName("entry")
        self.entry_button = Button(_("&Choose it in the Reference"), theme, icon="book-open")
        self.entry_button.setObjectName("choose_entry")
        self.paper = Choice(_("Paper"), {report.A4: "A4", report.LETTER: "Letter"}, theme)
        self.paper.setObjectName("paper")
        self.print_size = Choice(_("Size of print"), {"normal": _("Normal"), "large": _("Large")}, theme)
        self.print_size.setObjectName("print_size")
        self.print_size.set_value("normal")
        self.add(Strong(_("What to print")), self.page, self.entry, self.entry_button, self.brief)
        self.add_row(Strong(_("Paper")))
        self.add(self.paper, Strong(_("Size of print")), self.print_size)
        self._show_parts()
        self._wire()

    def show_profile(self, profile: Profile) -> None:
        """Show the person's paper; without one the usual A4."""
        self.paper.set_value(profile.paper or report.A4)

    def show_page(self, page: str, entry: str = "") -> None:
        """Choose a page, and which of the reference. Raises ResourceBroken where that cannot be read."""
        self.page.set_value(page)
        self._show_parts()
        if entry:
            key = ways.key_of_entry(self._reference, entry)
            self._entry = key if key is not None and ways.has_open_page(self._reference, key) else None
            view = ways.view(self._reference, self._entry, self._desk.clock.today(), ()) if self._entry else None
            self.entry.setText(_(_NO_ENTRY) if view is None else view.title)

    def wanted(self) -> Wanted | None:
        """What is chosen; None while something is missing or wrong, which is said here.

        Raises ResourceBroken where a page that is the same for everyone cannot be read.
        """
        page = self.page.value() or "brief"
        options = report.Options(
            scales=self._desk.scales,
            paper=self.paper.value() or "",
            large=self.print_size.value() == "large",
            week_starts=self._desk.preferences.values.week_starts - 1,
        )
        if page == "who_to_call":
            return Wanted(page, None, replace(options, guide=self._guide))
        if page == "reference":
            known = replace(options, reference=self._reference, entry=self._entry)
            return None if self._entry is None else Wanted(page, None, known)
        return Wanted(page, self.brief.span(), self.brief.options(options)) if self.brief.is_ready() else None

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self._desk.catalogue)

    @cached_property
    def _guide(self) -> Guide:
        return call.load(self._desk.catalogue.folder)

    def _show_parts(self) -> None:
        """Only what belongs to the page that is chosen."""
        page = self.page.value()
        self.brief.setVisible(page == "brief")
        for widget in (self.entry, self.entry_button):
            widget.setVisible(page == "reference")

    def _wire(self) -> None:
        self.page.chosen.connect(self._on_page_chosen)
        self.entry_button.clicked.connect(self.entry_wanted)
        self.brief.changed.connect(self.changed)
        self.paper.chosen.connect(self._on_paper_chosen)
        self.print_size.chosen.connect(self._on_size_chosen)

    @Slot(object)
    def _on_page_chosen(self, _choice: Choice) -> None:
        self._show_parts()
        self.page_chosen.emit()

    @Slot(object)
    def _on_paper_chosen(self, _choice: Choice) -> None:
        self.paper_chosen.emit(self.paper.value() or "")
        self.changed.emit()

    @Slot(object)
    def _on_size_chosen(self, _choice: Choice) -> None:
        self.changed.emit()
