"""The doors of the Makefile: what they ask of the system, and what they say when it is not there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.surroundings import ROOT

_NOBODY = 65534
_MISSING = "test_NEEDS=libnothere.so.9=libnothere9 ensurepip=python3-venv"

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is missing")
needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks the loader")
pytestmark = needs_make


def _make(
    *words: str, env: Mapping[str, str] | None = None, user: int | None = None
) -> subprocess.CompletedProcess[str]:
    clean = {name: text for name, text in (env or os.environ).items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--silent", "--no-print-directory", *words],
        cwd=ROOT,
        env=clean,
        user=user,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_missing_is_no_word() -> None:
    done = _make("system-check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs_linux
def test_someone_else_than_root_is_told_the_line_to_type() -> None:
    if shutil.which("apt-get") is None:
        pytest.skip("apt-get is missing")
    try:
        done = _make("system-test", _MISSING, user=_NOBODY if os.geteuid() == 0 else None)
    except PermissionError:
        pytest.skip("this checkout cannot be read by anyone else")
    assert done.returncode != 0
    assert "Missing: libnothere.so.9\n" in done.stderr
    assert "sudo apt-get install --no-install-recommends libnothere9\n" in done.stderr


@needs_linux
def test_without_apt_the_libraries_are_named(tmp_path: Path) -> None:
    (tmp_path / "sh").symlink_to("/bin/sh")
    (tmp_path / "make").symlink_to(shutil.which("make") or "")
    done = _make("system-test", _MISSING, f"PYTHON={sys.executable}", env={"PATH": str(tmp_path)})
    assert done.returncode != 0
    assert "Missing: libnothere.so.9\n" in done.stderr
    assert "your system's package tool" in done.stderr


def test_without_a_python_that_fits_the_ones_that_do_are_named() -> None:
    done = _make("python", "PYTHON=")
    assert done.returncode != 0
    assert "3.11, 3.12, 3.13 or 3.14" in done.stdout


@needs_linux
def test_what_is_only_wished_for_is_never_asked_of_a_person() -> None:
    if shutil.which("apt-get") is None:
        pytest.skip("apt-get is missing")
    try:
        done = _make(
            "system-test", "test_NEEDS=?libnothere.so.9=libnothere9", user=_NOBODY if os.geteuid() == 0 else None
        )
    except PermissionError:
        pytest.skip("this checkout cannot be read by anyone else")
    assert done.returncode == 0
    assert "libnothere" not in done.stdout + done.stderr
