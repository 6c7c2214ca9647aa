"""The long run of `make test-faults`: kills, flips, full disks and random histories, many times over.

Arguments go to pytest. Ends with 3 when a tool was missing and something could not be tried.
"""

import os
import shutil
import sys

import pytest

from tests.surroundings import ROOT

TOOLS = {"strace": "strace", "setpriv": "util-linux", "unshare": "util-linux", "mount": "mount"}
"""What the faults are made with, and the package each is in."""

TIMES = {"JOURNAL_KILLS": 200, "JOURNAL_FLIPS": 500, "JOURNAL_SEEDS": 20, "JOURNAL_EXAMPLES": 500}
"""How often each fault is tried, where the suite tries it a few times."""

TESTS = (
    "tests/db", "tests/exchange", "tests/cli", "tests/test_flow.py", "tests/test_demo.py", "tests/test_parse_days.py",
    "tests/test_printable.py", "tests/test_scales_check.py", "tests/test_series_random.py",
    "tests/test_treatments_random.py",
)  # fmt: skip
_MISSING_TOOL = 3


class Skips:
    """Remembers why tests were left out because a tool is not there."""

    def __init__(self) -> None:
        self.needs: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of one test."""
        if report.skipped and isinstance(report.longrepr, tuple):
            reason = report.longrepr[2].removeprefix("Skipped: ")
            if reason.startswith("needs "):
                self.needs.add(reason)


def missing() -> list[str]:
    """The tools that are not here, each with its package."""
    return [f"needs {tool} ({package})" for tool, package in TOOLS.items() if shutil.which(tool) is None]


def main(arguments: list[str]) -> int:
    """Run everything, and say last what could not be tried."""
    for name, times in TIMES.items():
        os.environ.setdefault(name, str(times))
    skips = Skips()
    code = int(pytest.main(["--rootdir", str(ROOT), "-o", "faulthandler_timeout=0", *(arguments or TESTS)], [skips]))
    needs = sorted({*missing(), *skips.needs}) if sys.platform == "linux" else []
    for need in needs:
        print(f"Not everything was tried: {need}")
    return code or (_MISSING_TOOL if needs else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
