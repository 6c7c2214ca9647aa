"""One visit: when and where, its questions with their answers, and what was said."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import visits, wording
from mbc_journal.records import Visit
from mbc_journal.ui.page import Desk
from mbc_journal.ui.visits_page.answer_row import AnswerRow
from mbc_journal.ui.visits_page.facts import FactRow
from mbc_journal.ui.visits_page.visit_panel import VisitPanel
from mbc_journal.ui.widgets import Button, Card, FlowRow, FoldButton, Hint, LeadStrong, LinkButton, Muted, Rule
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class VisitCard(Card):
    """A visit to read, and to change in place. `opened` carries the card while it is changed, None after."""

    opened = Signal(object)
    unfolded = Signal(object, bool)

    def __init__(self, visit: Visit, board: visits.Board, writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.visit = visit
        self._writer = writer
        self._desk = desk
        self.panel: VisitPanel | None = None
        name = visits.title(visit, board.today)
        past = not visits.is_coming(visit, board.today)
        self.change = LinkButton(_("Change"), desk.theme) if past else Button(_("Change"), desk.theme, icon="pencil")
        self.change.setObjectName("visit_change")
        self.change.setAccessibleName(_("Change: {visit}").format(visit=name))
        self.more = FoldButton(desk.theme)
        self.more.setObjectName("visit_more")
        self._name = name
        self._add_head(board)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._add_lines(board)
        self.add(self._inside)
        self.unfold(True)
        self.change.clicked.connect(self._on_change_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    def unfold(self, on: bool) -> None:
        """Show what was said, or the visit's day alone; a visit without such words has nothing to fold."""
        folds = self._lines.count() > 0
        self._inside.setVisible(folds and on)
        self.more.setVisible(folds and not visits.is_coming(self.visit, self._desk.clock.today()))
        self.more.show_state(self._name, on)

    def open(self) -> None:
        """Show the fields of the visit."""
        if self.panel is None:
            self.panel = VisitPanel(self._writer, self._desk, self.visit)
            self.panel.closed.connect(self._on_panel_closed)
            self.add(self.panel)
        self.panel.first_focus()
        self.opened.emit(self)

    def _add_head(self, board: visits.Board) -> None:
        theme = self._desk.theme
        said = QWidget()
        words = QVBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.px(0.5))
        if board.coming and self.visit is board.coming[0]:
            words.addWidget(Hint(_("Next visit")))
        words.addWidget(LeadStrong(self._name))
        details = visits.details(self.visit, board.today)
        if details:
            words.addWidget(Muted(details))
        head = FlowRow(theme, apart=True)
        head.add(said, self.change, self.more)
        self.add(head)

    def _add_lines(self, board: visits.Board) -> None:
        visit, theme = self.visit, self._desk.theme
        said = _("What it is for") if visits.is_coming(visit, board.today) else _("What was said")
        facts = [(said, visit.said), (_("What changes"), visit.changes)]
        if visit.hours_away is not None:
            hours = wording.decimal_text(visit.hours_away)
            facts.append((_("Away from home"), _("{hours} hours").format(hours=hours)))
        lines: list[QWidget] = [FactRow(name, text, theme) for name, text in facts if text]
        lines += [AnswerRow(question, self._writer, self._desk) for question in board.asked.get(visit.id, ())]
        self._lines.setSpacing(theme.px(1.5))
        for line in lines:
            self._lines.addWidget(Rule())
            self._lines.addWidget(line)

    @Slot()
    def _on_more_clicked(self) -> None:
        on = not self._inside.isVisible()
        self.unfold(on)
        self.unfolded.emit(self, on)

    @Slot()
    def _on_change_clicked(self) -> None:
        if self.panel is None:
            self.open()
        else:
            self._on_panel_closed()

    @Slot()
    def _on_panel_closed(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.change.setFocus()
            self.opened.emit(None)
