"""A file on disk becomes two rows of a note: what it is, and its bytes with a small picture where it is one."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from mbc_journal import journaling
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Attachment, AttachmentData, Note
from mbc_journal.wording import _

_SMALL = QSize(160, 160)
_LONGEST_NAME = 200


def read_file(path: Path, note: Note, kept: int) -> tuple[Attachment, AttachmentData]:
    """The file at `path` as rows of `note`, beside `kept` bytes. Raises NotAllowed with the sentence to show.

    Any file is kept as a document; a picture also gets a small one of itself.
    """
    try:
        size = journaling.checked_size(path.stat().st_size, kept) if path.is_file() else None
        data = path.read_bytes() if size is not None else b""
    except OSError:
        size, data = None, b""
    if size is None:
        raise NotAllowed(why=_("This file cannot be read."))
    media_type, small = picture(data)
    attachment = Attachment(
        of="note",
        of_id=note.id,
        name=path.name[:_LONGEST_NAME],
        media_type=media_type or QMimeDatabase().mimeTypeForFileNameAndData(path.name, QByteArray(data)).name(),
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return attachment, AttachmentData(id=attachment.id, data=data, thumbnail=small)


def picture(data: bytes) -> tuple[str, bytes]:
    """The media type of a picture and a small PNG of it; ("", b"") for what cannot be shown as a picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind = reader.format().toStdString()
    image = reader.read()
    return ("", b"") if image.isNull() else (f"image/{kind}", _small(image))


def _small(image: QImage) -> bytes:
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image.scaled(_SMALL, aspect, smooth))
    return bytes(buffer.data().data())
