"""`python -m mbc_journal`: verbs, or the window when there is none."""

import sys
from types import TracebackType

from mbc_journal import cli
from mbc_journal.wording import _

BUG = 1
"""The exit code of a fault of the program itself."""


def main() -> None:
    """Run the command line and end with its exit code; a fault of our own is one sentence, never a traceback."""
    sys.excepthook = _said
    sys.exit(cli.main(sys.argv[1:]))


def _said(kind: type[BaseException], _problem: BaseException, _trace: TracebackType | None) -> None:
    """What was not foreseen, without a word of the journal: nothing that was typed goes to a terminal."""
    sentence = _("Something went wrong inside the program ({kind}). Your journal is as it was last saved.")
    sys.stderr.write(sentence.format(kind=kind.__name__) + "\n")


if __name__ == "__main__":
    main()
