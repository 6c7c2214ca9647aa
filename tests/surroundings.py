"""The fresh folders, language and time zone of one test run; set before Qt or matplotlib is imported."""

import locale
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout that is tested."""

OUTSIDE = ROOT.parent / "shared" / "outside"
"""Files that other programs wrote; tests of them are skipped where the folder is missing."""


def settle(folder: Path) -> None:
    """Point everything that looks for a person's folders, language or display at `folder` and at nothing of theirs.

    Raises AssertionError if Qt or matplotlib was imported before: they read these settings once.
    """
    early = sorted({name for name in ("PySide6", "shiboken6", "matplotlib") if name in sys.modules})
    assert not early, f"imported before the surroundings were set: {early}"
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LANG", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"):
        os.environ.pop(name, None)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}
    for name, part in _FOLDERS.items():
        (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder / part)
    tempfile.tempdir = None
    locale.setlocale(locale.LC_ALL, "")
    if hasattr(time, "tzset"):
        time.tzset()


_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "home/runtime",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "MPLCONFIGDIR": "matplotlib",
    "TMPDIR": "tmp",
}
