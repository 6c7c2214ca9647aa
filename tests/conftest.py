"""What every test stands on: fresh folders, a clock that stands still, real files, and nothing left behind."""

import datetime as dt
import gc
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from tests import guards, surroundings

RUN = Path(tempfile.mkdtemp(prefix="journal-tests-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT"))).resolve()
surroundings.settle(RUN)
gc.disable()  # a widget must die on the main thread: each test collects there, at its end

EXAMPLES = os.environ.get("JOURNAL_EXAMPLES", "")
"""How many examples a random test tries, when other ones each time are wanted: the long run sets it."""

settings.register_profile(
    "journal",
    max_examples=int(EXAMPLES or 30),
    derandomize=not EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("journal")

from mbc_journal import demo  # noqa: E402  the surroundings come first
from mbc_journal.catalogue import Catalogue  # noqa: E402
from mbc_journal.clock import Clock  # noqa: E402
from mbc_journal.db.journal import Journal, create  # noqa: E402
from mbc_journal.paths import Paths, resources  # noqa: E402
from mbc_journal.records import Change  # noqa: E402
from mbc_journal.scales import Scales  # noqa: E402

WEDNESDAY = dt.datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""When the frozen clock starts: 2026-03-04 09:30 +01:00."""

REACH = guards.Reach(surroundings.ROOT)
"""Hears of sockets and of files written elsewhere, for the whole run."""


def pytest_unconfigure() -> None:
    """Take the folders of the run away."""
    shutil.rmtree(RUN, ignore_errors=True)


@dataclass(frozen=True)
class FrozenClock(Clock):
    """A clock that stands still until a test moves it; the last of `moments` is now."""

    moments: list[dt.datetime]

    def tick(self, **step: float) -> None:
        """Move the wall time on, as `tick(days=1)` or `tick(hours=-2)`."""
        self.moments.append(self.moments[-1] + dt.timedelta(**step))


@pytest.fixture
def clock() -> FrozenClock:
    """The clock of every test: Wednesday 4 March 2026, 09:30, until `clock.tick(days=1)`."""
    moments = [WEDNESDAY]
    return FrozenClock(read=lambda: moments[-1], moments=moments)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The person's folders, below the test's own folder; none is made yet."""
    return Paths(data=tmp_path / "data", config=tmp_path / "config", state=tmp_path / "state", cache=tmp_path / "cache")


@dataclass
class Listeners:
    """Those who hear of each change of `journal`, in turn."""

    ears: list[Callable[[Change], None]] = field(default_factory=list)

    def tell(self, change: Change) -> None:
        """Pass the change on."""
        for ear in self.ears:
            ear(change)


@pytest.fixture
def listeners() -> Listeners:
    """Whom `journal` tells; empty until a test or the `desk` adds itself."""
    return Listeners()


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with what creating a journal writes; to be copied, never to be opened."""
    path = tmp_path_factory.mktemp("empty") / "journal.mbcj"
    create(path, Clock(lambda: WEDNESDAY))
    return path


@pytest.fixture(scope="session")
def made_up_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a made-up year that ends on the day of the clock; to be copied, never to be opened."""
    path = tmp_path_factory.mktemp("year") / "demo.mbcj"
    create(path, Clock(lambda: WEDNESDAY), *demo.make(5, WEDNESDAY.date()))
    return path


@pytest.fixture
def journal(empty_journal: Path, tmp_path: Path, clock: FrozenClock, listeners: Listeners) -> Iterator[Journal]:
    """An open journal in a real file of the test's folder, empty but for what creating it writes."""
    path = Path(shutil.copy(empty_journal, tmp_path / "journal.mbcj"))
    opened = Journal(path, clock, told=listeners.tell)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def scales() -> Scales:
    """All scales of the checkout."""
    return Scales.load(resources() / "scales")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The reference of the checkout."""
    return Catalogue.load(resources() / "reference" / "en")


@pytest.fixture(scope="session")
def outside() -> Path:
    """The folder of files that other programs wrote; a test that needs it is skipped where it is missing."""
    if not surroundings.OUTSIDE.is_dir():
        pytest.skip("no folder of outside files beside this checkout")
    return surroundings.OUTSIDE


@pytest.fixture
def expected_logs(_leaves_nothing: guards.Warnings) -> list[str]:
    """Texts of log lines this test provokes: `expected_logs.append("Not saved")`; each must come."""
    return _leaves_nothing.expected


@pytest.fixture(autouse=True)
def _leaves_nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[guards.Warnings]:
    """Fail a test that warned, reached the network, wrote elsewhere, or left a thread, timer or window."""
    warnings, threads = guards.Warnings(), set(threading.enumerate())
    REACH.watch(RUN, tmp_path_factory.getbasetemp().resolve())
    logging.getLogger().addHandler(warnings)
    yield warnings
    logging.getLogger().removeHandler(warnings)
    faults = warnings.faults() + REACH.faults() + guards.left_threads(threads) + guards.left_on_screen()
    guards.collect()
    assert not faults, "\n".join(faults)
