"""Charts on the screen: panels and treatment bars as widgets; matplotlib is imported late, beside the window."""

from mbc_journal.ui.chart_view.drawing import charts_prepared, prepare_charts
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas, PanelFacts
from mbc_journal.ui.chart_view.view import ChartView

__all__ = ["ChartView", "PanelCanvas", "PanelFacts", "charts_prepared", "prepare_charts"]
