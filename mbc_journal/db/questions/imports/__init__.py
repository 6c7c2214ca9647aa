"""What bringing a file in would do to this journal: each thing found is new, the same, or in conflict."""

import datetime as dt

from sqlalchemy.orm import Session

from mbc_journal.db.questions.imports.items import items_preview
from mbc_journal.db.questions.imports.native import native_preview
from mbc_journal.records import Incoming, Preview


def preview(session: Session, incoming: Incoming, at: dt.datetime, patient: str = "") -> Preview:
    """What `journal.save(*preview.rows)` would then bring in; nothing is written here, and mine stays in a conflict.

    `at` is now in UTC. `patient` is the person chosen, if the file speaks of one born in another year than the journal
    says. Raises ChoiceMissing ("patient") until it is given.
    """
    if incoming.records or incoming.format == "json":
        return native_preview(session, incoming, at, patient)
    return items_preview(session, incoming, at, patient)


__all__ = ["preview"]
