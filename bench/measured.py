"""Numbers of a run: medians, ratios, what they should be, and the table of them."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Work = Callable[[], object]
"""Something to be timed."""


@dataclass(frozen=True)
class Measured:
    """One line of the table: ours beside what it is compared with, and the most their ratio may be.

    Without `beside` the limit is of `ours` itself. Both are in `unit`.
    """

    name: str
    years: int
    unit: str
    ours: float
    beside: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours by theirs."""
        return self.ours / self.beside if self.beside else None

    @property
    def is_met(self) -> bool:
        """Whether the limit holds; without one there is nothing to miss."""
        found = self.ours if self.ratio is None else self.ratio
        return self.limit is None or found <= self.limit

    def row(self) -> tuple[str, ...]:
        """The cells of the line."""
        beside = "" if self.beside is None else f"{self.beside:.1f}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        limit = "" if self.limit is None else f"{self.limit:g} {'x' if self.beside else self.unit}"
        met = "" if self.limit is None else "met" if self.is_met else "missed"
        return self.name, f"{self.years}", f"{self.ours:.1f} {self.unit}", beside, ratio, limit, met


HEAD = ("measured", "years", "ours", "beside", "ratio", "at most", "")


def table(found: Sequence[Measured]) -> str:
    """The lines under their head, in columns."""
    rows = [HEAD, *(one.row() for one in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def by_turns(runs: int, *works: Work) -> list[float]:
    """The median milliseconds of each work; they take turns, so that the machine's moods fall on all alike."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, times in zip(works, spent, strict=True):
            begun = time.perf_counter()
            work()
            times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in spent]


def memory() -> float:
    """MB this process holds now; where the system does not say, the most it ever held."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
