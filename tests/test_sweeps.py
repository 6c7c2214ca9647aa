"""The door to the long run: a missing tool is named last, and never passes as a success."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.sweeps import TESTS, TIMES
from tests.surroundings import ROOT


@pytest.mark.skipif(sys.platform != "linux", reason="the faults are made with tools of Linux")
def test_without_its_tools_the_long_run_names_them_and_ends_with_3(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.sweeps", "-q", "-p", "no:cacheprovider", "tests/db/test_faults.py"]
    done = subprocess.run(
        [*command, "-k", "fails_again or nothing_can_be_written"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 3, done.stdout + done.stderr
    assert "5 skipped" in done.stdout
    last = done.stdout.splitlines()[-6:]
    assert "Not everything was tried: needs strace" in last
    assert "Not everything was tried: needs setpriv (util-linux)" in last


def test_the_long_run_is_of_tests_that_are_there_and_listen() -> None:
    assert [path for path in TESTS if not (ROOT / path).exists()] == []
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py") if path.name != "sweeps.py"]
    assert [name for name in TIMES if not any(f'"{name}"' in text for text in texts)] == []
