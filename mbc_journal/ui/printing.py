"""The printed pages in the window's hands: to a printer at 300 dpi, or into a PDF file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mbc_journal import files
from mbc_journal.files import Written
from mbc_journal.problems import UserProblem
from mbc_journal.report import Printout
from mbc_journal.wording import N_, _

DPI = 300
MOST_PAGES = 40
"""More pages than this only go into a PDF file."""

_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_NAMES = {"a4": N_("A4"), "letter": N_("Letter")}


class PrinterSilent(UserProblem):
    """The printer took no page."""

    HAPPENED = N_("The printer did not answer.")
    DO_NEXT = N_("Save as PDF instead, or try the printer again.")


@dataclass(frozen=True)
class OtherPaper:
    """The printer holds another paper than the page is made for: what to ask, and the paper it holds.

    `holds` is "a4", "letter", or "" for a paper these pages are not made for.
    """

    question: str
    make_it: str  # the words of the button that makes the page anew, "": there is none
    holds: str


def has_printer() -> bool:
    """Whether there is a printer at all; if not, Save as PDF comes first."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(printout: Printout) -> QPrinter:
    """A printer set for these pages: their paper, no margins of its own, 300 dots an inch."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setDocName(printout.name.removesuffix(".pdf"))
    printer.setCreator("")
    layout = QPageLayout(
        QPageSize(_PAPERS[printout.paper]), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    return printer


def other_paper(printout: Printout, printer: QPrinter) -> OtherPaper | None:
    """What to ask if the printer holds another paper than the page is made for; None if it fits."""
    held = printer.pageLayout().pageSize()
    if held.isEquivalentTo(QPageSize(_PAPERS[printout.paper])):
        return None
    holds = next((name for name, size in _PAPERS.items() if held.isEquivalentTo(QPageSize(size))), "")
    name = _(_NAMES[holds]) if holds else held.name()
    make_it = _("Make it {paper}").format(paper=name) if holds else ""
    return OtherPaper(_("Your printer holds {paper}.").format(paper=name), make_it, holds)


def print_pages(printout: Printout, printer: QPrinter) -> None:
    """Print every page as it is in the preview: full page, unscaled. Raises PrinterSilent."""
    printer.setResolution(DPI)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterSilent
    try:
        for number, png in enumerate(printout.pngs(DPI)):
            if number and not printer.newPage():
                raise PrinterSilent
            painter.drawImage(QPoint(0, 0), QImage.fromData(png))
    finally:
        painter.end()


def save_pdf(printout: Printout, path: Path) -> Written:
    """Save the pages as a PDF file, whole or not at all, mode 0600. Raises CannotWrite."""
    return files.write_whole(path, printout.pdf)


def too_long_to_print(printout: Printout) -> str:
    """The sentence why these pages only go into a PDF file; "" if they can be printed."""
    if printout.pages <= MOST_PAGES:
        return ""
    return _("This is {pages} pages: save it as a PDF, and print from there what you need.").format(
        pages=printout.pages
    )
