"""Opening the window, where there is a screen to open it on."""

import argparse
import os
import sys

from mbc_journal.cli.outcome import Outcome, QtMissing
from mbc_journal.wording import N_, _

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_NO_SCREEN = N_("There is no screen here to open a window on.")
_DEMO_INSTEAD = N_("To see the program anyway, say: mbc-journal demo FOLDER")


def opened(asked: argparse.Namespace) -> Outcome:
    """Run the window until it is closed; without a screen say what can be done instead, with exit code 2."""
    if not _has_screen():
        return Outcome(None, 2, (_(_NO_SCREEN), _(_DEMO_INSTEAD)))
    try:
        from mbc_journal import app
    except ImportError as error:
        raise QtMissing(why=error) from error
    return Outcome(None, app.run(asked.file, asked.quick))


def _has_screen() -> bool:
    """Whether a window can be shown; asked where Qt would abort instead of saying so."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return platform.startswith(_WITHOUT_SCREEN) or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
