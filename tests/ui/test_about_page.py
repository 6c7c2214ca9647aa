"""About: what the program is and is not, said plainly."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from mbc_journal import __version__
from mbc_journal.ui.about_page import AboutPage

Open = Callable[..., AboutPage]


def said(page: AboutPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_about_says_that_no_clinician_has_reviewed_its_texts(open_page: Open) -> None:
    assert "It is not a medical device. No clinician has reviewed its texts yet." in said(open_page(AboutPage))


def test_about_names_its_version_and_that_nothing_is_sent(open_page: Open) -> None:
    shown = said(open_page(AboutPage))
    assert "Everything stays in one file on this computer. Nothing is sent anywhere." in shown
    assert any(text.startswith(f"Version {__version__}. ") for text in shown)
