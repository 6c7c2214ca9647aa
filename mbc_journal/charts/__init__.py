"""Series and bars drawn with matplotlib; nothing is computed here, and nothing else imports matplotlib."""

from mbc_journal.charts.axes import ValueAxis, printed_range, value_axis
from mbc_journal.charts.bar_chart import BarChart
from mbc_journal.charts.day_labels import DayLabel, day_labels
from mbc_journal.charts.fonts import prepare, text_width
from mbc_journal.charts.look import HATCHES, Look, paper_look
from mbc_journal.charts.panel import Panel
from mbc_journal.charts.paper import MOST_BARS, Paper
from mbc_journal.charts.picture import Picture
from mbc_journal.charts.place import Box, Days, box
from mbc_journal.charts.sheet import BarRows, Sheet, Size

__all__ = [
    "HATCHES", "MOST_BARS", "BarChart", "BarRows", "Box", "DayLabel", "Days", "Look", "Panel", "Paper", "Picture",
    "Sheet", "Size", "ValueAxis", "box", "day_labels", "paper_look", "prepare", "printed_range", "text_width",
    "value_axis",
]  # fmt: skip
