"""Chips that stand for a value: they wrap their words where a line is too short, and one of few can be taken."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Chip, FlowRow
from mbc_journal.ui.widgets.marks import TICK_LINE, paint_tick

_FLAGS = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_LEAST_EM = 8
_TALLEST = 10_000


class ValueChip(Chip):
    """A chip that stands for a value; `taken` carries the chip itself after a click."""

    taken = Signal(object)

    def __init__(self, value: str, words: str, theme: Theme) -> None:
        super().__init__(words.replace("&", "&&"), theme)
        self.stands_for = value
        self.words = words
        self._look = theme
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_self_clicked)

    def minimumSizeHint(self) -> QSize:
        """Qt asks: words can wrap, but not for ever."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_EM * self._look.em), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Qt asks: as many lines as the words need."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        metrics = QFontMetrics(self._look.font("body", True))
        room = QRect(0, 0, self._room(width), _TALLEST)
        lines = metrics.boundingRect(room, _FLAGS, self.words).height()
        return max(hint.height(), lines + 2 * self._look.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: on one line as every chip, else with wrapped words."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
        else:
            self._paint_wrapped()

    def _paint_wrapped(self) -> None:
        theme, on = self._look, self.isChecked()
        fill, line = theme.chosen(), theme.sizes.chosen_line if self.isChecked() else theme.sizes.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if on else "border"), line))
        painter.setBrush(QColor(fill.fill) if on else theme.color("surface"))
        end = theme.target / 2 - line
        edge = line / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(edge, edge, -edge, -edge), end, end)
        painter.setPen(QColor(fill.ink) if on else theme.color("text" if self.isEnabled() else "disabled"))
        painter.setFont(theme.font("body", on))
        left, tick = theme.px(4), self._tick()
        if on:
            where = QRectF(left, (self.height() - tick) / 2, tick, tick)
            paint_tick(painter, where, QColor(fill.ink), theme.scale * TICK_LINE)
            painter.setPen(QColor(fill.ink))
        words = QRectF(left + tick + theme.px(1.5), 0, self._room(self.width()), self.height())
        painter.drawText(words, _FLAGS, self.words)

    def _room(self, width: int) -> int:
        """What a line has beside the tick."""
        return max(1, width - 2 * self._look.px(4) - self._tick() - self._look.px(1.5))

    @Slot()
    def _on_self_clicked(self) -> None:
        self.taken.emit(self)


class Chips(FlowRow):
    """One of few, or none: a second click takes the choice back. `picked` follows the person's click."""

    changed = Signal()
    picked = Signal()

    def __init__(self, theme: Theme, words: Mapping[str, str]) -> None:
        super().__init__(theme)
        self._theme = theme
        self._chips: dict[str, ValueChip] = {}
        self._group = self._subject = ""
        self.objectNameChanged.connect(self._on_renamed)
        self.set_words(words)

    def set_words(self, words: Mapping[str, str]) -> None:
        """Offer these values, each in words; what was chosen stays if it is still offered."""
        if {value: chip.words for value, chip in self._chips.items()} == dict(words):
            return
        chosen = self.value()
        for chip in self.take_all():
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for value, word in words.items():
            chip = ValueChip(value, word, self._theme)
            chip.taken.connect(self._on_chip_taken)
            self._chips[value] = chip
            self.add(chip)
            chip.show()
        self.call(self._subject)
        self.set_value(chosen)
        self._on_renamed(self._group or self.objectName())
        for chip in list(self._chips.values())[:1]:
            self.setFocusProxy(chip)

    def call(self, subject: str) -> None:
        """Say for screen readers what is answered: "Positive: HER2"."""
        self._subject = subject
        for chip in self._chips.values():
            chip.setAccessibleName(f"{chip.words}: {subject}" if subject else chip.words)

    def value(self) -> str:
        """The value chosen, "" for none."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), "")

    def set_value(self, value: object) -> None:
        """Show `value` as chosen, nothing for another one."""
        for own, chip in self._chips.items():
            chip.setChecked(own == value)

    @Slot(object)
    def _on_chip_taken(self, taken: ValueChip) -> None:
        for chip in self._chips.values():
            if chip is not taken:
                chip.setChecked(False)
        self.changed.emit()
        self.picked.emit()

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self._group = name
        for value, chip in self._chips.items():
            chip.setObjectName(f"{name}_{value}")
