"""The Visit Brief in a process of its own: the first one with everything it imports, and the ones after it."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

_WARM = 7


def brief(journal: Path) -> dict[str, float]:
    """Milliseconds of the first brief of a process (`cold`) and the median of the next (`warm`).

    Between them the file is checked to its end, as in a window that has been open for some seconds.
    """
    done = subprocess.run(
        [sys.executable, "-m", "bench.printing", str(journal)], capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measure(path: Path) -> dict[str, float]:
    from mbc_journal.app import system_clock
    from mbc_journal.db import questions
    from mbc_journal.db.journal import Journal
    from mbc_journal.paths import resources
    from mbc_journal.scales import Scales

    clock = system_clock()
    journal, scales = Journal(path, clock), Scales.load(resources() / "scales")
    spent = []
    for _ in range(1 + _WARM):
        begun = time.perf_counter()
        from mbc_journal import report

        today = journal.ask(questions.last_day) or clock.today()
        shot = journal.ask(questions.snapshot, today)
        printed = report.render("brief", shot, report.Options(scales=scales), today)
        spent.append((time.perf_counter() - begun) * 1000)
        if printed.pages != 1:
            sys.exit(f"the brief has {printed.pages} pages")
        while journal.check.step():
            pass
    journal.close()
    return {"cold": spent[0], "warm": statistics.median(spent[1:])}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(Path(sys.argv[1]))))
