"""What a command line may say, word by word, and what is printed of an import; nothing is run for it."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.cli.arguments import parse
from mbc_journal.cli.outcome import WrongCommand
from mbc_journal.exchange.report import import_result, refusal
from mbc_journal.problems import ChoiceMissing, ImportRefused
from mbc_journal.records import Incoming, Preview, Skipped

KEYS = ["format", "items", "new", "same", "conflict", "skipped", "records", "warnings", "batch", "restored"]
FOREIGN = Incoming(
    format="fhir", file="in.json", sha256="00", warnings=("1 character that cannot be kept was replaced.",),
    skipped=(Skipped("Claim", "not-kept", 30, tuple(f"entry {number}" for number in range(20))),
             Skipped("Observation", "no-value", 2, ("entry 3",))),
)  # fmt: skip


def preview(incoming: Incoming = FOREIGN, **more: Any) -> Preview:
    given: dict[str, Any] = {"new": {"medicine": 3}, "same": {"reading": 2}, "conflict": {}, "rows": ()} | more
    return Preview(incoming=incoming, **given)


def wrong(*words: str) -> str:
    with pytest.raises(WrongCommand) as problem:
        parse(words)
    assert problem.value.exit_code == 2
    return str(problem.value)


def test_without_a_word_the_window_opens_on_the_last_journal() -> None:
    asked = parse([])
    assert (asked.verb, asked.file, asked.quick) == (None, None, False)
    assert parse(["--quick"]).quick


@pytest.mark.parametrize("name", ["my.mbcj", "a b.MBCJ", "/x/\u05d0.mbcj", "./-odd.mbcj"])
def test_a_journal_alone_is_opened_in_the_window(name: str) -> None:
    asked = parse([name])
    assert (asked.verb, asked.file) == (None, Path(name))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["demo", "x.mbcj"], {"out": Path("x.mbcj"), "years": 1, "seed": 1, "today": None, "force": False}),
        (["demo", "x", "--years", "10", "--seed", "7", "--today", "2026-03-09", "--force"],
         {"years": 10, "seed": 7, "today": dt.date(2026, 3, 9), "force": True}),
        (["report", "a.mbcj", "o.pdf"], {"file": Path("a.mbcj"), "kind": "brief", "since": None, "paper": None}),
        (["report", "a.mbcj", "o.pdf", "--paper", "letter", "--since", "2026-01-01", "--until", "2026-02-01"],
         {"paper": "letter", "since": dt.date(2026, 1, 1), "until": dt.date(2026, 2, 1)}),
        (["export", "a.mbcj", "o.json", "--format", "json"], {"format": "json", "with_private_notes": False}),
        (["export", "a.mbcj", "o.json", "--format", "json", "--with-private-notes"], {"with_private_notes": True}),
        (["import", "a.mbcj", "in.json"], {"format": "auto", "patient": "", "dry_run": False}),
        (["import", "a.mbcj", "in.json", "--format", "fhir", "--patient", "p2", "--dry-run"],
         {"format": "fhir", "patient": "p2", "dry_run": True}),
        (["backup", "a.mbcj", "folder"], {"folder": Path("folder")}), (["check", "a.mbcj"], {"file": Path("a.mbcj")}),
    ],
)  # fmt: skip
def test_each_verb_is_read_with_its_usual_values(words: list[str], expected: dict[str, Any]) -> None:
    asked = vars(parse(words))
    assert asked["verb"] == words[0]
    assert {name: asked[name] for name in expected} == expected


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["demo"],
        ["demo", "a", "b"],
        ["report", "a.mbcj"],
        ["report", "a.mbcj", "o.pdf", "--paper", "a5"],
        ["report", "a.mbcj", "o.pdf", "--kind", "poem"],
        ["export", "a.mbcj", "o.json"],
        ["check"],
        ["backup", "a.mbcj"],
        ["export", "a.mbcj", "o.xml", "--format", "xml"],
        ["import", "a.mbcj"],
        ["import", "a.mbcj", "b", "--format", "x"],
        ["demo", "a", "--year", "2"],
        ["check", "a.mbcj", "--force"],
        ["a.mbcj", "check", "b.mbcj"],
        ["--loud"],
        ["export", "a.mbcj", "o.json", "--format", "json", "--with-private"],
    ],
)
def test_what_no_verb_knows_is_refused_before_anything_is_done(words: list[str]) -> None:
    assert wrong(*words)


@pytest.mark.parametrize(
    "day", ["2026-3-9", "09.03.2026", "2026-02-30", "1899-12-31", "2200-01-01", "today", "", "2026"]
)
def test_a_day_on_the_command_line_is_written_in_one_way(day: str) -> None:
    assert f"{day} is not a day like 2026-03-09" in wrong("demo", "x", "--today", day)


@pytest.mark.parametrize(("name", "number"), [("--years", "0"), ("--years", "31"), ("--years", "1.5"), ("--seed", "-1"),
                                              ("--seed", "\u0661"), ("--seed", "1e3"), ("--years", "")])  # fmt: skip
def test_a_number_on_the_command_line_is_whole_and_in_its_bounds(name: str, number: str) -> None:
    assert "is not a whole number from" in wrong("demo", "x", f"{name}={number}")


def test_what_is_printed_of_an_import_has_exactly_its_keys_and_adds_up() -> None:
    printed = import_result(preview(), {"Therapy": 3, "Step": 4, "ImportBatch": 1, "Reading": 0})
    assert list(printed) == KEYS
    assert printed["items"] == 3 + 2 + 32
    assert printed["records"] == {"Therapy": 3}
    assert [list(skip) for skip in printed["skipped"]] == [["what", "reason", "count", "where"]] * 2
    assert len(printed["skipped"][0]["where"]) == 20
    assert json.loads(json.dumps(printed)) == printed


def test_a_native_file_counts_every_record_it_wrote() -> None:
    native = Incoming(format="json", file="a.json", sha256="00")
    printed = import_result(preview(native, restored=True), {"Therapy": 3, "Step": 4, "AttachmentData": 2})
    assert printed["records"] == {"Therapy": 3, "Step": 4}
    assert (printed["restored"], printed["batch"]) == (True, None)


def test_a_dry_run_and_nothing_new_have_no_batch() -> None:
    for dry, batch in ((True, "00000000-0000-4000-8000-000000000000"), (False, None)):
        assert import_result(preview(batch=batch), {}, dry_run=dry)["batch"] is None


def test_a_preset_is_named_where_there_is_one() -> None:
    own = Incoming(format="csv", file="a.csv", sha256="00", preset="own")
    assert list(import_result(preview(own), {}))[:2] == ["format", "preset"]


@pytest.mark.parametrize(
    ("problem", "code", "printed"),
    [
        (ImportRefused(word="zip", say="It is a zip.", format=""), 4,
         {"format": None, "refused": "zip", "say": "It is a zip. Nothing was changed.", "choices": []}),
        (ChoiceMissing(word="patient", say="Choose who you are.", choices=["p1", "p2"], format="fhir"), 3,
         {"format": "fhir", "refused": "patient", "say": "Choose who you are. Nothing was changed.",
          "choices": ["p1", "p2"]}),
    ],
)  # fmt: skip
def test_a_refusal_is_one_object_and_its_own_exit_code(
    problem: ImportRefused | ChoiceMissing, code: int, printed: dict[str, Any]
) -> None:
    assert refusal(problem) == printed
    assert problem.exit_code == code


def test_reasons_are_summed_by_what_and_why() -> None:
    reasons: Counter[str] = Counter()
    for skip in import_result(preview(), {})["skipped"]:
        reasons[skip["reason"]] += skip["count"]
    assert reasons == {"not-kept": 30, "no-value": 2}
