"""The verbs, each from a parsed command line and the clock to what came of it."""

import argparse
from collections.abc import Callable, Mapping

from mbc_journal.cli import checks, exports, imports, made_up
from mbc_journal.cli.outcome import Outcome
from mbc_journal.clock import Clock

VERBS: Mapping[str, Callable[[argparse.Namespace, Clock], Outcome]] = {
    "demo": made_up.demo,
    "report": exports.report_page,
    "export": exports.export,
    "import": imports.bring_in,
    "backup": checks.back_up,
    "check": checks.check,
}
"""What each verb of arguments.py does."""
