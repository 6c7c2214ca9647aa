"""What the team will check: each line with the button that makes a visit of it, in place."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from mbc_journal import visits
from mbc_journal.reference.pages import Part
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.reference_page.statements import StatementRow, part_rows
from mbc_journal.ui.visits_page.visit_panel import VisitPanel
from mbc_journal.ui.widgets import SmallLink
from mbc_journal.wording import _

_BESIDE_EM = 28


class CheckRow(QGroupBox):
    """One check. Its button opens the fields of a new visit under it; a second press closes them."""

    def __init__(self, place: int, said: StatementRow, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._words = said.words.text()
        self.panel: VisitPanel | None = None
        theme = keeper.desk.theme
        self.setObjectName(f"check_{place}")
        self.setAccessibleName(self._words)
        self.plan = SmallLink(_("Plan a visit"), theme)
        self.plan.setObjectName(f"check_{place}_plan")
        self.plan.setAccessibleName(_("Plan a visit: {check}").format(check=self._words))
        self.plan.setEnabled(not keeper.journal.read_only)
        words = QWidget()
        middle = QVBoxLayout(words)  # its bullet stays with words that are lower than the button
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch()
        middle.addWidget(said)
        middle.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Beside(words, self.plan, theme, _BESIDE_EM))
        self.plan.clicked.connect(self._on_plan_clicked)

    @Slot()
    def _on_plan_clicked(self) -> None:
        if self.panel is not None:
            self._on_panel_closed()
            return
        self.panel = VisitPanel(self._keeper.writer, self._keeper.desk, visits.of_check(self._words))
        self.panel.closed.connect(self._on_panel_closed)
        self._column.addWidget(self.panel)
        self.panel.show()
        self.panel.first_focus()

    @Slot()
    def _on_panel_closed(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.plan.setFocus()


def check_rows(part: Part, keeper: Keeper) -> list[QWidget]:
    """The part of what the team will check as widgets."""
    rows: list[QWidget] = []
    for place, row in enumerate(part_rows(part, keeper.desk.theme)):
        rows.append(CheckRow(place, row, keeper) if isinstance(row, StatementRow) else row)
    return rows
