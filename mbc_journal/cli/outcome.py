"""What comes of a verb."""

from collections.abc import Mapping
from dataclasses import dataclass

from mbc_journal.files import Written
from mbc_journal.problems import UserProblem
from mbc_journal.wording import N_


@dataclass(frozen=True)
class Outcome:
    """The object for stdout (None: nothing), the exit code, sentences for stderr, or lines to read for stdout."""

    result: Mapping[str, object] | None
    code: int = 0
    said: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class WrongCommand(UserProblem):
    """The command line asks for something that cannot be; `prog` is the command whose --help tells more."""

    HAPPENED = N_("This command cannot be done: {why}.")
    KEPT = N_("Nothing was changed.")
    DO_NEXT = N_("See {prog} --help.")
    exit_code = 2


class QtMissing(UserProblem):
    """The parts of the system that windows and pictures need are not there; `why` is what the loader said."""

    HAPPENED = N_("The window cannot be drawn here: {why}.")
    DO_NEXT = N_("Install what is missing, or use the verbs that need no window.")


def entry(written: Written) -> dict[str, object]:
    """A written file as it is reported."""
    return {"file": str(written.path), "bytes": written.bytes, "sha256": written.sha256}


def files_of(*all_written: Written) -> dict[str, object]:
    """Written files as they are reported."""
    return {"files": [entry(written) for written in all_written]}
