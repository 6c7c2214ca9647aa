"""Add a result, in place; the day stays for the next line of the same sheet."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mbc_journal import wording
from mbc_journal.records import Reading, offset_text
from mbc_journal.ui.forms import Form
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.result_fields import ResultFields
from mbc_journal.ui.results_page.result_inputs import TestInput
from mbc_journal.ui.widgets import Button, Card, FlowRow, PrimaryButton, Strong
from mbc_journal.wording import N_, _

_HINT = N_("Its name on the sheet, as neutrophils or Hb.")
_SHEET = ("scale", "value", "unit", "range_text", "note")
"""What every line of a lab sheet says anew."""


class AddCard(Card):
    """`added` carries the reading that is in the file now; `closed` follows Close and Esc, the words stay."""

    added = Signal(object)
    closed = Signal()

    def __init__(self, keeper: ResultKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self._meant = ""  # the number that was asked about
        self.setObjectName("result_add")
        self.form = Form(Reading, keeper.desk.theme)
        self.test = TestInput(keeper)
        self.form.row("scale", _("Test"), self.test, hint=_(_HINT))
        self.fields = ResultFields(self.form, keeper)
        self.keep = PrimaryButton(_("Keep this result"), keeper.desk.theme)
        self.keep.setObjectName("result_keep")
        self.close_button = Button(_("Close"), keeper.desk.theme)
        self.close_button.setObjectName("result_close")
        buttons = FlowRow(keeper.desk.theme)
        buttons.add(self.keep, self.close_button)
        self.add(Strong(_("A new result")), self.form, buttons)
        self._fill_day()
        self.form.changed.connect(self._on_form_changed)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def first_focus(self) -> None:
        """Begin with the test."""
        self.test.setFocus()

    def begin(self, test: str = "") -> None:
        """Ask for a result of this test, unless one is being typed."""
        if test and not self.test.field.text().strip():
            self.test.set_value(test)
            self._take_test()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes and keeps the words, Enter keeps the result."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QLineEdit):
            self._on_keep_clicked()
        else:
            super().keyPressEvent(event)

    def _fill_day(self) -> None:
        self.fields.day.set_value(self._keeper.desk.clock.today())

    def _take_test(self) -> None:
        name = " ".join(self.test.field.text().replace("\0", "").split())
        self.fields.show_test(name)
        self.form.rows["scale"].show_hint(self._hint(name))

    def _hint(self, name: str) -> str:
        """Under the test: how its name is understood."""
        if not name:
            return _(_HINT)
        label = wording.say(self.fields.scale.label) if self.fields.scale is not None else ""
        if not label:
            return _("Not in the list: kept under this name.")
        return _("Kept as {test}.").format(test=label) if label != name else ""

    def _has_problem(self) -> bool:
        if not self.fields.test:
            self.form.say("scale", _("Name the test first. What you typed is kept here."))
            return True
        if self.form.show_problem():
            return True
        values = self.form.values()
        needed = {
            "value": _("Type the number. What you typed is kept here."),
            "day": _("A result needs its day. What you typed is kept here."),
        }
        lacking = next((name for name in needed if values[name] in ("", None)), "")
        if lacking:
            self.form.say(lacking, needed[lacking])
        return bool(lacking) or self._asks()

    def _asks(self) -> bool:
        """Ask once whether an unusual number is meant."""
        doubt, number = self.fields.doubt(), f"{self.fields.number.text()} {self.fields.unit.value()}"
        if not doubt or self._meant == number:
            return False
        self._meant = number
        self.form.say("value", doubt)
        self.keep.setText(_("Yes, keep it"))
        return True

    def _forget(self) -> None:
        """Make room for the next line; day and time stay."""
        kept = self.form.values()
        self.form.fill(kept | dict.fromkeys(_SHEET, ""))
        self._take_test()
        self._meant = ""
        self.keep.setText(_("Keep this result"))

    @Slot(str)
    def _on_form_changed(self, name: str) -> None:
        if name == "scale":
            self._take_test()
        else:
            self.test.offers.hide()
        if name in ("scale", "value", "unit") and self._meant:
            self._meant = ""
            self.keep.setText(_("Keep this result"))

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._has_problem():
            return
        desk = self._keeper.desk
        reading = Reading(**self.fields.values(), utc_offset=offset_text(desk.clock.now()))
        scale = desk.scales.get(reading.scale)
        name = wording.act(wording.say(scale.label), scale.say(reading))
        if self._keeper.writer.save(reading, name=name):
            self._forget()
            self.first_focus()
            self.added.emit(reading)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()
