"""Photos and files of a note: kept inside the journal, never larger than they may be, never lost by a mistake."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from mbc_journal import journaling
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import journal_page, photos
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Attachment, Note
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.journal_page.kept_files import KeptFiles
from mbc_journal.ui.journal_page.reading_files import picture, read_file
from mbc_journal.ui.page import Desk
from tests.ui.journal_pages import button, click, listed, note, only, opened, said, saved, words

Open = Callable[..., JournalPage]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A real photo of 400 x 300 pixels."""
    path = tmp_path / "gloves.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path))
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A document that is no picture."""
    path = tmp_path / "letter from the clinic.pdf"
    path.write_bytes(b"%PDF-1.4\nnot much of one\n%%EOF\n")
    return path


def files(page: JournalPage) -> KeptFiles:
    """The files of the note that is open."""
    found = [one for one in page.findChildren(KeptFiles) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def kept(journal: Journal, of: Note) -> list[Attachment]:
    """What the journal keeps with a note."""
    return [attachment for attachment, _small in journal.ask(photos.thumbnails, of.id)]


# -- reading -----------------------------------------------------------------------------------------------------


def test_a_photo_becomes_its_bytes_and_a_small_picture(photo: Path, qtbot: QtBot) -> None:
    of = note("a")
    attachment, data = read_file(photo, of, 0)
    assert (attachment.of, attachment.of_id, attachment.name) == ("note", of.id, "gloves.png")
    assert (attachment.media_type, attachment.bytes) == ("image/png", photo.stat().st_size)
    assert attachment.sha256 == hashlib.sha256(photo.read_bytes()).hexdigest()
    assert data.data == photo.read_bytes()
    small = QImage.fromData(data.thumbnail)
    assert (small.width(), small.height()) == (160, 120)


def test_any_other_file_is_a_document_without_a_picture(letter: Path, qtbot: QtBot) -> None:
    attachment, data = read_file(letter, note("a"), 0)
    assert (attachment.media_type, data.thumbnail) == ("application/pdf", b"")


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "no suffix", "\u05e9\u05dc\u05d5\u05dd.heic"])
def test_a_photo_that_is_no_photo_is_kept_as_a_document(tmp_path: Path, name: str, qtbot: QtBot) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x00\x01not a picture")
    attachment, data = read_file(path, note("a"), 0)
    assert (attachment.name, data.data, data.thumbnail) == (name, b"\x00\x01not a picture", b"")
    assert picture(data.data) == ("", b"")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not there.jpg"):
        with pytest.raises(NotAllowed, match="This file cannot be read"):
            read_file(path, note("a"), 0)


def test_a_file_of_more_than_10_mb_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.mov"
    with path.open("wb") as file:
        file.truncate(journaling.LARGEST + 1)
    with pytest.raises(NotAllowed, match="larger than 10 MB"):
        read_file(path, note("a"), 0)


# -- on the page -------------------------------------------------------------------------------------------------


def test_a_photo_is_added_shown_and_undone(open_page: Open, journal: Journal, photo: Path) -> None:
    page = opened(open_page(JournalPage, note("a")))
    files(page).add_file(photo)
    assert [one.name for one in kept(journal, only(journal))] == ["gloves.png"]
    pictures = [one for one in files(page).findChildren(QLabel) if not one.pixmap().isNull()]
    assert [one.accessibleName() for one in pictures] == ["gloves.png"]
    journal.undo()
    assert kept(journal, only(journal)) == []
    assert files(page).count == 0


def test_the_list_says_how_many_there_are(open_page: Open, photo: Path, letter: Path) -> None:
    page = opened(open_page(JournalPage, note("a", 4)))
    files(page).add_file(photo)
    files(page).add_file(letter)
    click(page, "note_close")
    assert "2 photos or files" in said(page)


def test_a_new_note_without_words_is_kept_for_its_photo(open_page: Open, journal: Journal, photo: Path) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    click(page, "for_doctor")
    files(page).add_file(photo)
    click(page, "note_close")
    assert listed(page) == [""]
    assert (only(journal).text, only(journal).for_doctor) == ("", True)
    assert len(kept(journal, only(journal))) == 1
    journal.undo()
    assert saved(journal) == []


def test_words_typed_after_a_photo_stay_with_it(open_page: Open, journal: Journal, photo: Path) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    files(page).add_file(photo)
    words(page).setPlainText("my hands")
    click(page, "note_close")
    assert only(journal).text == "my hands"
    assert len(kept(journal, only(journal))) == 1


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (0, "This file is empty."),
        (
            10 * 1024 * 1024 + 1,
            "This file is larger than 10 MB. A smaller copy can be added.",
        ),
    ],
)
def test_what_does_not_fit_is_said_beside_the_button(
    open_page: Open, journal: Journal, tmp_path: Path, size: int, sentence: str
) -> None:
    page = opened(open_page(JournalPage, note("a")))
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(size)
    files(page).add_file(path)
    assert files(page).problem.text().startswith(sentence)
    assert kept(journal, only(journal)) == []


def test_all_files_together_have_200_mb(open_page: Open, journal: Journal, photo: Path) -> None:
    of = note("a")
    page = opened(open_page(JournalPage, of, Attachment(of="note", of_id=of.id, name="many", bytes=journaling.ROOM)))
    files(page).add_file(photo)
    assert "All files together may have 200 MB; 0 kB are left." in files(page).problem.text()
    assert len(kept(journal, of)) == 1


def test_a_problem_goes_once_a_file_fits(open_page: Open, tmp_path: Path, photo: Path) -> None:
    page = opened(open_page(JournalPage, note("a")))
    files(page).add_file(tmp_path / "not there")
    assert files(page).problem.isVisible()
    files(page).add_file(photo)
    assert not files(page).problem.isVisible()


def test_a_file_is_removed_with_undo_and_the_focus_stays_near(
    open_page: Open, journal: Journal, letter: Path, qtbot: QtBot
) -> None:
    page = opened(open_page(JournalPage, note("a")))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    files(page).add_file(letter)
    remove = [one for one in files(page).findChildren(QAbstractButton) if one.text() == "Remove"]
    assert remove[0].accessibleName() == "Remove letter from the clinic.pdf"
    remove[0].click()
    assert kept(journal, only(journal)) == []
    assert button(page, "add_file").hasFocus()
    journal.undo()
    assert len(kept(journal, only(journal))) == 1
    assert files(page).count == 1


def test_a_copy_goes_out_byte_for_byte_and_says_who_can_read_it(
    open_page: Open, journal: Journal, letter: Path, tmp_path: Path, desk: Desk
) -> None:
    heard: list[str] = []
    desk.announcer.said.connect(heard.append)
    page = opened(open_page(JournalPage, note("a")))
    files(page).add_file(letter)
    attachment = kept(journal, only(journal))[0]
    files(page).copy_out(attachment, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == letter.read_bytes()
    assert journal.ask(journal_page.file_data, attachment) == letter.read_bytes()
    assert heard == ["A copy was saved as copy.pdf. Anyone who opens this file can read it."]
    files(page).copy_out(attachment, tmp_path / "no folder" / "copy.pdf")
    assert files(page).problem.isVisible()


def test_the_buttons_ask_the_system_for_a_file(
    open_page: Open, journal: Journal, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(open_page(JournalPage, note("a")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    click(page, "add_file")
    assert files(page).count == 0
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(letter), ""))
    click(page, "add_file")
    assert files(page).count == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "out.pdf"), ""))
    copy = [one for one in files(page).findChildren(QAbstractButton) if one.text() == "Save a copy..."]
    copy[0].click()
    assert (tmp_path / "out.pdf").read_bytes() == letter.read_bytes()
