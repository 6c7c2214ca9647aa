"""The full check of the journal, slice by slice while the window is in use; what it finds is said in words."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mbc_journal import wording
from mbc_journal.db.journal import Journal
from mbc_journal.records import CheckResult, Damage, PartialDate
from mbc_journal.scales import Scales
from mbc_journal.wording import _, ngettext

_CALM = 300  # milliseconds after the journal moved in
_NAMED = 3


class Checker(QObject):
    """`found` carries the CheckResult when something is not as it was written; a sound journal says nothing."""

    found = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    def check(self, journal: Journal) -> None:
        """Check this journal from now on, in slices of some milliseconds."""
        self._journal = journal
        self._timer.setInterval(_CALM)
        self._timer.start()

    def stop(self) -> None:
        """The journal is going to be closed."""
        self._timer.stop()
        self._journal = None

    @Slot()
    def _on_timeout(self) -> None:
        self._timer.setInterval(0)
        if self._journal is None or self._journal.check.step():
            return
        self._timer.stop()
        if not self._journal.check.sound:
            self.found.emit(self._journal.check.result())
        self.ended.emit()


def damage_words(result: CheckResult, scales: Scales) -> str:
    """As "1 entry of 12 May 2026 (Nausea) is not as it was written. It is left out everywhere."; "" for nothing."""
    if result.sound or not result.damaged:
        return ""
    if any(damage.record == "File" for damage in result.damaged):
        return _("This journal file is damaged. What can be read is shown. Restore a backup before you go on.")
    named = [_entry(damage, scales) for damage in result.damaged[:_NAMED]]
    count = len(result.damaged)
    first = ngettext(
        "{count} entry is not as it was written: {entries}.",
        "{count} entries are not as they were written: {entries}.",
        count,
    )
    entries = "; ".join(named) + (" ..." if count > _NAMED else "")
    left_out = _("What was changed is left out everywhere and never shown as yours.")
    return f"{first.format(count=count, entries=entries)} {left_out}"


def _entry(damage: Damage, scales: Scales) -> str:
    what = wording.say(scales.get(damage.what).label) if damage.record == "Reading" and damage.what else damage.record
    try:
        return _("{what} of {day}").format(what=what, day=wording.partial(PartialDate(damage.day)))
    except ValueError:
        return what
