"""The rows of Today: one a scale, yesterday's answers in grey, details in place, and the buttons for many at once."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mbc_journal.check_in import Sheet
from mbc_journal.records import Recall
from mbc_journal.scales import Scale
from mbc_journal.ui.page import Desk
from mbc_journal.ui.read_about import read_about
from mbc_journal.ui.scale_input import NumberRow, ScaleRow, make_input
from mbc_journal.ui.signals import Place
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.today_page.details import Details
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, LinkButton, Rule
from mbc_journal.wording import _, ngettext

_FEVER = "temperature"
"""Under this row a sentence stands that is the same whatever the number."""


class RowsCard(Card):
    """Rows are kept while they are the same, so that the focus stays where it is."""

    add_wanted = Signal()

    def __init__(self, keeper: DayKeeper, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._keeper = keeper
        self._desk = desk
        self._rows: list[ScaleRow] = []
        self._made_for: tuple[tuple[str, ...], tuple[str, ...]] | None = None  # scale ids, preferred units
        self.open_panel: Details | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(1.5))
        self.column.addLayout(self._list)
        self.same_as_yesterday = Button("", desk.theme)
        self.same_as_yesterday.setObjectName("same_as_yesterday")
        self.rest_none = Button("", desk.theme)
        self.rest_none.setObjectName("rest_none")
        self.add_symptom = LinkButton(_("A&dd a symptom"), desk.theme, icon="plus")
        self.add_symptom.setObjectName("add_symptom")
        buttons = FlowRow(desk.theme, apart=False)
        buttons.add(self.same_as_yesterday, self.rest_none, self.add_symptom)
        self.add(buttons, Hint(_("Higher = worse. A row you leave empty writes nothing.")))
        self.same_as_yesterday.clicked.connect(self._on_same_as_yesterday_clicked)
        self.rest_none.clicked.connect(self._on_rest_none_clicked)
        self.add_symptom.clicked.connect(self._on_add_symptom_clicked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def rows(self) -> list[ScaleRow]:
        """The rows shown, in order."""
        return list(self._rows)

    def show_sheet(self) -> None:
        """Show the keeper's sheet."""
        sheet = self._keeper.sheet
        made_for = (tuple(scale.id for scale in sheet.rows), self._keeper.profile.units)
        if made_for != self._made_for:
            self._made_for = made_for
            self._make_rows(sheet.rows)
        before = _("last week: {answer}") if sheet.period is Recall.WEEK else ""
        for row in self._rows:
            row.show_reading(sheet.answers.get(row.scale.id))
            row.show_before(sheet.before.get(row.scale.id), before)
        if self.open_panel is not None:
            self.open_panel.show_sheet()
        self._show_buttons(sheet)

    def row_of(self, scale_id: str) -> ScaleRow | None:
        """The row that asks this scale."""
        return next((row for row in self._rows if row.scale.id == scale_id), None)

    def first_empty(self) -> QWidget | None:
        """The first row without an answer, None when all have one."""
        return next((row for row in self._rows if row.scale in self._keeper.sheet.empty_rows), None)

    def open_details(self, scale: Scale) -> None:
        """Open the details of a row under it; those of another row close, and keep their text."""
        was = self.open_panel.scale.id if self.open_panel is not None else ""
        self.close_details()
        row = self.row_of(scale.id)
        if row is None or was == scale.id:
            return
        self.open_panel = Details(scale, self._keeper, self._desk)
        self.open_panel.closed.connect(self._on_details_closed)
        self.open_panel.show_sheet()
        self._list.insertWidget(self._list.indexOf(row) + 1, self.open_panel)
        self.open_panel.first_focus()

    def close_details(self) -> None:
        """Close the open details, saving what was typed."""
        if self.open_panel is not None:
            self.open_panel.flush()
            self.open_panel.hide()
            self.open_panel.deleteLater()
            self.open_panel = None

    def _make_rows(self, scales: tuple[Scale, ...]) -> None:
        self.close_details()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = [make_input(scale, self._desk.theme) for scale in scales]
        for number, row in enumerate(self._rows):
            if number:
                self._list.addWidget(Rule())
            self._list.addWidget(row)
            if row.scale.id == _FEVER:
                self._list.addWidget(self._fever_line())
            if isinstance(row, NumberRow):
                row.show_unit(row.scale.preferred(self._keeper.profile.units))
            row.chosen.connect(self._on_row_chosen)
            row.cleared.connect(self._on_row_cleared)
            row.same_as_yesterday.connect(self._on_row_same_as_yesterday)
            row.details_wanted.connect(self._on_row_details_wanted)
            row.page_wanted.connect(self._on_row_page_wanted)

    def _fever_line(self) -> FlowRow:
        """The same words whatever the number."""
        call = LinkButton(_("Who to call"), self._desk.theme, icon="phone")
        call.setObjectName("fever_call")
        call.setAccessibleName(_("Who to call: fever"))
        call.clicked.connect(self._on_call_clicked)
        line = FlowRow(self._desk.theme)
        line.setContentsMargins(0, self._desk.theme.px(1), 0, 0)
        line.add(Hint(_("Fever during treatment can be urgent.")), call)
        return line

    def _show_buttons(self, sheet: Sheet) -> None:
        same, none = len(sheet.repeatable), len(sheet.none_rows)
        words = _("&Same as last week ({count})") if sheet.period is Recall.WEEK else _("&Same as yesterday ({count})")
        self.same_as_yesterday.setText(words.format(count=same))
        self.same_as_yesterday.setEnabled(same > 0)
        if none == len(sheet.rows):
            self.rest_none.setText(_("All are &None"))
        else:
            text = ngettext("The other {count} is &None", "The other {count} are &None", none)
            self.rest_none.setText(text.format(count=none))
        self.rest_none.setEnabled(none > 0)

    @Slot()
    def _on_call_clicked(self) -> None:
        self._desk.announcer.wanted.emit(Place("call"))

    @Slot(object)
    def _on_row_chosen(self, row: ScaleRow) -> None:
        entry = row.entry()
        if entry is not None:
            self._keeper.answer(row.scale, entry)

    @Slot(object)
    def _on_row_cleared(self, row: ScaleRow) -> None:
        self._keeper.clear(row.scale)

    @Slot(object)
    def _on_row_same_as_yesterday(self, row: ScaleRow) -> None:
        if row.scale.id in self._keeper.sheet.before:
            self._keeper.same_as_before(row.scale)

    @Slot(object)
    def _on_row_details_wanted(self, row: ScaleRow) -> None:
        self.open_details(row.scale)

    @Slot(object)
    def _on_row_page_wanted(self, row: ScaleRow) -> None:
        read_about(self._desk, row.scale.id)

    @Slot()
    def _on_details_closed(self) -> None:
        row = self.row_of(self.open_panel.scale.id) if self.open_panel is not None else None
        self.close_details()
        if row is not None:
            row.setFocus()

    @Slot()
    def _on_same_as_yesterday_clicked(self) -> None:
        self._keeper.same_as_before(*self._keeper.sheet.repeatable)

    @Slot()
    def _on_rest_none_clicked(self) -> None:
        self._keeper.rest_none()

    @Slot()
    def _on_add_symptom_clicked(self) -> None:
        self.add_wanted.emit()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Changes to one row in one stay of the focus are one step of Undo."""
        if _row_around(before) is not _row_around(now):
            self._keeper.leave()


def _row_around(widget: QWidget | None) -> QObject | None:
    while widget is not None and not isinstance(widget, ScaleRow):
        widget = widget.parentWidget()
    return widget
