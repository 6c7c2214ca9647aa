"""The printer holds another paper: make the page anew for it, or print anyway. Asked in the page, not in a dialog."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinter

from mbc_journal.ui.printing import OtherPaper
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, LinkButton, Strong
from mbc_journal.wording import _


class PaperQuestion(Card):
    """`make_it` carries the paper the printer holds, `print_anyway` the printer."""

    make_it = Signal(str)
    print_anyway = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, boxed=True)
        self._holds = ""
        self._printer: QPrinter | None = None
        self.setObjectName("paper_question")
        self.question = Strong()
        self.make_button = Button("", theme)
        self.make_button.setObjectName("make_it")
        self.anyway = Button(_("Print anyway"), theme)
        self.anyway.setObjectName("print_anyway")
        self.never_mind = LinkButton(_("Not now"), theme)
        row = FlowRow(theme)
        row.add(self.make_button, self.anyway, self.never_mind)
        self.add(self.question, row)
        self.hide()
        self.make_button.clicked.connect(self._on_make_clicked)
        self.anyway.clicked.connect(self._on_anyway_clicked)
        self.never_mind.clicked.connect(self._on_never_mind_clicked)

    def ask(self, other: OtherPaper, printer: QPrinter) -> None:
        """Ask about the paper that `printer` holds."""
        self._holds, self._printer = other.holds, printer
        self.question.setText(other.question)
        self.make_button.setText(other.make_it)
        self.make_button.setVisible(bool(other.make_it))
        self.show()
        (self.make_button if other.make_it else self.anyway).setFocus()

    @Slot()
    def _on_make_clicked(self) -> None:
        self.hide()
        self.make_it.emit(self._holds)

    @Slot()
    def _on_anyway_clicked(self) -> None:
        self.hide()
        self.print_anyway.emit(self._printer)

    @Slot()
    def _on_never_mind_clicked(self) -> None:
        self.hide()
