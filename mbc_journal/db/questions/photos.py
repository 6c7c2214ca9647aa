"""Photos and documents kept with a reading, note, visit or scan."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.records import Attachment, AttachmentData


def thumbnails(session: Session, of_id: uuid.UUID) -> list[tuple[Attachment, bytes]]:
    """The attachments of one row with their small PNG (b"": none), in the order they were added."""
    attachment = tables.attachment.c
    wanted = select(Attachment).where(attachment.of_id == of_id, attachment.binned_at.is_(None))
    return [
        (one, data.thumbnail if (data := session.get(AttachmentData, one.id)) is not None else b"")
        for one in session.scalars(wanted.order_by(attachment.written_at, attachment.id))
    ]
