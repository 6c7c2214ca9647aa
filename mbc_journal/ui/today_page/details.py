"""Details of one row, opened in place: how much it got in the way, note, where, time, photo, and why not answered."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mbc_journal import wording
from mbc_journal.db import questions
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Answer, Question, Reading
from mbc_journal.scales import IMPACT, Scale
from mbc_journal.ui.forms import ChoiceInput, Form, TextInput, TimeInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.read_about import has_page, read_about
from mbc_journal.ui.scale_input import ScaleRow, make_input, name_of
from mbc_journal.ui.text_saver import TextSaver, flush_all
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.today_page.own_rows import OwnRows
from mbc_journal.ui.today_page.photos import Photos
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, LinkButton
from mbc_journal.wording import N_, _

_REASONS = (
    (Answer.SKIPPED, "skip", N_("Skip today")),
    (Answer.PREFER_NOT, "prefer_not", N_("Prefer not to say")),
    (Answer.NOT_APPLICABLE, "not_applicable", N_("Does not apply")),
)
_LONGEST_NOTE = 10_000


class Details(Card):
    """What else can be said of a row. Nothing here is asked for; all of it is saved as it is given."""

    closed = Signal()

    def __init__(self, scale: Scale, keeper: DayKeeper, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.scale = scale
        self._keeper = keeper
        self._rows = OwnRows(keeper)
        self._desk = desk
        self._name = name_of(scale.id)
        self.setObjectName(f"{self._name}_details")
        self.setAccessibleName(_("More about {name}").format(name=wording.say(scale.label)))
        self.impact = self._impact_row()
        self.form = Form(Reading, desk.theme)
        self._waits = Hint(_("Answer the row first; then there is room for a note, where and when."))
        self._add_fields()
        self.photos = Photos(keeper, desk, scale)
        for widget in (self.impact, self._waits, self.form, self.photos, self._reasons(), self._verbs()):
            if widget is not None:
                self.add(widget)

    def show_sheet(self) -> None:
        """Show what the keeper's sheet holds for this row."""
        reading = self._keeper.sheet.answers.get(self.scale.id)
        if self.impact is not None:
            self.impact.show_reading(self._keeper.sheet.answers.get(self.scale.id + IMPACT))
        self._waits.setVisible(reading is None)
        self.form.setVisible(reading is not None)
        self.photos.setVisible(reading is not None)
        self.clear.setEnabled(reading is not None)
        if reading is not None:
            self.form.fill(reading)
            self.photos.show_for(reading)
        for state, button in self._states.items():
            button.setEnabled(reading is None or reading.state is not state)

    def first_focus(self) -> None:
        """Begin at the first thing that can be said."""
        (self.impact or self.close_button).setFocus()

    def flush(self) -> None:
        """Save what is typed now."""
        flush_all(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _impact_row(self) -> ScaleRow | None:
        scale = self._desk.scales.impact(self.scale.id)
        if scale is None:
            return None
        row = make_input(scale, self._desk.theme)
        row.set_label(_("How much it got in the way"))
        row.setObjectName(f"{self._name}_impact")
        row.more.hide()
        row.chosen.connect(self._on_impact_chosen)
        row.cleared.connect(self._on_impact_cleared)
        return row

    def _add_fields(self) -> None:
        self.form.row("note", _("Note"), TextInput(longest=_LONGEST_NOTE))
        vocabulary = self._desk.scales.vocabulary
        if self.scale.site:
            self.form.row("body_site", _("Where"), ChoiceInput(_words(vocabulary.body_sites)))
        if self.scale.side:
            self.form.row("body_side", _("Side"), ChoiceInput(_words(vocabulary.body_sides)))
        self.form.row("time", _("Time"), TimeInput(), hint=_("As 8:05, or leave it empty."))
        for name, row in self.form.rows.items():
            row.target.setObjectName(f"{self._name}_{name.removeprefix('body_')}")
        self._savers = [TextSaver(self.form.rows[name].target, self._save) for name in ("note", "time")]
        self.form.changed.connect(self._on_form_changed)

    def _reasons(self) -> QWidget:
        row = FlowRow(self._desk.theme)
        self._states: dict[Answer, Button] = {}
        for state, name, words in _REASONS:
            self._states[state] = Button(_(words), self._desk.theme)
            self._states[state].setObjectName(f"{self._name}_{name}")
            row.add(self._states[state])
        self.clear = Button(_("Clear"), self._desk.theme)
        self.clear.setObjectName(f"{self._name}_clear")
        row.add(self.clear)
        self._states[Answer.SKIPPED].clicked.connect(self._on_skip_clicked)
        self._states[Answer.PREFER_NOT].clicked.connect(self._on_prefer_not_clicked)
        self._states[Answer.NOT_APPLICABLE].clicked.connect(self._on_not_applicable_clicked)
        self.clear.clicked.connect(self._on_clear_clicked)
        return row

    def _verbs(self) -> QWidget:
        row = FlowRow(self._desk.theme)
        theme = self._desk.theme
        self.ask = LinkButton(_("Add to my questions"), theme)
        self.read = LinkButton(_("Read about it"), theme)
        self.up = LinkButton(_("Move this row up"), theme)
        self.down = LinkButton(_("Move this row down"), theme)
        self.remove = LinkButton(_("Take off Today"), theme)
        self.close_button = Button(_("Close details"), theme)
        names = {
            "ask": self.ask, "read": self.read, "up": self.up, "down": self.down, "remove": self.remove,
            "close": self.close_button,
        }  # fmt: skip
        for name, button in names.items():
            button.setObjectName(f"{self._name}_{name}")
            row.add(button)
        self.read.setVisible(has_page(self._desk.catalogue, self.scale.id))
        self.read.clicked.connect(self._on_read_clicked)
        self.ask.clicked.connect(self._on_ask_clicked)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        return row

    def _save(self) -> bool:
        reading = self._keeper.sheet.answers.get(self.scale.id)
        if reading is None or self.form.show_problem():
            return reading is None
        try:
            values = self.form.values()
        except NotAllowed:
            return False
        if all(getattr(reading, name) == value for name, value in values.items()):
            return True
        return self._keeper.noted(self.scale, **values)

    @Slot(object)
    def _on_impact_chosen(self, row: ScaleRow) -> None:
        entry = row.entry()
        if entry is not None:
            self._keeper.answer(row.scale, entry)

    @Slot(object)
    def _on_impact_cleared(self, row: ScaleRow) -> None:
        self._keeper.clear(row.scale)

    @Slot(str)
    def _on_form_changed(self, name: str) -> None:
        if name.startswith("body_"):
            self._save()

    @Slot()
    def _on_skip_clicked(self) -> None:
        self._keeper.without_answer(self.scale, Answer.SKIPPED)

    @Slot()
    def _on_prefer_not_clicked(self) -> None:
        self._keeper.without_answer(self.scale, Answer.PREFER_NOT)

    @Slot()
    def _on_not_applicable_clicked(self) -> None:
        self._keeper.without_answer(self.scale, Answer.NOT_APPLICABLE)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._keeper.clear(self.scale)

    @Slot()
    def _on_ask_clicked(self) -> None:
        label = wording.say(self.scale.label)
        order = 1 + max((question.order for question in self._keeper.journal.ask(questions.all_questions)), default=0)
        text = _("{symptom}: what can I do about it?").format(symptom=label)
        question = Question(order=order, topic=label, text=text)
        self._keeper.writer.save(question, name=wording.act(_("Question"), text))

    @Slot()
    def _on_read_clicked(self) -> None:
        self.flush()
        read_about(self._desk, self.scale.id)

    @Slot()
    def _on_up_clicked(self) -> None:
        self._rows.move(self.scale, -1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._rows.move(self.scale, 1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._rows.remove(self.scale)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.flush()
        self.closed.emit()


def _words(words: tuple[str, ...]) -> dict[str, str]:
    return {"": _("not said")} | {word: wording.say(word) for word in words}
