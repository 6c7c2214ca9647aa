"""With the outlook door shut no survival figure is on any page, in a search, a tip, an export or on paper."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mbc_journal.catalogue import Catalogue
from mbc_journal.cli import main
from mbc_journal.reference import Reference
from mbc_journal.ui.find_page import FindPage
from mbc_journal.ui.page_list import BESIDE, PAGES
from mbc_journal.ui.signals import Place
from mbc_journal.ui.window import Window
from tests.report_pdf import needs_poppler, raw_text
from tests.ui.windows import Starter, click, home, shown

FIGURE = re.compile(r"\d+(?:\.\d+)?%|\d+(?:\.\d+)? (?:to \d+ )?months")
TYPED = (
    "survival",
    "how long do I have",
    "prognosis",
    "outlook",
    "31%",
    "36.4 months",
    "12.8%",
    "E2108",
    "alive after 5 years",
)


@pytest.fixture(scope="module")
def closed(catalogue: Catalogue) -> frozenset[str]:
    """The sentences behind the door, and their figures."""
    texts = [bullet.text for topic in Reference(catalogue).topics for bullet in topic.closed_bullets]
    told = [text for text in texts if FIGURE.search(text)]
    assert len(told) > 8
    return frozenset((*told, *(figure for text in told for figure in FIGURE.findall(text))))


def words(widget: QWidget) -> Iterator[str]:
    """All that can be read, heard or hovered on a widget."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QListWidget():
            yield from (widget.item(number).text() for number in range(widget.count()))


def told(window: Window) -> str:
    """Everything in the window, shown or not, and in its menus."""
    actions = [f"{one.text()} {one.toolTip()}" for one in window.findChildren(QAction)]
    return "\n".join([*actions, *(text for part in window.findChildren(QWidget) for text in words(part))])


def held(closed: frozenset[str], text: str) -> list[str]:
    plain = " ".join(text.split())
    return [one for one in closed if re.search(rf"(?<![\d.]){re.escape(one)}", plain)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_no_page_and_no_search_of_the_window_tells_one(
    start: Starter, qtbot: QtBot, made_up_year: Path, tmp_path: Path, closed: frozenset[str]
) -> None:
    window = start(Path(shutil.copy(made_up_year, tmp_path)))
    for kind in (*PAGES, *BESIDE):
        window.show_page(kind.NAME)
        qtbot.wait(10)
    window.tools.menus["quick"].trigger()
    assert held(closed, told(window)) == []
    window.show_page("find")
    page = shown(window)
    assert isinstance(page, FindPage)
    for typed in TYPED:
        page.field.setText(typed)
        qtbot.wait(10)
        found = " ".join(text for part in page.findChildren(QListWidget) for text in words(part))
        assert held(closed - {typed}, found) == [], typed
    home(window).go(Place("reference", verb="prognosis"))
    assert held(closed, told(window)) == []
    click(window, "outlook_show_me")
    assert len(held(closed, told(window))) > 20  # the same eyes see them once she has opened the door


@needs_poppler
def test_no_export_and_no_paper_tells_one(
    made_up_year: Path, tmp_path: Path, closed: frozenset[str], capsys: pytest.CaptureFixture[str]
) -> None:
    journal = str(shutil.copy(made_up_year, tmp_path))
    assert main(["export", journal, str(tmp_path / "out.json"), "--format", "json", "--with-private-notes"]) == 0
    assert held(closed, json.dumps(json.loads((tmp_path / "out.json").read_text()), ensure_ascii=False)) == []
    asked = [["--kind", "brief"], ["--kind", "who_to_call"]]
    asked += [["--kind", "reference", "--entry", entry] for entry in ("topic:surgery", "topic:palliative-care", "mood")]
    for number, kind in enumerate(asked):
        pdf = tmp_path / f"{number}.pdf"
        assert main(["report", journal, str(pdf), *kind, "--today", "2026-03-04"]) == 0
        assert held(closed, raw_text(pdf.read_bytes(), tmp_path)) == [], kind
    assert main(["report", journal, str(tmp_path / "no.pdf"), "--kind", "reference", "--entry", "prognosis"]) != 0
    capsys.readouterr()
    for typed in TYPED:
        assert main(["look", *typed.split(), "--json"]) == 0
        assert "prognosis" not in capsys.readouterr().out
