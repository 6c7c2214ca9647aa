"""What a file would bring, before anything of it is in the journal."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import own_settings
from mbc_journal.records import Preview
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Label, LeadStrong, Strong
from mbc_journal.wording import _

_MOST = 12  # lines of what is left out


class PreviewPanel(Card):
    """The sum, the two ways on (`accepted`, `declined`), a line a kind, and what is left out and why."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, seen: Preview, theme: Theme) -> None:
        super().__init__(theme)
        self.seen = seen
        self.setObjectName("preview_panel")
        self.summary = Label(own_settings.summary(seen))
        self.summary.setObjectName("preview_summary")
        self.add(LeadStrong(seen.incoming.file), self.summary)
        self.bring_in = Button(_("Bring in"), theme)
        self.bring_in.setObjectName("bring_in")
        self.bring_in.setVisible(bool(seen.rows))
        self.stop = Button(_("Not now") if seen.rows else _("Close"), theme)
        self.stop.setObjectName("bring_in_stop")
        buttons = FlowRow(theme)
        buttons.add(self.bring_in, self.stop)
        self.add(buttons)
        self._add_lines()
        self.bring_in.clicked.connect(self._on_bring_in_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)

    def first_focus(self) -> None:
        """Begin where the person decides."""
        (self.bring_in if self.seen.rows else self.stop).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def _add_lines(self) -> None:
        incoming = self.seen.incoming
        for kind, counts in own_settings.kind_lines(self.seen):
            self.add_row(SettingRow(kind, Label(counts), self._theme))
        lines = own_settings.skipped_lines(incoming)
        if lines:
            self.add(Strong(_("Left out")))
        for line in lines[:_MOST]:
            self.add(Label(line))
        if len(lines) > _MOST:
            self.add(Label(_("And {count} more reasons.").format(count=len(lines) - _MOST)))
        for warning in incoming.warnings[:_MOST]:
            self.add(Hint(warning))

    @Slot()
    def _on_bring_in_clicked(self) -> None:
        self.accepted.emit()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.declined.emit()
