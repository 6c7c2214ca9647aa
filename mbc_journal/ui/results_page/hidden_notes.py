"""What she chose to hide, and the way back: shown only where something of it could stand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from mbc_journal import results
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.scale_input import name_of
from mbc_journal.ui.widgets import Button, FlowRow, Muted
from mbc_journal.wording import _


class HiddenNote(QGroupBox):
    """One topic that is hidden. `wanted` carries the note."""

    wanted = Signal(object)

    def __init__(self, topic: str, keeper: ResultKeeper) -> None:
        super().__init__()
        self.topic = topic
        name = results.topic_words(topic, keeper.desk.scales)
        self.setAccessibleName(name)
        words = Muted(_("{name}: hidden, as you chose.").format(name=name))
        self.show_button = Button(_("Show them") if topic == "markers" else _("Show it"), keeper.desk.theme)
        self.show_button.setObjectName(f"show_{name_of(topic)}")
        self.show_button.setAccessibleName(_("{verb}: {name}").format(verb=self.show_button.text(), name=name))
        self.show_button.setEnabled(not keeper.is_read_only)
        row = FlowRow(keeper.desk.theme)
        row.add(words, self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.show_button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self)


class HiddenNotes(QWidget):
    """A note a topic."""

    def __init__(self, keeper: ResultKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._notes: list[HiddenNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_topics(self, topics: Sequence[str]) -> None:
        """Show these."""
        if topics != [note.topic for note in self._notes]:
            for note in self._notes:
                note.hide()
                note.setParent(None)
                note.deleteLater()
            self._notes = [HiddenNote(topic, self._keeper) for topic in topics]
            for note in self._notes:
                note.wanted.connect(self._on_wanted)
                self._column.addWidget(note)
        self.setVisible(bool(topics))

    @Slot(object)
    def _on_wanted(self, note: HiddenNote) -> None:
        self._keeper.show_again(note.topic)
