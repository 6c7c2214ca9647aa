"""`python -m bench`: makes the journals, measures everything by turns, prints the table, writes build/bench.json."""

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from bench.measured import Measured, Work, by_turns, table

_BUILD = Path(__file__).resolve().parent.parent / "build"
_SEED = 1
_BUSY = 0.5  # of the cores, before anything is measured


def main(arguments: list[str]) -> int:
    """Run the bench; exit code 0 whether limits are met or not, as a slow machine is no mistake."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=7, help="window starts of each kind")
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10], help="lengths of the made-up journals")
    asked = parser.parse_args(arguments)
    found: list[Measured] = []
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with tempfile.TemporaryDirectory(prefix="journal-bench-") as folder:
        _settle(Path(folder))
        for one in _measure(Path(folder), asked.years, asked.runs):
            found.append(one)
            sys.stderr.write(f"{one.name}, {one.years} years: {one.ours:.1f} {one.unit}\n")
    found += _growth(found)
    _BUILD.mkdir(exist_ok=True)
    result = {"load": load, "cores": os.cpu_count(), "measured": [asdict(one) for one in found]}
    (_BUILD / "bench.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(found) + "\n")
    if load > _BUSY * (os.cpu_count() or 1):
        sys.stdout.write(f"The machine was busy (load {load:.1f}): seconds are too long, and ratios less sure.\n")
    return 0


def _settle(folder: Path) -> None:
    """A home of its own, and one font cache, for this process and those it starts."""
    os.environ |= {
        "HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")},
    }


def _measure(folder: Path, lengths: list[int], runs: int) -> Iterator[Measured]:
    from bench import drawing, saving
    from mbc_journal import demo
    from mbc_journal.app import system_clock
    from mbc_journal.db.journal import create

    clock = system_clock()
    journals = {years: folder / f"{years}-years.mbcj" for years in lengths}
    for years, path in journals.items():
        create(path, clock, *demo.make(_SEED, clock.today(), years))
        yield Measured("journal file", years, "MB", path.stat().st_size / 1e6)
    yield from _windows(folder, journals, runs)
    with ExitStack() as opened:
        acts = [opened.enter_context(saving.save_and_insert(path, clock)) for path in journals.values()]
        yield from _pairs("one save", lengths, acts, 40 * runs, 2.5)
    with ExitStack() as opened:
        drawn = [opened.enter_context(drawing.redraws(path, clock)) for path in journals.values()]
        yield from _pairs("redraw, 1 year x 6 panels", lengths, [works[:2] for works in drawn], 3 * runs, 1.5)
        asking = by_turns(runs, *(ask for _ours, _bare, ask in drawn))
        for years, spent in zip(lengths, asking, strict=True):
            yield Measured("series of these 6 panels", years, "ms", spent)
    yield from _shown(folder, journals, max(3, runs // 2))
    yield from _briefs(journals, max(3, runs // 2))


def _pairs(
    name: str, lengths: list[int], pairs: list[tuple[Work, Work]], runs: int, limit: float
) -> Iterator[Measured]:
    """Ours and theirs on every journal, all by turns."""
    spent = by_turns(runs, *(work for pair in pairs for work in pair))
    for number, years in enumerate(lengths):
        yield Measured(name, years, "ms", spent[2 * number], spent[2 * number + 1], limit)


def _windows(folder: Path, journals: dict[int, Path], runs: int) -> Iterator[Measured]:
    """The bare window and ours on each journal take turns; a first round, not counted, fills the system's caches."""
    from bench import windows

    rounds = [
        {0: windows.start("bare", folder, folder)}
        | {years: windows.start("ours", folder / f"home-{years}", path) for years, path in journals.items()}
        for _ in range(1 + runs)
    ][1:]
    bare = {moment: statistics.median(one[0][moment] for one in rounds) for moment in rounds[0][0]}
    for years in journals:
        ours = {moment: statistics.median(one[years][moment] for one in rounds) for moment in rounds[0][years]}
        yield Measured("first paint", years, "ms", ours["painted"], bare["painted"], 1.3)
        yield Measured("usable Today", years, "ms", ours["usable"], bare["painted"], 4.5)
        yield Measured("all pages and charts ready", years, "ms", ours["complete"], bare["painted"])
        yield Measured("memory", years, "MB", ours["memory"], bare["memory"], 3.5)


def _shown(folder: Path, journals: dict[int, Path], runs: int) -> Iterator[Measured]:
    from bench import showing

    homes = {years: folder / f"shown-{years}" for years in journals}
    rounds = [{years: showing.shown(homes[years], path) for years, path in journals.items()} for _ in range(runs)]
    for years in journals:
        for name, limit in showing.LIMITS.items():
            yield Measured(name, years, "ms", statistics.median(one[years][name] for one in rounds), limit=limit)


def _briefs(journals: dict[int, Path], runs: int) -> Iterator[Measured]:
    from bench import printing

    rounds = [{years: printing.brief(path) for years, path in journals.items()} for _ in range(runs)]
    for years in journals:
        for name, limit in (("cold", 1000), ("warm", 150)):
            spent = statistics.median(one[years][name] for one in rounds)
            yield Measured(f"Visit Brief, {name}", years, "ms", spent, limit=limit)


def _growth(found: list[Measured]) -> list[Measured]:
    """Each line of the longest journal beside that of the shortest: nothing may grow but the file."""
    short, long = min(one.years for one in found), max(one.years for one in found)
    if short == long:
        return []
    first = {one.name: one.ours for one in found if one.years == short}
    grown = [one for one in found if one.years == long and one.name != "journal file"]
    return [
        Measured(f"{one.name}: {long} years beside {short}", long, one.unit, one.ours, first[one.name], 1.2)
        for one in grown
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
