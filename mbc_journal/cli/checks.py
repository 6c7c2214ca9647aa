"""The verbs that look after a journal: a checked copy, and a check."""

import argparse

from mbc_journal import files
from mbc_journal.cli.journals import opened
from mbc_journal.cli.outcome import Outcome, files_of
from mbc_journal.clock import Clock
from mbc_journal.db import backup, integrity
from mbc_journal.paths import resources
from mbc_journal.problems import CannotWrite, JournalEmpty
from mbc_journal.records import CheckResult, Damage, PartialDate
from mbc_journal.scales import Scales
from mbc_journal.wording import _, ngettext, partial

_MOST = 20  # entries named one by one


def back_up(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Copy the journal into a folder; the copy counts once it was opened again and checked."""
    with opened(asked.file, clock) as journal:
        try:
            made = backup.make(journal, asked.folder.absolute(), clock)
        except CannotWrite as problem:
            raise CannotWrite(path=asked.folder, why=problem.facts["why"]) from problem
    manifest = made.path.with_suffix(".json")
    written = [files.Written(made.path, made.bytes, made.sha256), files.as_written(manifest)]
    return Outcome(files_of(*written), said=(_("The copy was opened again and is whole."),))


def check(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Look at every row of the file, and name the days of what is not as it was written."""
    try:
        found = integrity.check_file(asked.file)
    except JournalEmpty as problem:
        found, said = CheckResult(False, 0, (Damage("File", what="empty"),)), [str(problem)]
    else:
        said = _said(found)
    damaged = [{"record": one.record, "day": one.day, "what": one.what} for one in found.damaged]
    result = {"sound": found.sound, "rows": found.rows, "damaged": damaged}
    return Outcome(result, 0 if found.sound else 5, tuple(said))


def _said(found: CheckResult) -> list[str]:
    if found.sound:
        words = ngettext(
            "{count} entry, and it is as it was written.", "{count} entries, and each is as it was written.", found.rows
        )
        return [words.format(count=found.rows)]
    scales = Scales.load(resources() / "scales")
    said = [_sentence(damage, scales) for damage in found.damaged[:_MOST]]
    more = len(found.damaged) - len(said)
    if more:
        said.append(ngettext("And {count} more.", "And {count} more.", more).format(count=more))
    return [*said, _("Nothing was changed. The newest backup may still have what was written.")]


def _sentence(damage: Damage, scales: Scales) -> str:
    """As "1 entry of 12 May 2026 (Nausea) is not as it was written."."""
    if damage.record == "File":
        return _("The file itself is damaged ({what}).").format(what=damage.what)
    what = scales.get(damage.what).label if damage.record == "Reading" and damage.what else damage.record
    if not damage.day:
        return _("1 entry ({what}) is not as it was written.").format(what=what)
    day = partial(PartialDate(damage.day))
    return _("1 entry of {day} ({what}) is not as it was written.").format(day=day, what=what)
