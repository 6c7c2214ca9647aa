"""When to call and whom: lists from our content alone, the same for everyone, shown with or without a journal."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import call, paths
from mbc_journal.call import Guide, Statement, Urgency
from mbc_journal.problems import ResourceBroken
from mbc_journal.ui.call_page.sources import SourcesCard
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Card, Heading, Hint, Label, Lead, LeadStrong, Muted
from mbc_journal.wording import _

_BULLET = "\u2022"


class StatementRow(QWidget):
    """One statement with the numbers of its sources, and whether it is still unchecked."""

    def __init__(self, said: Statement, numbers: Sequence[int], theme: Theme) -> None:
        super().__init__()
        bullet = Label(_BULLET)
        bullet.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = Label(call.words(said))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        if said.unchecked:
            column.addWidget(Hint(_("not yet checked")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        beside = QVBoxLayout()
        beside.addWidget(bullet)
        beside.addStretch()
        row.addLayout(beside)
        row.addLayout(column, stretch=1)
        if numbers:
            listed = ", ".join(str(number) for number in sorted(numbers))
            self.sources = Hint(f"[{listed}]")
            self.sources.setAccessibleName(_("Sources {numbers}").format(numbers=listed))
            row.addWidget(self.sources, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()


class CallLists(QWidget):
    """Both lists, what to say, crisis lines, sources. Damaged content is said, and never takes the page away."""

    def __init__(self, theme: Theme, today: dt.date, folder: Path | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._today = today
        self.setObjectName("call_lists")
        self.guide: Guide | None = None
        self.problem = ""
        self.emergency = Lead()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))
        self.show_emergency_number("")
        try:
            self.guide = call.load(folder or paths.resources() / "reference" / "en")
        except ResourceBroken as broken:
            self.problem = str(broken)
            self._say_broken()
        else:
            self._fill(self.guide)

    def show_emergency_number(self, number: str) -> None:
        """Say which number the person chose; "": the local one, whatever it is."""
        if number:
            self.emergency.setText(_("Call {number}.").format(number=number))
        else:
            self.emergency.setText(_("Call your local emergency number."))

    def _fill(self, guide: Guide) -> None:
        self._part(_("1  Emergency services if"), guide.always(Urgency.EMERGENCY), self.emergency)
        team = Lead(_("Call day or night. Do not wait for the next visit."))
        self._part(_("2  Your team's line now if"), guide.always(Urgency.CALL_NOW), team)
        self._not_sure()
        self._part(_("What to say when you call"), guide.to_say, Muted(_("This list is our own.")), boxed=False)
        self._part(_("Good to know"), guide.notes, boxed=False)
        self._part(_("If thoughts turn dark, these lines answer"), guide.lines, self._elsewhere(), boxed=False)
        self._column.addWidget(SourcesCard(guide, self._today, self._theme))

    def _part(self, heading: str, statements: Sequence[Statement], *above: QWidget, boxed: bool = True) -> None:
        assert self.guide is not None
        numbered = self.guide.numbered()
        card = Card(self._theme, boxed=boxed)
        card.add(*above)
        for said in statements:
            card.add(StatementRow(said, [numbered[name] for name in said.source_ids], self._theme))
        self._column.addWidget(Heading(heading))
        self._column.addWidget(card)

    def _not_sure(self) -> None:
        card = Card(self._theme)
        card.add(LeadStrong(_("Not sure? Call your team.")))
        card.add(
            Label(_("Both lists are the same for everyone. They never follow from what you log.")),
            Muted(_("No clinician has reviewed them yet.")),
        )
        self._column.addWidget(card)

    def _elsewhere(self) -> QWidget:
        return Muted(_("In any other place, call the local emergency number, or tell someone near you."))

    def _say_broken(self) -> None:
        self._column.addWidget(Heading(_("When to call")))
        card = Card(self._theme, boxed=True)
        card.add(
            self.emergency,
            LeadStrong(_("Not sure? Call your team.")),
            Label(_("The lists of signs are damaged and cannot be shown. Your own numbers are not part of them.")),
            Muted(self.problem),
        )
        self._column.addWidget(card)
