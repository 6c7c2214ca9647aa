"""What a real screen reader hears: the program on a display of its own, read and pressed over AT-SPI."""

import ctypes
import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from tests.surroundings import ROOT

_PYTHON = "/usr/bin/python3"
_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_READER = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_PATIENCE = 29  # seconds for everything


def missing() -> list[str]:
    """Debian's names of what is not here and is needed to listen."""
    absent = [package for program, package in {"Xvfb": "xvfb", "dbus-run-session": "dbus"}.items()
              if shutil.which(program) is None]  # fmt: skip
    absent += [] if _BUS.is_file() else ["at-spi2-core"]
    can_hear = Path(_PYTHON).exists() and not subprocess.run([_PYTHON, "-c", _READER], capture_output=True).returncode
    absent += [] if can_hear else ["python3-gi", "gir1.2-atspi-2.0"]
    return absent + [package for library, package in _LIBRARIES.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The surroundings of a person's first start, below the folder of the test; nothing else is handed on."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is a thing of Linux")
    if absent := missing():
        pytest.skip(f"not installed here: {', '.join(absent)}")
    folders = {f"XDG_{name}_HOME": tmp_path / name.lower() for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    folders |= {"HOME": tmp_path, "XDG_RUNTIME_DIR": tmp_path / "run", "TMPDIR": tmp_path / "tmp"}
    for folder in folders.values():
        folder.mkdir(mode=0o700, exist_ok=True)
    return {
        **{name: str(folder) for name, folder in folders.items()},
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def display(home: dict[str, str], tmp_path: Path) -> Iterator[dict[str, str]]:
    """The same with a display that nobody sees; it goes after the test, with all that was started on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], env=home, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield home | {"DISPLAY": f":{number}"}
    server.terminate()
    server.wait()
    for process in started_for(tmp_path):
        os.kill(process, signal.SIGKILL)


def started_for(folder: Path) -> list[int]:
    """The processes whose home is `folder`."""
    mark, found = f"HOME={folder}\0".encode(), []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal() and mark in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except OSError:  # it has ended, or is another person's
            continue
    return found


def listened(surroundings: dict[str, str], row: str, level: str) -> dict[str, Any]:
    """What the screen reader read and heard of the real program."""
    actor = str(ROOT / "tests" / "ear_actor.py")
    command = ["dbus-run-session", "--", _PYTHON, actor, row, level, sys.executable, "-m", "mbc_journal"]
    # Files, not pipes: a process that outlives the others would keep a pipe open.
    log, out = Path(surroundings["HOME"]) / "log.txt", Path(surroundings["HOME"]) / "told.json"
    with log.open("wb") as errors, out.open("wb") as told:
        subprocess.run(
            command,
            cwd=surroundings["HOME"],
            env=surroundings,
            stdout=told,
            stderr=errors,
            timeout=_PATIENCE,
            check=False,
        )
    lines = out.read_text("utf-8").splitlines()
    assert lines, log.read_text("utf-8", "replace")
    heard: dict[str, Any] = json.loads(lines[-1])
    assert "problem" not in heard, (heard, log.read_text("utf-8", "replace"))
    return heard


def stored(path: Path) -> dict[str, int | None]:
    """The levels that the journal holds."""
    journal = Journal(path, Clock(lambda: dt.datetime.now(dt.UTC).astimezone()))
    found = {one.scale: one.level for one in journal.ask(questions.readings_between, dt.date.min, dt.date.max)}
    journal.close()
    return found


def test_a_screen_reader_reads_today_presses_a_level_and_hears_saved(display: dict[str, str], tmp_path: Path) -> None:
    heard = listened(display, "Tiredness", "Moderate")
    words = ["None", "Mild", "Moderate", "Severe", "Very severe"]
    assert [row[1] for row in heard["rows"]] == [
        "Tiredness", "Pain", "Feeling sick (nausea)", "Trouble sleeping", "Numb hands or feet",
    ]  # fmt: skip
    assert all(row[2] == "Not answered." for row in heard["rows"])
    assert heard["before"]["levels"] == [["radio button", word, "", False] for word in words]
    assert heard["does"][0] == "Toggle"
    ((role, sentence),) = heard["heard"]
    assert role == "label"
    assert sentence.startswith("Saved ")
    assert sentence.endswith(" - Tiredness: Moderate")
    assert heard["line"] == sentence
    assert heard["after"]["levels"] == [["radio button", word, "", word == "Moderate"] for word in words]
    assert heard["after"]["row"] == ["panel", "Tiredness", "", False]
    (journal,) = (tmp_path / "data").rglob("*.mbcj")
    assert stored(journal) == {"fatigue": 2}
