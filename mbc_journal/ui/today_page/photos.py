"""Photos of a row: kept inside the journal, shown small, taken away with Undo."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.db.questions import photos
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Attachment, AttachmentData, Reading
from mbc_journal.scales import Scale
from mbc_journal.ui.page import Desk
from mbc_journal.ui.scale_input import name_of
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.widgets import Button, FlowRow, Problem
from mbc_journal.wording import _

LARGEST = 10 * 1024 * 1024
"""Bytes of one photo at most."""
_SMALL = QSize(160, 160)


def read_photo(path: Path, reading: Reading) -> tuple[Attachment, AttachmentData]:
    """The photo at `path` as two rows of `reading`. Raises NotAllowed with a sentence for what is no photo."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotAllowed(why=_("This photo is larger than 10 MB. A smaller copy can be added."))
        data = path.read_bytes()
    except OSError:
        raise NotAllowed(why=_("This file cannot be read.")) from None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    kind = reader.format().toStdString()
    image = reader.read()
    if image.isNull():
        raise NotAllowed(why=_("This is not a photo the journal can show."))
    attachment = Attachment(
        of="reading", of_id=reading.id, name=path.name[:200], media_type=f"image/{kind}", bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    return attachment, AttachmentData(id=attachment.id, data=data, thumbnail=_small(image))


def _small(image: QImage) -> bytes:
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image.scaled(_SMALL, aspect, smooth))
    return bytes(buffer.data().data())


class Photos(QWidget):
    """The photos of one reading, and the button that adds one."""

    def __init__(self, keeper: DayKeeper, desk: Desk, scale: Scale) -> None:
        super().__init__()
        self._keeper = keeper
        self._scale = scale
        self.theme = desk.theme
        self._reading: Reading | None = None
        self.add_photo = Button(_("Add a photo..."), desk.theme, icon="camera")
        self.add_photo.setObjectName(f"{name_of(scale.id)}_photo")
        self.problem = Problem()
        self.problem.hide()
        self._shown = FlowRow(desk.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._shown)
        buttons = FlowRow(desk.theme)
        buttons.add(self.add_photo)
        column.addWidget(buttons)
        column.addWidget(self.problem)
        self.add_photo.clicked.connect(self._on_add_photo_clicked)

    def show_for(self, reading: Reading) -> None:
        """Show the photos of `reading`."""
        self._reading = reading
        for widget in self._shown.take_all():
            widget.hide()
            widget.deleteLater()
        for attachment, thumbnail in self._keeper.journal.ask(photos.thumbnails, reading.id):
            self._shown.add(_Photo(attachment, thumbnail, self))

    def add_file(self, path: Path) -> None:
        """Keep the photo at `path`; what is wrong with it is said beside the button."""
        if self._reading is None:
            return
        try:
            rows = read_photo(path, self._reading)
        except NotAllowed as refused:
            self.problem.setText(str(refused))
            self.problem.show()
            return
        self.problem.hide()
        if self._keeper.writer.save(*rows, name=wording.act(wording.say(self._scale.label), _("photo added"))):
            self.show_for(self._reading)

    def remove(self, attachment: Attachment) -> None:
        """Put a photo into the bin."""
        name = wording.act(wording.say(self._scale.label), _("photo removed"))
        if self._keeper.writer.bin(attachment, name=name) and self._reading is not None:
            self.show_for(self._reading)
            self.add_photo.setFocus()

    @Slot()
    def _on_add_photo_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Add a photo"), "", _("Photos (*.jpg *.jpeg *.png *.gif *.bmp *.webp)")
        )
        if chosen:
            self.add_file(Path(chosen))


class _Photo(QWidget):
    """One photo, small, with its name and the button that takes it away."""

    def __init__(self, attachment: Attachment, thumbnail: bytes, photos: Photos) -> None:
        super().__init__()
        self._attachment = attachment
        self._photos = photos
        picture = QLabel()
        pixmap = QPixmap()
        pixmap.loadFromData(thumbnail)
        picture.setPixmap(pixmap)
        picture.setAccessibleName(attachment.name)
        remove = Button(_("Remove photo"), photos.theme)
        remove.setAccessibleName(_("Remove photo {name}").format(name=attachment.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(picture)
        column.addWidget(remove)
        remove.clicked.connect(self._on_remove_clicked)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._photos.remove(self._attachment)
