"""One record in a row: its lines, and the buttons that change it, bin it, or make it the first."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QVBoxLayout

from mbc_journal.records import Row
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import Button, FlowRow, Label, LinkButton
from mbc_journal.wording import _

_BESIDE_EM = 40


@dataclass(frozen=True)
class Face:
    """What a row shows: its name, its lines by role, and whether it can be made the first."""

    name: str
    lines: tuple[tuple[type[Label], str], ...]
    may_be_first: bool = False


class RecordRow(QGroupBox):
    """One record. Enter opens its fields, Delete puts it into the bin, Alt+Up makes it the first."""

    opened = Signal(object)
    binned = Signal(object)
    put_first = Signal(object)

    def __init__(self, record: Row, face: Face, desk: Desk) -> None:
        super().__init__()
        self.record, self.face = record, face
        self._theme = desk.theme
        self.setAccessibleName(face.name)
        words = QVBoxLayout()
        words.setSpacing(0)
        for kind, text in face.lines:
            words.addWidget(kind(text))
        self.first = Button(_("Call first"), desk.theme)
        if not face.may_be_first:
            self.first.hide()
        self.change = Button(_("Change"), desk.theme, icon="pencil")
        self.bin = LinkButton(_("Bin"), desk.theme)
        buttons = FlowRow(desk.theme)
        for button in self._buttons():
            button.setAccessibleName(_("{verb}: {name}").format(verb=button.text(), name=face.name))
            buttons.add(button)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addLayout(words, stretch=1)
        self._beside.addWidget(buttons, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._wire()

    def rename(self, name: str) -> None:
        """Take `name` as object name, and name the buttons after it."""
        self.setObjectName(name)
        for button, verb in zip(self._buttons(), ("change", "bin", "first"), strict=True):
            button.setObjectName(f"{name}_{verb}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Delete bins, Alt+Up puts first where that is offered."""
        if event.key() == Qt.Key.Key_Delete and self.bin.isEnabled():
            self._on_bin_clicked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: buttons beside the words, or under them where the line is short."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if wide else down)

    def _buttons(self) -> tuple[Button, ...]:
        return self.change, self.bin, self.first

    def _wire(self) -> None:
        self.first.clicked.connect(self._on_first_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.bin.clicked.connect(self._on_bin_clicked)
        shortcut = QShortcut(QKeySequence("Alt+Up"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_first_clicked)

    @Slot()
    def _on_first_clicked(self) -> None:
        if not self.first.isHidden():
            self.put_first.emit(self)

    @Slot()
    def _on_change_clicked(self) -> None:
        self.opened.emit(self)

    @Slot()
    def _on_bin_clicked(self) -> None:
        self.binned.emit(self)
