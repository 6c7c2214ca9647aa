"""A form: fields of one kind of record, bound once to their words and their widgets."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal.problems import NotAllowed
from mbc_journal.records import Row
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, Problem, Strong, announce

_BESIDE_EM = 30
"""From this width on, in em, labels stand beside their fields; below it above them."""


def put_label(row: QWidget, label: QWidget, box: QBoxLayout, column: QBoxLayout, beside: bool, theme: Theme) -> None:
    """Put the `label` of a `row`, the first in `box`, beside the `column` of its field in one width, or above it."""
    down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    box.setDirection(right if beside else down)
    box.setSpacing(0 if beside else theme.px(1))
    column.setSpacing(theme.px(1))
    width = round(theme.sizes.label_em * theme.em)
    label.setMinimumWidth(width if beside else 0)
    label.setMaximumWidth(width if beside else row.maximumWidth())
    label.setMinimumHeight(theme.target if beside else 0)


class Input(Protocol):
    """What a form asks of its widgets, all of which are also QWidgets; `changed` follows the person's own acts."""

    @property
    def changed(self) -> SignalInstance:
        """Sent after the person changed the value."""

    def value(self) -> object:
        """What the field holds. Raises NotAllowed with the sentence to show beside it."""

    def set_value(self, value: object) -> None:
        """Show `value` without a signal."""


class FormRow(QWidget):
    """One field: its label, its widget, a hint and what is wrong with it."""

    changed = Signal(str)

    def __init__(self, name: str, label: str, widget: QWidget, theme: Theme) -> None:
        super().__init__()
        self.name, self.widget, self._theme = name, widget, theme
        self.label, self.hint, self.problem = Strong(label), Hint(), Problem()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.label, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        short = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum
        column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
        column.addWidget(self.hint)
        column.addWidget(self.problem)
        self._column = column
        self._beside.addLayout(column, stretch=1)
        self._beside.addStretch()
        self.hint.hide()
        self.problem.hide()
        self._name_widget(label)
        self._measure()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)

    @property
    def target(self) -> QWidget:
        """The widget that takes the focus."""
        return self.widget.focusProxy() or self.widget

    def show_hint(self, text: str) -> None:
        """Small grey words under the field."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        """Say what is wrong beside the field; "" takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.target.setProperty("wrong", bool(text))
        self.target.setAccessibleDescription(text)
        announce(self.problem, text)
        self.target.style().unpolish(self.target)
        self.target.style().polish(self.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: two columns, or one."""
        super().resizeEvent(event)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """Qt asks: one column is always possible."""
        width = max(self.label.minimumSizeHint().width(), self.widget.minimumSizeHint().width())
        return QSize(width, self.widget.minimumSizeHint().height())

    def _name_widget(self, label: str) -> None:
        self.target.setObjectName(self.name)
        self.widget.setAccessibleName(plain_words(label))
        self.target.setAccessibleName(plain_words(label))
        self.label.setBuddy(self.target)

    def _measure(self) -> None:
        beside = self.width() >= _BESIDE_EM * self._theme.em
        put_label(self, self.label, self._beside, self._column, beside, self._theme)

    @Slot()
    def on_input_changed(self) -> None:
        """The person changed the field: what was said about it goes."""
        self.show_problem("")
        self.changed.emit(self.name)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


class Form(QWidget):
    """Fields of `record`; a name that is no field of it is a KeyError. `changed` carries the field's name."""

    changed = Signal(str)

    def __init__(self, record: type[Row], theme: Theme) -> None:
        super().__init__()
        self._fields = {field.name for field in dataclasses.fields(record)}
        self._theme = theme
        self.rows: dict[str, FormRow] = {}
        self._inputs: dict[str, Input] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(3))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)

    def row(self, name: str, label: str, widget: Any, hint: str = "") -> FormRow:
        """Bind the field `name` to `widget` (an `Input`), with `label` beside it and `hint` under it."""
        if name not in self._fields:
            raise KeyError(name)
        made = FormRow(name, label, widget, self._theme)
        made.show_hint(hint)
        self.rows[name], self._inputs[name] = made, widget
        widget.changed.connect(made.on_input_changed)
        made.changed.connect(self.changed)
        self._layout.addWidget(made)
        return made

    def values(self) -> dict[str, Any]:
        """Field names and what was typed. Raises NotAllowed while `show_problem` would show one."""
        return {name: field.value() for name, field in self._inputs.items()}

    def show_problem(self) -> bool:
        """Say beside the first wrong field what is wrong, and put the focus there; whether there was one."""
        for row in self.rows.values():
            row.show_problem("")
        for name, field in self._inputs.items():
            try:
                field.value()
            except NotAllowed as refused:
                self.say(name, str(refused))
                return True
        return False

    def say(self, name: str, problem: str) -> None:
        """Say `problem` beside the field `name` and put the focus there, as for "This ends before it starts."."""
        self.rows[name].show_problem(problem)
        self.rows[name].target.setFocus()

    def fill(self, record: Row | Mapping[str, object]) -> None:
        """Show the values of `record`; fields that mean the same stay as typed."""
        for name, field in self._inputs.items():
            value = record[name] if isinstance(record, Mapping) else getattr(record, name)
            field.set_value(value)
            self.rows[name].show_problem("")

    @Slot()
    def _on_theme_changed(self) -> None:
        self._layout.setSpacing(self._theme.px(3))


def plain_words(label: str) -> str:
    """A label without its mnemonic: "&Who" is "Who", "Eat && drink" is "Eat & drink"."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")
