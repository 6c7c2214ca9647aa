"""The person's own choices, read once for all cards and written one act at a time."""

from collections.abc import Callable
from pathlib import Path

from mbc_journal import wording
from mbc_journal.db import backup, questions
from mbc_journal.db.backup import Backup
from mbc_journal.db.journal import Journal
from mbc_journal.files import why
from mbc_journal.problems import CannotWrite
from mbc_journal.records import Profile
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer


class Keeper:
    """What every card of the page is handed. `profile` is as it was read last."""

    def __init__(self, journal: Journal, desk: Desk, writer: Writer) -> None:
        self.journal, self.desk, self.writer = journal, desk, writer
        self.profile = journal.ask(questions.profile)

    @property
    def can_write(self) -> bool:
        """Whether the journal takes changes."""
        return not self.journal.read_only

    def read(self) -> None:
        """Read the profile anew."""
        self.profile = self.journal.ask(questions.profile)

    def change(
        self, make: Callable[[Profile], Profile], subject: str, said: str = "", stay: object | None = None
    ) -> bool:
        """Write the profile that `make` makes of the one in the file; whether it is there now.

        Raises what `make` raises.
        """
        changed = make(self.journal.ask(questions.profile))
        return self.writer.save(changed, name=wording.act(subject, said), stay=stay)

    def backup_folder(self) -> Path:
        """Where backups of this journal are kept; it need not be there yet."""
        journal_id, _act = self.journal.ask(questions.identity)
        return self.desk.paths.data / "backups" / journal_id

    def back_up(self, reason: str) -> Backup:
        """Copy the journal into its backups, and check the copy. Raises CannotWrite, JournalDamaged."""
        where, folder = self.desk.paths, self.backup_folder()
        try:
            for one in (where.data, folder.parent, folder):
                where.made(one)
        except OSError as error:
            raise CannotWrite(path=folder, why=why(error)) from error
        return backup.make(self.journal, folder, self.desk.clock, reason)
