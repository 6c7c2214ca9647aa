"""Helpers who write in this journal: added, given another name, taken off. What they signed stays signed."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import own_settings
from mbc_journal.problems import NotAllowed
from mbc_journal.ui.forms import FormRow, TextInput
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.row_list import Line, RowList, Verb
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Muted
from mbc_journal.wording import _


class HelpersCard(Card):
    """One field adds a helper, and renames the one that was chosen; Esc goes back to adding and keeps the text."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self._renamed = ""
        self._empty = Muted(_("Only you write here. Add someone who helps you to write."))
        verbs = {"rename": Verb(_("Rename")), "remove": Verb(_("Remove"), "Delete")}
        self.list = RowList("helper", verbs, theme)
        self.field = TextInput(longest=own_settings.LONGEST_NAME)
        self.row = FormRow("helper_name", _("Name of a helper"), self.field, theme)
        self.row.show_hint(_("For example: my sister. It stands beside what she writes."))
        self.keep = Button(_("Add this hel&per"), theme)
        self.keep.setObjectName("helper_keep")
        self.stop = Button(_("Not now"), theme)
        self.stop.setObjectName("helper_stop")
        self.stop.hide()
        buttons = FlowRow(theme)
        buttons.add(self.keep, self.stop)
        self.list.after = self.field
        self.signed = Hint(_("What a helper wrote keeps the name it was signed with."))
        self.add(self._empty, self.list, self.signed, self.row, buttons)
        self.list.wanted.connect(self._on_row_wanted)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.field.returnPressed.connect(self._on_keep_clicked)
        self.field.changed.connect(self.row.on_input_changed)

    def refresh(self) -> None:
        """Show the helpers of now."""
        helpers = self._keeper.profile.helpers
        off = frozenset[str]() if self._keeper.can_write else frozenset({"rename", "remove"})
        self.list.show_lines([Line(name, name, off=off) for name in helpers])
        self._empty.setVisible(not helpers)
        self.signed.setVisible(bool(helpers))
        if self._renamed not in helpers:
            self._rename("")
        self.setEnabled(self._keeper.can_write)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc ends renaming."""
        if event.key() == Qt.Key.Key_Escape and self._renamed:
            self._rename("")
        else:
            super().keyPressEvent(event)

    def _rename(self, name: str) -> None:
        """Let the field rename this helper; "": add one."""
        self._renamed = name
        self.keep.setText(_("Kee&p this name") if name else _("Add this hel&per"))
        self.row.label.setText(_("Another name for {name}").format(name=name) if name else _("Name of a helper"))
        self.field.setAccessibleName(self.row.label.text())
        self.stop.setAccessibleName(_("{verb}: {what}").format(verb=self.stop.text(), what=self.row.label.text()))
        self.stop.setVisible(bool(name))

    @Slot(str, str)
    def _on_row_wanted(self, name: str, verb: str) -> None:
        if verb == "remove":
            self._keeper.change(partial(own_settings.without_helper, name=name), name, _("helper removed"))
            return
        self._rename(name)
        self.field.set_value(name)
        self.field.selectAll()
        self.field.setFocus()

    @Slot()
    def _on_keep_clicked(self) -> None:
        name, old = self.field.text(), self._renamed
        said = " ".join(name.split())
        try:
            if old:
                make = partial(own_settings.with_helper_renamed, old=old, name=name)
                kept = self._keeper.change(make, old, _("now {name}").format(name=said))
            else:
                kept = self._keeper.change(partial(own_settings.with_helper, name=name), said, _("helper added"))
        except NotAllowed as refused:
            self.row.show_problem(str(refused))
            self.field.setFocus()
            return
        if kept:
            self._rename("")
            self.field.clear()
            self.field.setFocus()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._rename("")
        self.field.setFocus()
