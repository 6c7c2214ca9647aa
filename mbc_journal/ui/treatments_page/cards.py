"""A card a treatment that is taken now, and a card a line of treatment that is over."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import treatments
from mbc_journal.treatments import Course, Past
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.therapy_block import TherapyBlock
from mbc_journal.ui.widgets import ROW_STOP, Card, FlowRow, Label, LeadStrong, Muted, SmallLink, Strong, go_to_row
from mbc_journal.wording import _

_MOST = 1000
"""Stretch of words beside a button: they take the room up to their widest, what is over stays empty."""


class MoreButton(SmallLink):
    """Opens and closes a card. Up and Down go from card to card, Delete asks for the bin, R for the reference."""

    bin_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("More"), theme, icon="chevron-down", icon_last=True)
        self.setProperty(ROW_STOP, True)
        self.installEventFilter(self)

    def show_state(self, name: str, is_open: bool) -> None:
        """Say what a press does to the card of `name`."""
        self.setText(_("Less") if is_open else _("More"))
        self._icon = "chevron-up" if is_open else "chevron-down"
        self._draw_icon()
        self.setAccessibleName(_("{what}: {name}").format(what=self.text(), name=name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells: the keys of lists."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            go_to_row(self, 1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.bin_wanted.emit()
            return True
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.page_wanted.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return True
        return False


class TreatmentCard(Card):
    """A name, words under it, and what can be done once it is open. `removed` carries the card."""

    removed = Signal(object)

    def __init__(self, keeper: TreatmentKeeper, name: QWidget) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        theme = keeper.desk.theme
        self.blocks: dict[UUID, TherapyBlock] = {}
        self.name = ""
        self.words = Muted()
        self.more = MoreButton(theme)
        self._said = QVBoxLayout()
        self._said.addWidget(name)
        self._said.addWidget(self.words)
        self._header = QHBoxLayout()
        self._header.addLayout(self._said, stretch=_MOST)
        self._header.addStretch(1)
        self._header.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._body.hide()
        self.column.addLayout(self._header)
        self.add(self._body)
        self._space()
        self.more.clicked.connect(self._on_more_clicked)
        self.more.bin_wanted.connect(self._on_bin_wanted)
        self.more.page_wanted.connect(self._on_page_wanted)
        self.objectNameChanged.connect(self._on_renamed)
        theme.changed.connect(self._on_look_changed)

    @property
    def is_open(self) -> bool:
        """Whether its buttons are shown."""
        return not self._body.isHidden()

    def open(self, on: bool = True) -> None:
        """Show or hide the buttons of its treatments."""
        self._body.setVisible(on)
        self.more.show_state(self.name, on)

    def forbid(self, on: bool) -> None:
        """Nothing can be written in a journal that is only read."""
        for block in self.blocks.values():
            block.forbid(on)

    def show_courses(self, courses: Sequence[Course]) -> None:
        """Show the buttons of these treatments; panels that are open stay."""
        wanted = {course.therapy.id: course for course in courses}
        for therapy_id in [one for one in self.blocks if one not in wanted]:
            block = self.blocks.pop(therapy_id)
            block.hide()
            block.deleteLater()
        for therapy_id, course in wanted.items():
            if therapy_id in self.blocks:
                self.blocks[therapy_id].show_course(course)
            else:
                self.blocks[therapy_id] = self._block(course, len(courses) > 1)
        self.more.show_state(self.name, self.is_open)

    def _block(self, course: Course, named: bool) -> TherapyBlock:
        block = TherapyBlock(self._keeper, course, named)
        block.removed.connect(self._on_block_removed)
        self._inside.addWidget(block)
        block.show()
        return block

    def _space(self) -> None:
        px = self._keeper.desk.theme.px
        self.column.setContentsMargins(px(4), px(3), px(4), px(3))
        self._said.setSpacing(px(1))
        self._header.setSpacing(px(3))
        self._inside.setSpacing(px(3))

    @Slot()
    def _on_look_changed(self) -> None:
        self._space()

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.more.setObjectName(f"{name}_more")

    @Slot()
    def _on_more_clicked(self) -> None:
        self.open(not self.is_open)

    @Slot()
    def _on_bin_wanted(self) -> None:
        """Only a card of one treatment can be binned by a key."""
        if len(self.blocks) == 1 and not self._keeper.is_read_only:
            block = next(iter(self.blocks.values()))
            if self._keeper.remove(block.course):
                self.removed.emit(self)

    @Slot()
    def _on_page_wanted(self) -> None:
        """The first treatment of the card; the others have a button of their own."""
        for block in list(self.blocks.values())[:1]:
            block.read_about()

    @Slot()
    def _on_block_removed(self) -> None:
        self.removed.emit(self)


class NowCard(TreatmentCard):
    """One treatment that is planned, taken or on hold."""

    def __init__(self, keeper: TreatmentKeeper, course: Course) -> None:
        self._name, self._kind = LeadStrong(), Muted()
        title = FlowRow(keeper.desk.theme)
        title.add(self._name, self._kind)
        super().__init__(keeper, title)
        self.show_course(course)

    def show_course(self, course: Course) -> None:
        """Show a treatment as it stands today."""
        self.name = course.therapy.name
        self._name.setText(treatments.breakable(self.name))
        self._kind.setText(treatments.breakable(treatments.kind_words(course, self._keeper.desk.catalogue)))
        self._kind.setVisible(bool(self._kind.text()))
        self.words.setText(treatments.breakable(treatments.now_words(course)))
        self.show_courses([course])


class PastCard(TreatmentCard):
    """One line of treatment, or one treatment by itself, that is over."""

    def __init__(self, keeper: TreatmentKeeper, past: Past) -> None:
        self._title: Label = Strong()
        super().__init__(keeper, self._title)
        self.show_past(past)

    def show_past(self, past: Past) -> None:
        """Show a line as it ended."""
        self.name = past.line.name[:1].upper() + past.line.name[1:]
        self._title.setText(treatments.breakable(self.name))
        self.words.setText(treatments.breakable(treatments.past_words(past)))
        self.show_courses(past.courses)
