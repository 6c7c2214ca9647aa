"""One open window in a process of its own: pages the first time and again, keys of the searches, another look."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop

from mbc_journal import app
from mbc_journal.paths import Paths
from mbc_journal.ui.find_page import FindPage
from mbc_journal.ui.home import Home
from mbc_journal.ui.page_list import BESIDE, PAGES
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.signals import Place
from mbc_journal.ui.window import Window

_PATIENCE = 120
_TYPED = "my feet burn at night"
_ENTRIES = ("capecitabine", "letrozole", "pembrolizumab", "denosumab", "yoga", "when-to-call")
_AGAIN = 5
LIMITS = {
    "a page, first time": 100,
    "a page, again": 30,
    "a key in Find": 16,
    "a key in the reference's search": 16,
    "an entry of the reference": 50,
    "another text size or colours": 200,
}
"""What is measured, in order, and the most milliseconds it should take; the slowest page or entry counts."""


def shown(home: Path, journal: Path) -> dict[str, float]:
    """Milliseconds of each of `LIMITS`, on a window that is whole."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.showing", str(home), str(journal)],
        capture_output=True, text=True, check=True, timeout=_PATIENCE,
    )  # fmt: skip
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _measure(folder: Path, journal: Path) -> dict[str, float]:
    program = app.build(Paths.below(folder), app.system_clock())
    window, loop = program.window, QEventLoop()
    window.complete.connect(loop.quit)
    window.begin(journal)
    loop.exec()
    home = window.home
    assert isinstance(home, Home)
    while home.journal is not None and not home.journal.check.done:  # it takes turns with the window for a second
        QCoreApplication.processEvents()
    names = [kind.NAME for kind in (*PAGES, *BESIDE)]
    first = max(_spent(partial(window.show_page, name)) for name in names)
    again = max(statistics.median(_again(window, name) for _round in range(_AGAIN)) for name in names)
    told = [first, again, *_searches(window), _looks(window)]
    window.close()
    return dict(zip(LIMITS, told, strict=True))


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds until the work and what it leaves for the next turns of the loop are done."""
    begun = time.perf_counter()
    work()
    for _round in range(3):
        QCoreApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def _again(window: Window, name: str) -> float:
    """Showing a page that stands already, another one in between."""
    window.show_page("about" if name != "about" else "today")
    return _spent(partial(window.show_page, name))


def _searches(window: Window) -> Iterator[float]:
    """A key in each search, the median of a few words typed; then the slowest entry that is opened."""
    home = window.home
    assert isinstance(home, Home)
    begun = [_TYPED[:end] for end in range(1, len(_TYPED) + 1)]
    for name in ("find", "reference"):
        home.go(Place(name))
        page = home.page(name)
        assert isinstance(page, FindPage | ReferencePage)
        field = page.field if isinstance(page, FindPage) else page.search
        yield statistics.median(_spent(partial(field.setText, text)) for text in begun)
        field.clear()
    yield max(_spent(partial(home.go, Place("reference", verb=entry))) for entry in _ENTRIES)


def _looks(window: Window) -> float:
    change = window.tools.preferences.change
    looks: tuple[dict[str, Any], ...] = (
        {"text_size": 150},
        {"colours": "dark"},
        {"text_size": 100},
        {"colours": "light"},
    )
    return statistics.median(_spent(partial(change, **look)) for look in looks)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.write(json.dumps(_measure(Path(sys.argv[1]), Path(sys.argv[2]))))
