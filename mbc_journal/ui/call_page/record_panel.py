"""The fields of one record, open in place: saved while they are typed, as soon as what must be there is there."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mbc_journal.problems import NotAllowed
from mbc_journal.records import Row
from mbc_journal.ui.forms import Form
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver, flush_all
from mbc_journal.ui.widgets import Button, Card, FlowRow, LinkButton, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

T = TypeVar("T", bound=Row)


class RecordPanel(Card, Generic[T]):
    """Subclasses name their fields, and make the record of what they hold. One stay is one step of Undo."""

    KIND: type[Row]
    closed = Signal(object)
    binned = Signal(object)

    def __init__(self, record: T | None, writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.record = record
        self.desk = desk
        self._writer = writer
        self._stay = object()
        self._name = self.KIND.__name__.lower()
        self.setObjectName(f"{self._name}_panel")
        self.form = Form(self.KIND, desk.theme)
        self.title = Strong()
        self.add(self.title, self.form)
        self.build()
        self._add_buttons()
        self._show_title()
        if record is not None:
            self.form.fill(self.shown(record))
        self._savers = [TextSaver(row.target, self.save) for row in self.form.rows.values()]
        for saver in self._savers:
            saver.forget()
        self.form.changed.connect(self._on_form_changed)

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def shown(self, record: T) -> dict[str, object]:
        """The values of the fields for a record."""
        raise NotImplementedError

    def made(self) -> T:
        """The record as typed; asked only when nothing is wrong or lacking."""
        raise NotImplementedError

    def lacking(self) -> str:
        """The field that must be filled and is not; "" if none."""
        raise NotImplementedError

    def titles(self) -> tuple[str, str]:
        """The words over a new record's fields, and over those of an old one."""
        raise NotImplementedError

    def act(self, record: T) -> str:
        """What Undo calls the record."""
        raise NotImplementedError

    def first_focus(self) -> None:
        """Begin with the first field."""
        next(iter(self.form.rows.values())).target.setFocus()

    def take(self, record: T) -> None:
        """The record was written or undone elsewhere: show that, unless something here is not saved yet."""
        self.record = record
        self._show_title()
        if not any(saver.unsaved for saver in self._savers):
            self.form.fill(self.shown(record))
            for saver in self._savers:
                saver.forget()

    def has_words(self) -> bool:
        """Whether anything was typed or chosen."""
        try:
            return any(value not in ("", None, False) for value in self.form.values().values())
        except NotAllowed:
            return True

    def save(self) -> bool:
        """Save what is typed; whether it is safe, or so little that it cannot be kept yet."""
        if self._has_problem():
            return False
        field = self.lacking()
        if field:
            if self.record is not None:
                self.form.rows[field].show_problem(self.missing())
            return self.record is None
        record = self.made()
        self.record = record
        return self._writer.save(record, name=self.act(record), stay=self._stay)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            flush_all(self)
            self.closed.emit(self)
        else:
            super().keyPressEvent(event)

    def _add_buttons(self) -> None:
        self.done = Button(_("Done"), self.desk.theme, icon="check")
        self.done.setObjectName(f"{self._name}_done")
        self.bin = LinkButton(_("Put into the bin"), self.desk.theme)
        self.bin.setObjectName(f"{self._name}_bin")
        row = FlowRow(self.desk.theme)
        row.add(self.done, self.bin)
        self.add(row)
        self.done.clicked.connect(self._on_done_clicked)
        self.bin.clicked.connect(self._on_bin_clicked)

    def _show_title(self) -> None:
        new, old = self.titles()
        self.title.setText(new if self.record is None else old)
        self.bin.setVisible(self.record is not None)
        for button in (self.done, self.bin):
            button.setAccessibleName(f"{button.text()}: {self.title.text()}")

    def _has_problem(self) -> bool:
        """Say beside each wrong field what is wrong; the focus stays where the person is."""
        wrong = False
        for row in self.form.rows.values():
            why = _problem_of(row.widget)
            if why != row.problem.text() or bool(why) == row.problem.isHidden():
                row.show_problem(why)
            wrong = wrong or bool(why)
        return wrong

    @Slot()
    def _on_done_clicked(self) -> None:
        flush_all(self)
        if not self.has_words():
            self.closed.emit(self)
        elif not self.form.show_problem():
            field = self.lacking()
            if field:
                self.form.say(field, self.missing())
            elif self.save():
                self.closed.emit(self)

    def missing(self) -> str:
        """What to say beside the field that is lacking."""
        raise NotImplementedError

    @Slot()
    def _on_bin_clicked(self) -> None:
        for saver in self._savers:
            saver.forget()
        self.binned.emit(self.record)

    @Slot(str)
    def _on_form_changed(self, name: str) -> None:
        if not isinstance(self.form.rows[name].target, QLineEdit | QPlainTextEdit):
            self.save()


def _problem_of(widget: object) -> str:
    value = getattr(widget, "value", None)
    if value is None:
        return ""
    try:
        value()
    except NotAllowed as refused:
        return str(refused)
    return ""
