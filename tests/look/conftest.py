"""Stages on an empty and on a full journal, in English and in the invented language."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.paths import Paths, resources
from mbc_journal.ui.quick_window import QuickWindow
from mbc_journal.ui.window import Window
from mbc_journal.wording import use_translations
from tests.conftest import FrozenClock
from tests.look import pseudo
from tests.look.stage import Stage, open_stage

Open = Callable[[str, str], Stage]


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented language, written once."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write(folder)
    return folder


class Watch(QObject):
    """Notes every window that is shown, but those of the program: anything else flashes up and takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, Window | QuickWindow):
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    """Watches for windows while a test runs."""
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def stage(
    qtbot: QtBot,
    watch: Watch,
    tmp_path: Path,
    paths: Paths,
    clock: FrozenClock,
    made_up_year: Path,
    invented: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Opens a window: `stage("full", "pseudo")` on the made-up year, `stage("empty", "English")` on a new journal."""
    opened: list[Stage] = []

    def open_it(journal: str = "full", language: str = "English") -> Stage:
        if language == "pseudo":
            monkeypatch.setenv("LANGUAGE", pseudo.LANGUAGE)
            use_translations(invented)
        path = None
        if journal == "full":
            path = Path(shutil.copy(made_up_year, tmp_path))
        opened.append(open_stage(qtbot, paths, clock, path))
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()
    assert watch.shown == [], "a part of a page was shown as a window of its own"
    use_translations(resources() / "locale")
