"""Files that nobody here wrote: what an import into an empty journal must report, and that nothing comes twice."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import exchange
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions.imports import preview
from mbc_journal.exchange import native
from mbc_journal.exchange.report import import_result, refusal
from mbc_journal.problems import ImportRefused

OUTSIDE = Path(__file__).parents[3] / "shared" / "outside"
EXPECTED: dict[str, Any] = (
    json.loads((OUTSIDE / "EXPECTED.json").read_text("utf-8")) if (OUTSIDE / "EXPECTED.json").is_file() else {}
)
READABLE = [name for name, told in EXPECTED.items() if told.get("import", {}).get("format") == "fhir"]
NOT_YET = [name for name, told in EXPECTED.items() if "import" in told and name not in READABLE]

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the outside files are not beside this checkout")


@pytest.mark.parametrize("name", READABLE)
def test_an_outside_file_brings_what_it_must_and_only_once(name: str, journal: Journal, clock: Clock) -> None:
    incoming = exchange.read(OUTSIDE / name)
    seen = journal.ask(preview, incoming, clock.utc())
    result = import_result(seen, Counter(type(row).__name__ for row in seen.rows))
    wanted = EXPECTED[name]["import"]
    skipped: Counter[str] = Counter()
    for skip in result["skipped"]:
        skipped[skip["reason"]] += skip["count"]
    assert {key: result[key] for key in ("format", "items", "new", "same", "records")} | {"skipped": skipped} == wanted
    assert result["conflict"] == {}

    journal.save(*seen.rows)
    written = Counter(type(row).__name__ for row in journal.ask(questions.everything))
    assert {kind: written[kind] for kind in wanted["records"]} == wanted["records"]
    again = journal.ask(preview, exchange.read(OUTSIDE / name), clock.utc())
    assert (dict(again.new), dict(again.conflict), again.rows, again.batch) == ({}, {}, (), None)


@pytest.mark.parametrize("name", NOT_YET)
def test_a_format_that_cannot_be_read_yet_says_so(name: str) -> None:
    told = EXPECTED[name]["import"]
    with pytest.raises(ImportRefused) as refused:
        exchange.read(OUTSIDE / name)
    printed = refusal(refused.value)
    assert printed["refused"] == "not-yet"
    assert printed["format"] == told.get("format", name.split("/")[0])


@pytest.mark.skipif("fhir/breast/Maryam.json" not in READABLE, reason="fhir/breast/Maryam.json is not there")
def test_what_came_from_outside_goes_out_and_back_byte_for_byte(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    for name in ("fhir/breast/Maryam.json", "fhir/uscore/blood-pressure.json"):
        journal.save(*journal.ask(preview, exchange.read(OUTSIDE / name), clock.utc()).rows)
    data, _left_out = native.write(journal.ask(questions.everything), with_private_notes=True)
    path = tmp_path / "out.json"
    path.write_bytes(data)
    create(tmp_path / "new.mbcj", clock)
    fresh = Journal(tmp_path / "new.mbcj", clock)
    restored = fresh.ask(preview, exchange.read(path), clock.utc())
    fresh.save(*restored.rows)
    again = native.write(fresh.ask(questions.everything), with_private_notes=True)[0]
    fresh.close()
    assert (restored.restored, restored.batch) == (True, None)
    assert again == data
