"""What a start imports, in which order, and that importing touches nothing."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.surroundings import ROOT

_AFTER_THE_PAINT = (
    "sqlalchemy", "sqlcipher3", "matplotlib", "numpy", "typst", "icalendar", "defusedxml", "rapidfuzz",
    "jsonschema",
    "mbc_journal.db", "mbc_journal.scales", "mbc_journal.catalogue", "mbc_journal.series", "mbc_journal.schedule",
    "mbc_journal.charts", "mbc_journal.report", "mbc_journal.exchange", "mbc_journal.demo", "mbc_journal.ui.pages",
    "mbc_journal.ui.home", "mbc_journal.cli",
)  # fmt: skip


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def _imported_by(statement: str) -> list[str]:
    lines = _python("-X", "importtime", "-c", statement).stderr.splitlines()
    return [line.rsplit("|", 1)[-1].strip() for line in lines if line.startswith("import time:")]


def _below(names: list[str], places: tuple[str, ...]) -> list[str]:
    return [name for name in names if any(name == place or name.startswith(f"{place}.") for place in places)]


def test_the_window_is_imported_without_the_database_the_pages_and_the_charts() -> None:
    names = _imported_by("import mbc_journal.app")
    assert "mbc_journal.ui.window" in names
    assert _below(names, _AFTER_THE_PAINT) == []


def test_the_command_line_is_imported_without_qt() -> None:
    names = _imported_by("import mbc_journal.cli")
    assert _below(names, ("PySide6", "shiboken6", "mbc_journal.app", "mbc_journal.ui")) == []


def test_a_start_paints_first_then_reads_the_journal_then_the_charts(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from mbc_journal import app
        from mbc_journal.paths import Paths

        home = Path(sys.argv[1])
        program = app.build(Paths(home / "data", home / "config", home / "state", home / "cache"), app.system_clock())

        def tell(moment):
            loaded = [name for name in ("sqlalchemy", "mbc_journal.ui.pages", "matplotlib") if name in sys.modules]
            print(moment, *loaded, flush=True)

        program.window.painted.connect(lambda: tell("painted"))
        program.window.usable.connect(lambda: tell("usable"))
        program.window.complete.connect(lambda: tell("complete"))
        program.window.complete.connect(program.window.close)
        program.window.failed.connect(lambda problem: sys.exit(repr(problem)))
        program.window.begin()
        program.app.exec()
    """
    said = _python("-c", textwrap.dedent(script), str(tmp_path)).stdout.splitlines()
    assert said == [
        "painted",
        "usable sqlalchemy mbc_journal.ui.pages",
        "complete sqlalchemy mbc_journal.ui.pages matplotlib",
    ]


def test_importing_everything_opens_no_file_of_ours_and_writes_nowhere() -> None:
    script = """
        import os, pkgutil, sys

        import mbc_journal

        found, writes = [], os.O_WRONLY | os.O_RDWR | os.O_CREAT
        ours = os.path.join(os.getcwd(), "resources")
        caches = ("__pycache__", os.environ["MPLCONFIGDIR"], "/dev/", "/proc/")

        def hear(event, arguments):
            named = bool(arguments) and not isinstance(arguments[0], int)  # a number was opened by its name before
            touches = event == "os.mkdir" or event == "open" and named and arguments[2] & writes
            reads = event == "open" and str(arguments[0]).startswith(ours)
            if event.startswith("socket.") or touches or reads:
                if not any(cache in str(arguments[0]) for cache in caches):
                    found.append((event, arguments[0]))

        sys.addaudithook(hear)
        for module in pkgutil.walk_packages(mbc_journal.__path__, "mbc_journal."):
            if not module.name.endswith("__main__"):
                __import__(module.name)
        print(*found, sep="\\n", end="")
    """
    assert _python("-c", textwrap.dedent(script)).stdout == ""


def test_without_a_display_the_window_names_the_demo_and_ends(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux starts without a display")
    without = {name: text for name, text in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "mbc_journal"],
        cwd=ROOT,
        env=without,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "mbc-journal demo" in done.stderr
    assert "Traceback" not in done.stderr
