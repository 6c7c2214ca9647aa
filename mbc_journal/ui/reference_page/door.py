"""The outlook door: asks first, every time."""

from PySide6.QtCore import Signal

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, LinkButton
from mbc_journal.wording import _


class OutlookDoor(Card):
    """Three answers, none of them pressed for her."""

    shut = Signal()
    opened = Signal()
    refused = Signal()

    def __init__(self, theme: Theme, read_only: bool) -> None:
        super().__init__(theme)
        self.setObjectName("outlook_door")
        self.not_now = Button(_("Not now"), theme)
        self.show_me = Button(_("Show me"), theme)
        self.never = LinkButton(_("Do not offer again"), theme)
        self.never.setEnabled(not read_only)
        for button, name in ((self.not_now, "not_now"), (self.show_me, "show_me"), (self.never, "never")):
            button.setObjectName(f"outlook_{name}")
        row = FlowRow(theme)
        row.add(self.not_now, self.show_me, self.never)
        self.add(Label(_("Some people want numbers, some do not.")), row)
        self.not_now.clicked.connect(self.shut)
        self.show_me.clicked.connect(self.opened)
        self.never.clicked.connect(self.refused)
