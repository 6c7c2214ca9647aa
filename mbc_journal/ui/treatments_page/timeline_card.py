"""All treatments on one time axis, as bars or as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from mbc_journal import treatments
from mbc_journal.treatments import Course, StoryRow
from mbc_journal.ui.page import Desk
from mbc_journal.ui.table import Column, RowTable
from mbc_journal.ui.treatments_page.bars_view import BarsView
from mbc_journal.ui.widgets import Card, Choice, FlowRow, Strong
from mbc_journal.wording import N_, _

_BARS, _TABLE = "bars", "table"


def _cell(text: str) -> str:
    """Words of a cell; those too long for any line are parted."""
    return treatments.breakable(text).replace("\u200b", " ")


COLUMNS = (
    Column[StoryRow](N_("Treatment"), text=lambda row: _cell(row.name), key=lambda row: row.name.casefold()),
    Column[StoryRow](N_("From"), text=lambda row: row.since, key=lambda row: row.begins),
    Column[StoryRow](N_("To"), text=lambda row: row.until, key=lambda row: row.ends),
    Column[StoryRow](N_("Dose and plan"), text=lambda row: _cell(row.dose), optional=True),
    Column[StoryRow](N_("Why it ended"), text=lambda row: _cell(row.ended), optional=True),
    Column[StoryRow](N_("Line"), text=lambda row: row.line, key=lambda row: row.course.therapy.line, optional=True),
)
"""The story in rows."""


class TimelineCard(Card):
    """Bars first; the table says the same to readers and to those who want the days."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.setObjectName("timeline")
        self.view = Choice(_("Show as"), {_BARS: _("Bars"), _TABLE: _("Table")}, desk.theme)
        self.view.setObjectName("timeline_view")
        self.view.set_value(_BARS)
        header = FlowRow(desk.theme, apart=True)
        header.add(Strong(_("Over time")), self.view)
        self.bars = BarsView(desk.theme)
        self.bars.setAccessibleName(_("Treatments over time"))
        self.table: RowTable[StoryRow] = RowTable(COLUMNS, _("Treatments over time"), desk.theme)
        self.table.setObjectName("timeline_table")
        self.table.hide()
        self.add(header, self.bars, self.table)
        self.view.chosen.connect(self._on_view_chosen)

    def show_courses(self, courses: Sequence[Course]) -> None:
        """Show every treatment with its days."""
        rows = treatments.story_rows(courses)
        line = treatments.timeline(courses, self._desk.clock.today())
        self.bars.show_timeline(line, " ".join(row.words for row in rows))
        self.table.set_rows(rows)

    @Slot(object)
    def _on_view_chosen(self, choice: Choice) -> None:
        self.bars.setVisible(choice.value() == _BARS)
        self.table.setVisible(choice.value() == _TABLE)
