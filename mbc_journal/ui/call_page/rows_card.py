"""Records in rows, each with its buttons; the fields of one open under its row."""

from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal.records import Row
from mbc_journal.ui.call_page.record_panel import RecordPanel
from mbc_journal.ui.call_page.record_row import Face, RecordRow
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.widgets import Button, Card, Muted
from mbc_journal.ui.writer import Writer

T = TypeVar("T", bound=Row)


class RowsCard(Card, Generic[T]):
    """Subclasses say how a record looks in its row, and which panel holds its fields."""

    def __init__(self, empty: str, add: Button, writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self.writer = writer
        self.add_button = add
        self.records: list[T] = []
        self.rows: list[RecordRow] = []
        self.panel: RecordPanel[T] | None = None
        self._draft: RecordPanel[T] | None = None
        self._prefix = add.objectName().removeprefix("add_")
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(3))
        self.column.addLayout(self._list)
        self.empty = Muted(empty)
        self.add(self.empty)
        add.clicked.connect(self.begin)

    def face(self, record: T) -> Face:
        """What the row of a record shows."""
        raise NotImplementedError

    def new_panel(self, record: T | None) -> RecordPanel[T]:
        """The fields of a record, or of a new one."""
        raise NotImplementedError

    def show_records(self, records: list[T]) -> None:
        """Show these, in this order; an open panel stays open under its row while its record is there."""
        focus = self._focus_place()
        was = {record.id for record in self.records}
        self.records = records
        self._keep_panel(was)
        self._make_rows()
        self.empty.setVisible(not records and self.panel is None)
        if focus is not None:
            self._focus(*focus)

    @Slot()
    def begin(self) -> None:
        """Open the fields of a new record; words typed into them before are still there."""
        self._open(None)

    def _open(self, record: T | None) -> None:
        """Open the fields of one record, unless those that are open hold something that cannot be kept."""
        wanted = None if record is None else record.id
        if self.panel is None or _id_of(self.panel) != wanted:
            if self.panel is not None and not flush_all(self.panel):
                self.panel.form.show_problem()
                return
            self._drop_panel()
            self.panel = self._draft if record is None and self._draft is not None else self._made(record)
            if record is None:
                self._draft = None
        self._place_panel()
        self.empty.hide()
        self.panel.show()
        self.panel.first_focus()

    def _made(self, record: T | None) -> RecordPanel[T]:
        panel = self.new_panel(record)
        panel.closed.connect(self._on_panel_closed)
        panel.binned.connect(self._on_panel_binned)
        return panel

    def _drop_panel(self) -> None:
        """Take the open panel away; a new record that cannot be kept yet waits for another time."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        panel.hide()
        self._list.removeWidget(panel)
        if panel.record is None and panel.has_words():
            self._draft = panel
        else:
            panel.deleteLater()

    def _keep_panel(self, was: set[UUID]) -> None:
        """Hand the panel its record as it is now; without it, after an undo, the panel goes."""
        if self.panel is None or self.panel.record is None:
            return
        mine = self.panel.record.id
        now = next((record for record in self.records if record.id == mine), None)
        if now is not None:
            self.panel.take(now)
        elif mine in was:
            self._drop_panel()

    def _make_rows(self) -> None:
        """A row that shows the same as before stays; the others are made anew."""
        before = self.rows
        kept = {row.record.id: row for row in before}
        self.rows = [self._row(record, kept) for record in self.records]
        for row in kept.values():
            row.hide()
            row.rename("")
            row.deleteLater()
        if self.rows != before:
            for row in before:
                self._list.removeWidget(row)
            for place, row in enumerate(self.rows, start=1):
                row.rename(f"{self._prefix}_{place}")
                self._list.addWidget(row)
                row.show()
        self._place_panel()

    def _row(self, record: T, kept: dict[UUID, RecordRow]) -> RecordRow:
        """The row of `record`, taken out of `kept` if it still shows the same."""
        face = self.face(record)
        old = kept.get(record.id)
        if old is not None and old.face == face:
            old.record = record
            return kept.pop(record.id)
        row = RecordRow(record, face, self.desk)
        row.opened.connect(self._on_row_opened)
        row.binned.connect(self._on_row_binned)
        row.put_first.connect(self.on_row_put_first)
        return row

    def _place_panel(self) -> None:
        if self.panel is None:
            return
        self._list.removeWidget(self.panel)
        record = self.panel.record
        ids = [one.id for one in self.records]
        at = ids.index(record.id) + 1 if record is not None and record.id in ids else len(ids)
        self._list.insertWidget(at, self.panel)

    def _focus_place(self) -> tuple[int, str] | None:
        focus = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            if focus is not None and row.isAncestorOf(focus):
                return place, focus.objectName().rpartition("_")[2]
        return None

    def _focus(self, place: int, name: str) -> None:
        if not self.rows:
            self.add_button.setFocus()
            return
        row = self.rows[min(place, len(self.rows) - 1)]
        wanted = row.findChild(QWidget, f"{row.objectName()}_{name}")
        (wanted if wanted is not None and not wanted.isHidden() else row.change).setFocus()

    @Slot(object)
    def on_row_put_first(self, row: RecordRow) -> None:
        """Make the record of `row` the first, where order means something."""

    @Slot(object)
    def _on_row_opened(self, row: RecordRow) -> None:
        self._open(self.records[self.rows.index(row)])

    @Slot(object)
    def _on_row_binned(self, row: RecordRow) -> None:
        self._bin(self.records[self.rows.index(row)])

    @Slot(object)
    def _on_panel_binned(self, record: T) -> None:
        place = next((place for place, one in enumerate(self.records) if one.id == record.id), 0)
        if self._bin(record):
            self._focus(place, "change")

    def _bin(self, record: T) -> bool:
        return self.writer.bin(record, name=self.act_name(record))

    def act_name(self, record: T) -> str:
        """What Undo calls a record."""
        raise NotImplementedError

    @Slot(object)
    def _on_panel_closed(self, panel: RecordPanel[T]) -> None:
        self._drop_panel()
        wanted = _id_of(panel)
        row = next((row for row in self.rows if row.record.id == wanted), None)
        (self.add_button if row is None else row.change).setFocus()
        self.empty.setVisible(not self.records)


def _id_of(panel: RecordPanel[T]) -> UUID | None:
    return None if panel.record is None else panel.record.id
