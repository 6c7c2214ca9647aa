"""When to call and whom: lists from our content alone, the same for everyone, shown with or without a journal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import call, paths
from mbc_journal.call import CallList, Guide, Statement, Urgency
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
        self.emergency.setText(call.emergency_words(number))

    def _fill(self, guide: Guide) -> None:
        for one in call.lists(guide):
            self._add_list(one, guide.numbered())
            if one.name == Urgency.CALL_NOW:
                self._column.addWidget(self._not_sure())
        self._column.addWidget(SourcesCard(guide, self._today, self._theme))

    def _add_list(self, one: CallList, numbered: Mapping[str, int]) -> None:
        card = Card(self._theme, boxed=one.says_whom)
        if one.name == Urgency.EMERGENCY:
            card.add(self.emergency)
        elif one.lead:
            card.add((Lead if one.says_whom else Muted)(one.lead))
        for said in one.statements:
            card.add(StatementRow(said, [numbered[name] for name in said.source_ids], self._theme))
        self._column.addWidget(Heading(one.title))
        self._column.addWidget(card)

    def _not_sure(self) -> Card:
        card = Card(self._theme)
        card.add(LeadStrong(_(call.NOT_SURE)), Label(_(call.SAME_FOR_EVERYONE)), Muted(_(call.NOT_REVIEWED)))
        return card

    def _say_broken(self) -> None:
        self._column.addWidget(Heading(_("When to call")))
        card = Card(self._theme, boxed=True)
        card.add(
            self.emergency,
            LeadStrong(_(call.NOT_SURE)),
            Label(_("The lists of signs are damaged and cannot be shown. Your own numbers are not part of them.")),
            Muted(self.problem),
        )
        self._column.addWidget(card)
