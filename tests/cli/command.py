"""Running the command line: as a process of its own, or in this one where that says the same and costs less."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import cli, demo
from mbc_journal.clock import Clock
from mbc_journal.db.journal import create
from mbc_journal.records import Day, Dose, Reading, Row
from tests.surroundings import ROOT

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> dict[str, Any]:
        """The one object on stdout; anything else there is an error."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def process(*arguments: object, python: tuple[str, ...] = ("-m", "mbc_journal"), **environment: str) -> Ended:
    """Run the program as a person does; a traceback fails the test."""
    done = subprocess.run(
        [sys.executable, *python, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Command:
    """The command line in this process."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Ended:
        """Run one verb."""
        self.capture.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        out, err = self.capture.readouterr()
        return Ended(code, out, err)


def several(*lines: tuple[object, ...], before: str = "", **environment: str) -> Ended:
    """Run several commands in one new process, after `before`; its code is the highest of theirs."""
    script = (
        f"import sys; {before or 'pass'}; from mbc_journal import cli; "
        "sys.exit(max(cli.main(line.split('|')) for line in sys.argv[1:]))"
    )
    joined = ["|".join(map(str, line)) for line in lines]
    return process(*joined, python=("-c", script), **environment)


def small_journal(path: Path) -> Path:
    """The last weeks of a made-up journal, in a file that is quickly made."""
    today = dt.date.fromisoformat(TODAY)
    rows = [row for row in demo.make(4, today) if _is_recent(row, today - dt.timedelta(days=40))]
    create(path, Clock(lambda: dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)), *rows)
    return path


def _is_recent(row: Row, since: dt.date) -> bool:
    if isinstance(row, Reading | Day):
        return row.day >= since
    return not isinstance(row, Dose) or row.planned_day is None or row.planned_day >= since


def bundle(*people: str) -> dict[str, Any]:
    """A FHIR file about `people`, with one weight each."""
    entries: list[dict[str, Any]] = []
    for name in people:
        entries.append({"resource": {"resourceType": "Patient", "id": name, "birthDate": "1961-02-03"}})
        weight = {
            "resourceType": "Observation",
            "id": f"w-{name}",
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}], "text": "Weight"},
            "subject": {"reference": f"Patient/{name}"},
            "effectiveDateTime": "2026-03-04",
            "valueQuantity": {"value": 70.5, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"},
        }
        entries.append({"resource": weight})
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def names(folder: Path) -> set[str]:
    """What lies in `folder`, hidden files too."""
    return {entry.name for entry in folder.iterdir()}


def assert_said(done: Ended, code: int, words: str) -> None:
    """The command ended with `code`, one or more sentences, and nothing on stdout."""
    assert (done.code, done.out) == (code, ""), done.err
    assert words in done.err
    assert done.err.endswith(".\n")
