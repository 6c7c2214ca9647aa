"""The command line: one verb without a window, or the window; one JSON object on stdout, sentences on stderr."""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Sequence

from mbc_journal.cli import arguments
from mbc_journal.cli.outcome import Outcome
from mbc_journal.clock import Clock
from mbc_journal.files import why
from mbc_journal.paths import Paths, resources
from mbc_journal.problems import UserProblem
from mbc_journal.wording import _, use_translations

_STOPPED = 130  # what a shell says of a command that was stopped with Ctrl+C


def main(argv: Sequence[str]) -> int:
    """Do what `argv` (without the program's name) asks for; the exit code: 0 done, 1 a bug, 2 a wrong command line.

    3: a choice is missing, 4: the file to bring in was refused, 5: the journal or the output cannot be used.
    """
    use_translations(resources() / "locale")
    try:
        outcome = _done(argv)
    except UserProblem as problem:
        outcome = Outcome(None, problem.exit_code, (str(problem),))
    except OSError as error:
        outcome = Outcome(None, 5, (_("This could not be done: {why}.").format(why=why(error)),))
    except KeyboardInterrupt:
        outcome = Outcome(None, _STOPPED, (_("Stopped."),))
    return _told(outcome)


def _done(argv: Sequence[str]) -> Outcome:
    asked = arguments.parse(argv)
    clock = Clock(_now)
    if asked.verb is None:
        from mbc_journal.cli import window

        return window.opened(asked)
    return _verb(asked.verb)(asked, clock)


def _verb(name: str) -> Callable[[argparse.Namespace, Clock], Outcome]:
    """What does the verb `name`; nothing but its own module is imported: a check does not wait for charts."""
    if name == "demo":
        from mbc_journal.cli import made_up

        return made_up.demo
    if name == "report":
        Paths.of_this_system().keep_font_lists_here()
        from mbc_journal.cli import pages

        return pages.report_page
    if name == "export":
        from mbc_journal.cli import exports

        return exports.export
    if name == "import":
        from mbc_journal.cli import imports

        return imports.bring_in
    if name == "look":
        from mbc_journal.cli import entries

        return entries.look
    from mbc_journal.cli import checks

    return checks.back_up if name == "backup" else checks.check


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).astimezone()


def _told(outcome: Outcome) -> int:
    """Print what came of it; the exit code, 5 if nobody can read the result."""
    if sys.stderr is not None:
        for sentence in filter(None, outcome.said):
            print(_plain(sentence), file=sys.stderr)
    try:
        if outcome.result is not None:
            print(json.dumps(outcome.result), flush=True)
        elif outcome.lines:
            print(_plain("\n".join(outcome.lines)), flush=True)
    except OSError:  # a pipe nobody reads any more, a full disk; Python would complain again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 5
    return outcome.code


def _plain(text: str) -> str:
    """`text` with nothing in it that cannot be printed."""
    return text.encode("utf-8", "backslashreplace").decode()
