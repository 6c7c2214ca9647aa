"""What a command line may say."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from mbc_journal import __version__
from mbc_journal.cli.outcome import WrongCommand
from mbc_journal.wording import _

_PROGRAM = "mbc-journal"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_DAY, _LAST_DAY = dt.date(1900, 1, 1), dt.date(2199, 12, 31)  # what schedules can hold
_READ = ("auto", "json", "csv", "fhir", "ccda")
SUFFIX = ".mbcj"
"""What the name of a journal ends with."""


class Parser(argparse.ArgumentParser):
    """A parser that raises WrongCommand where argparse would end the program."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line."""
        raise WrongCommand(why=message, prog=self.prog)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The verb (None: the window) and everything said about it. Raises WrongCommand."""
    words = list(argv)
    journal = words.pop(0) if words and words[0].casefold().endswith(SUFFIX) else None
    parser = _parser()
    asked = parser.parse_args(words)
    if journal is not None and asked.verb is not None:
        parser.error(_("say the verb first, then the journal"))
    if asked.verb is None:
        asked.file = Path(journal) if journal is not None else None
    return asked


def _parser() -> Parser:
    parser = Parser(prog=_PROGRAM, allow_abbrev=False, description=_("Care Journal. Without a verb the window opens."))
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {__version__}")
    parser.add_argument("--quick", action="store_true", help=_("open the small window of a bad day"))
    verbs = parser.add_subparsers(dest="verb", metavar=_("VERB"), title=_("without a window"))
    for add in (_demo, _report, _export, _import, _backup, _check, _look):
        add(verbs)
    return parser


def _verb(verbs: Any, name: str, what: str) -> Parser:
    made: Parser = verbs.add_parser(name, help=what, description=what, allow_abbrev=False)
    return made


def _demo(verbs: Any) -> None:
    verb = _verb(verbs, "demo", _("make a made-up journal to look around in"))
    verb.add_argument("out", metavar="OUT", type=Path, help=_("a file ending in .mbcj, or a folder for pictures too"))
    verb.add_argument("--years", type=_whole(1, 30), default=1, metavar="N", help=_("how long it goes back"))
    verb.add_argument("--seed", type=_whole(0, 10**9), default=1, metavar="S", help=_("which invented life"))
    _add_day(verb, "--today", _("the day it ends on"))
    _add_force(verb)


def _report(verbs: Any) -> None:
    verb = _verb(verbs, "report", _("print a page of the journal into a PDF"))
    _add_file(verb)
    verb.add_argument("out", metavar="OUT.pdf", type=Path)
    verb.add_argument("--kind", choices=("brief", "who_to_call", "reference"), default="brief", help=_("which page"))
    verb.add_argument("--entry", metavar="ID", help=_("which page of the reference, as capecitabine or fatigue"))
    _add_day(verb, "--since", _("first day; else the day after the last visit"))
    _add_day(verb, "--until", _("last day; else today"))
    _add_day(verb, "--today", _("the day of printing"))
    verb.add_argument("--paper", choices=("a4", "letter"), help=_("else as in the journal"))
    _add_force(verb)


def _export(verbs: Any) -> None:
    verb = _verb(verbs, "export", _("write the journal into a file that anyone can read"))
    _add_file(verb)
    verb.add_argument("out", metavar="OUT", type=Path)
    verb.add_argument("--format", choices=("json",), required=True)
    verb.add_argument("--with-private-notes", action="store_true", help=_("private notes too"))
    _add_force(verb)


def _import(verbs: Any) -> None:
    verb = _verb(verbs, "import", _("bring a file into the journal, which is made if it is not there"))
    _add_file(verb)
    verb.add_argument("source", metavar="IN", type=Path)
    verb.add_argument("--format", choices=_READ, default="auto")
    verb.add_argument("--patient", metavar="ID", default="", help=_("which patient, if the file has several"))
    verb.add_argument("--dry-run", action="store_true", help=_("only say what it would bring"))


def _backup(verbs: Any) -> None:
    verb = _verb(verbs, "backup", _("copy the journal into a folder and check the copy"))
    _add_file(verb)
    verb.add_argument("folder", metavar="FOLDER", type=Path)


def _check(verbs: Any) -> None:
    _add_file(_verb(verbs, "check", _("look whether every entry is as it was written")))


def _look(verbs: Any) -> None:
    verb = _verb(verbs, "look", _("find what the reference says about a treatment, a side effect or a topic"))
    verb.add_argument("words", metavar="WORDS", nargs="+", help=_("a name or any words, as: numb fingers"))
    verb.add_argument("--json", action="store_true", help=_("one JSON object instead of lines to read"))


def _add_file(verb: Parser) -> None:
    verb.add_argument("file", metavar="FILE", type=Path, help=_("the journal"))


def _add_force(verb: Parser) -> None:
    verb.add_argument("--force", action="store_true", help=_("write over what is there"))


def _add_day(verb: Parser, name: str, what: str) -> None:
    verb.add_argument(name, type=_day, metavar="DATE", help=what)


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not _FIRST_DAY <= day <= _LAST_DAY:
        raise argparse.ArgumentTypeError(_("{text} is not a day like 2026-03-09").format(text=text))
    return day


def _whole(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number from `least` to `most`."""

    def number(text: str) -> int:
        if re.fullmatch("[0-9]{1,10}", text) and least <= int(text) <= most:
            return int(text)
        words = _("{text} is not a whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(words.format(text=text, least=least, most=most))

    return number
