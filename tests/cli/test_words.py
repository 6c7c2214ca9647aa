"""What a command line may say, and what is said back: wrong words, odd names, streams that are gone."""

import random
from pathlib import Path

import pytest

from mbc_journal import demo, exchange, report
from mbc_journal.cli import arguments
from mbc_journal.cli.outcome import WrongCommand
from tests.cli.command import Command, assert_said, several


@pytest.mark.parametrize(
    "words",
    [
        "wash", "demo", "demo a.mbcj --today 2026-13-01", "demo a.mbcj --today 20261123",
        "demo a.mbcj --today tomorrow",
        "demo a.mbcj --today 2026-02-30", "demo a.mbcj --years 0", "demo a.mbcj --years 31", "demo a.mbcj --years ten",
        "demo a.mbcj --seed -1", "demo a.mbcj --seed 1e3", "demo a.mbcj --seed " + "9" * 400, "demo a.mbcj --wash",
        "demo a.mbcj --today 0001-01-01", "demo a.mbcj --today 9999-12-31",
        "report a b --today 0001-01-01", "report a b --since 9999-12-31", "demo a.mbcj --forc", "check", "check a b",
        "report a.mbcj", "report a b --kind story", "report a b --paper a5", "report a b --since 1.2.2026",
        "report a b --since 2026-03-04 --until 2026-03-03", "report a b --since 2026-03-04 --today 2026-03-03",
        "export a b", "export a b --format xlsx", "export a b --format csv", "import a", "import a b --format gpx",
        "a.mbcj check", "a.mbcj check a.mbcj", "backup a", "--quick check", "--wash", "-", "--", "demo --today",
        "import a b --patient", "report a b --until", "export --format json",
    ],
)  # fmt: skip
def test_a_wrong_command_line_ends_with_2_and_says_why(command: Command, words: str) -> None:
    assert_said(command(*words.split()), 2, "This command cannot be done: ")


@pytest.mark.parametrize(
    "name", ["$(reboot)", "{why}", "%s", "a\nb", "\u202egnp", "\udcff", "x" * 5000, "'; --", "~", "*"]
)
def test_odd_names_are_only_names(command: Command, made_up: Path, tmp_path: Path, name: str) -> None:
    for line in ((name, "check", name), ("check", tmp_path / name), ("demo", "a.mbcj", "--today", name)):
        done = command(*line)
        assert done.code in (2, 5)
        assert done.out == ""
        assert done.err
    done = command("export", made_up, tmp_path / name, "--format", "json")
    assert done.code == (5 if len(name) > 255 else 0)


def test_without_a_screen_the_demo_is_named(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for words in ((), ("--quick",), (tmp_path / "a.mbcj",), (tmp_path / "A.MBCJ", "--quick")):
        done = command(*words)
        assert (done.code, done.out) == (2, "")
        assert "mbc-journal demo FOLDER" in done.err


def test_a_reader_that_has_gone_away_costs_no_traceback(made_up: Path) -> None:
    gone = "import os; reading, writing = os.pipe(); os.close(reading); os.dup2(writing, 1)"
    done = several(("check", made_up), before=gone)
    assert done.code == 5
    assert "Exception" not in done.err


def test_without_stderr_the_result_stays_one_object(made_up: Path) -> None:
    done = several(("check", made_up), before="sys.stderr = None")
    assert done.result["sound"] is True


def test_many_mixed_up_arguments_never_end_in_a_traceback(command: Command, tmp_path: Path) -> None:
    chance = random.Random(7)
    parts = ["demo", "report", "check", "export", "import", "--force", "--format", "json", "", "-x", "é", "2026-01-01"]
    for _turn in range(200):
        words = [chance.choice(parts) for _word in range(chance.randrange(1, 6))]
        if words[0] == "demo" and len(words) > 1:
            continue
        done = command(*words)
        assert done.code in (2, 4, 5)


def test_the_command_line_knows_what_the_program_can_do() -> None:
    for kind in report.SECTIONS:
        assert arguments.parse(["report", "a", "b", "--kind", kind]).kind == kind
    for known in exchange.FORMATS:
        assert arguments.parse(["import", "a", "b", "--format", known.id]).format == known.id
    assert arguments.parse(["demo", "a", "--years", str(demo.MOST_YEARS)]).years == demo.MOST_YEARS
    with pytest.raises(WrongCommand):
        arguments.parse(["demo", "a", "--years", str(demo.MOST_YEARS + 1)])
