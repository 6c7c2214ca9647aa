"""The printed pages in the window's hands: real printers into files, no dialog."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from mbc_journal import report
from mbc_journal.problems import CannotWrite
from mbc_journal.ui import printing
from tests.report_journals import SCALES, TODAY, busy, example
from tests.report_pdf import info, needs_poppler, pictures


def brief(paper: str = "a4", large: bool = False) -> report.Printout:
    options = report.Options(scales=SCALES, paper=paper, large=large, include_charts=False)
    return report.render("brief", busy() if large else example(), options, TODAY)


def to_file(printout: report.Printout, path: Path) -> QPrinter:
    printer = printing.printer_for(printout)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@needs_poppler
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_printer_gets_the_whole_page_unscaled(paper: str, qtbot: QtBot, tmp_path: Path) -> None:
    printed = brief(paper)
    path = tmp_path / "out.pdf"
    printing.print_pages(printed, to_file(printed, path))
    known = info(path.read_bytes(), tmp_path)
    assert known["Pages"] == "1"
    mine, printers = pictures(printed.pdf, tmp_path, 50)[0], pictures(path.read_bytes(), tmp_path, 50)[0]
    assert abs(mine.width - printers.width) <= 1
    assert abs(mine.height - printers.height) <= 1
    assert mine.first_ink == pytest.approx(printers.first_ink, abs=2)


@needs_poppler
def test_every_page_of_large_print_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printed = brief(large=True)
    path = tmp_path / "out.pdf"
    printing.print_pages(printed, to_file(printed, path))
    assert int(info(path.read_bytes(), tmp_path)["Pages"]) == printed.pages > 1


def test_another_paper_in_the_printer_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    printed = brief("a4")
    printer = to_file(printed, tmp_path / "out.pdf")
    assert printing.other_paper(printed, printer) is None
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    asked = printing.other_paper(printed, printer)
    assert asked == printing.OtherPaper("Your printer holds Letter.", "Make it Letter", "letter")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    asked = printing.other_paper(printed, printer)
    assert asked is not None
    assert (asked.make_it, asked.holds) == ("", "")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_no_page_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    printed = brief()
    with pytest.raises(printing.PrinterSilent, match="The printer did not answer"):
        printing.print_pages(printed, to_file(printed, tmp_path / "missing" / "out.pdf"))


def test_the_preview_and_the_printer_get_pictures_of_one_page(qtbot: QtBot) -> None:
    image = QImage.fromData(brief().pngs(printing.DPI)[0])
    assert (image.width(), image.height()) in {(2480, 3508), (2481, 3508)}


def test_a_pdf_is_saved_whole_and_for_the_person_alone(tmp_path: Path) -> None:
    printed = brief()
    written = printing.save_pdf(printed, tmp_path / printed.name)
    assert written.path.read_bytes() == printed.pdf
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o600


def test_a_pdf_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        printing.save_pdf(brief(), tmp_path / "missing" / "brief.pdf")


def test_very_many_pages_only_go_into_a_file() -> None:
    printed = brief()
    assert printing.too_long_to_print(printed) == ""
    assert "41 pages" in printing.too_long_to_print(replace(printed, pages=41))
