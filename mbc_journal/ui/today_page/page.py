"""Today: the day in twenty seconds."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from mbc_journal import wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.today_page import cards
from mbc_journal.ui.today_page.add_symptom import AddSymptom
from mbc_journal.ui.today_page.cards import CardKind, Situation
from mbc_journal.ui.today_page.day_chooser import DayCalendar, FillInStrip
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.today_page.how_hard_card import HowHardCard
from mbc_journal.ui.today_page.note_card import NoteCard
from mbc_journal.ui.today_page.own_rows import OwnRows
from mbc_journal.ui.today_page.rows_card import RowsCard
from mbc_journal.ui.today_page.rule_card import RuleCard
from mbc_journal.ui.widgets import Button, Notice
from mbc_journal.wording import N_, _

_MINUTE = 60_000  # milliseconds between two looks at the clock


class TodayPage(Page):
    """One civil day: how hard, the rows, a note. The day shown never changes by itself."""

    NAME, TITLE, ICON, NUMBER = "today", N_("Today"), "sun", 1
    WATCHES = frozenset({"reading", "day", "note", "profile", "therapy", "plan_rule", "contact"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.keeper = DayKeeper(journal, desk)
        self.own_rows = OwnRows(self.keeper)
        self.shown = self._today = desk.clock.today()
        self._is_todays = True  # whether the day shown was today's when it was chosen
        self._closed: frozenset[str] = frozenset()
        self._notice: Notice | None = None
        self._fill_in: FillInStrip | None = None
        self._add_header()
        self.calendar = DayCalendar(desk.theme, self.shown)
        self.calendar.hide()
        self.rule = RuleCard(journal, desk)
        self.how_hard = HowHardCard(self.keeper, desk.scales, desk.theme)
        self.rows = RowsCard(self.keeper, desk)
        self.add_panel = AddSymptom(desk.scales, desk.theme)
        self.add_panel.hide()
        self.note = NoteCard(self.keeper, desk.theme)
        self.add(self.calendar, self.rule, self.how_hard, self.rows, self.add_panel, self.note)
        self._wire()
        self._look_at_clock = QTimer(self)
        self._look_at_clock.setInterval(_MINUTE)
        self._look_at_clock.timeout.connect(self._on_minute_passed)

    def refresh(self) -> None:
        """Read the shown day anew."""
        today = self._today = self.desk.clock.today()
        self.keeper.read(self.shown)
        past = self.shown != today
        self.heading.setText(wording.heading_day(self.shown))
        self.later.setEnabled(past)
        self.back.setVisible(past)
        self.how_hard.show_day(today)
        self.rows.show_sheet()
        self.note.show_note()
        self.rule.show_rules(self.keeper.sheet)
        self._show_notice()
        if self._fill_in is not None:
            self._fill_in.show_days(self.shown, self._logged_days())
        self._read_only(bool(self.journal.read_only))

    def go_to(self, place: Place) -> None:
        """Show the day, row or field that was asked for; a page of today, left open overnight, turns over then."""
        today = self.desk.clock.today()
        day = place.day or (today if self._is_todays else self.shown)
        if place.day is not None or day != self.shown:
            self.show_day(day)
            self.first_focus()
        if place.verb == "note":
            self.note.note.setFocus()
            self.ensureWidgetVisible(self.note)
        row = self.rows.row_of(place.scale) if place.scale else None
        if row is not None:
            row.setFocus()

    def first_focus(self) -> None:
        """How hard the day was, which alone is an entry; then the first row without an answer."""
        said = self.keeper.sheet.mark is not None
        ((self.rows.first_empty() if said else None) or self.how_hard.row).setFocus()

    def show_day(self, day: dt.date) -> None:
        """Show `day`, today at the latest; what is typed is saved first."""
        self.note.flush()
        self.rows.close_details()
        today = self.desk.clock.today()
        self.shown, self._is_todays = min(day, today), day >= today
        self.calendar.hide()
        self.mark_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock while the page is seen."""
        super().showEvent(event)
        self._look_at_clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs on a hidden page."""
        super().hideEvent(event)
        self._look_at_clock.stop()

    def _add_header(self) -> None:
        theme = self.desk.theme
        self.earlier = Button(_("Ea&rlier"), theme, icon="chevron-left")
        self.later = Button(_("&Later"), theme, icon="chevron-right")
        self.choose = Button(_("&Choose a day"), theme, icon="calendar-days")
        self.back = Button(_("&Back to today"), theme)
        names = ("earlier_day", "later_day", "choose_day", "back_to_today")
        buttons = (self.earlier, self.later, self.choose, self.back)
        for button, name in zip(buttons, names, strict=True):
            button.setObjectName(name)
        self.later.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.earlier.setShortcut("Alt+PgUp")
        self.later.setShortcut("Alt+PgDown")
        self.back.setShortcut("Alt+Home")
        self.heading = self.add_header("", *buttons)
        self.heading.setObjectName("shown_day")

    def _wire(self) -> None:
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.calendar.day_chosen.connect(self._on_day_chosen)
        self.calendar.closed.connect(self._on_calendar_closed)
        self.rows.add_wanted.connect(self._on_add_wanted)
        self.add_panel.scale_chosen.connect(self._on_scale_chosen)
        self.add_panel.closed.connect(self._on_add_closed)

    def _logged_days(self) -> set[dt.date]:
        today = self.desk.clock.today()
        since = today - dt.timedelta(days=cards.AWAY_DAYS)
        readings = self.journal.ask(questions.readings_between, since, today)
        days = self.journal.ask(questions.days, since, today)
        return {reading.day for reading in readings} | {day.day for day in days}

    def _show_notice(self) -> None:
        text = cards.card(
            Situation(
                now=self.desk.clock.now(),
                shown=self.shown,
                last_day=self.journal.ask(questions.last_day),
                treatments=bool(self.journal.ask(questions.therapies)),
                closed=self._closed | frozenset(self.keeper.profile.hidden),
            )
        )
        if self._notice is not None and (text is None or self._notice.property("kind") != text.kind):
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text is not None and self._notice is None:
            self._notice = Notice(text.title, text.verb, self.desk.theme)
            self._notice.setProperty("kind", text.kind)
            self._notice.setObjectName("card")
            if text.kind is CardKind.GOOD_TO_SEE_YOU:
                self._notice.close_button.setText(_("Just today"))
            self._notice.taken.connect(self._on_notice_taken)
            self._notice.closed.connect(self._on_notice_closed)
            self.column.insertWidget(1, self._notice)

    def _read_only(self, on: bool) -> None:
        for part in (self.how_hard, self.rows, self.note, self.rule):
            part.setEnabled(not on)

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self.show_day(self.shown - dt.timedelta(days=1))

    @Slot()
    def _on_later_clicked(self) -> None:
        self.show_day(self.shown + dt.timedelta(days=1))

    @Slot()
    def _on_choose_clicked(self) -> None:
        self.calendar.setVisible(not self.calendar.isVisible())
        if self.calendar.isVisible():
            self.calendar.show_day(self.shown, self.desk.clock.today())

    @Slot()
    def _on_back_clicked(self) -> None:
        self.show_day(self.desk.clock.today())

    @Slot(object)
    def _on_day_chosen(self, day: dt.date) -> None:
        self.show_day(day)

    @Slot()
    def _on_calendar_closed(self) -> None:
        self.calendar.hide()
        self.choose.setFocus()

    @Slot()
    def _on_add_wanted(self) -> None:
        self.add_panel.open(self.own_rows.ids)

    @Slot(str)
    def _on_scale_chosen(self, scale_id: str) -> None:
        self.add_panel.hide()
        if self.own_rows.add(self.desk.scales.get(scale_id)):
            row = self.rows.row_of(scale_id)
            if row is not None:
                row.setFocus()

    @Slot()
    def _on_add_closed(self) -> None:
        self.add_panel.hide()
        self.rows.add_symptom.setFocus()

    @Slot()
    def _on_notice_taken(self) -> None:
        kind = self._notice.property("kind") if self._notice is not None else ""
        if kind == CardKind.WRITE_FOR_YESTERDAY:
            self.show_day(self.desk.clock.today() - dt.timedelta(days=1))
        elif kind == CardKind.GOOD_TO_SEE_YOU:
            self._closed |= {CardKind.GOOD_TO_SEE_YOU}
            self._open_fill_in()
        else:
            self.desk.announcer.wanted.emit(Place("treatments", verb="add"))

    @Slot()
    def _on_notice_closed(self) -> None:
        kind = str(self._notice.property("kind")) if self._notice is not None else ""
        self._closed |= {kind}
        if kind == CardKind.ADD_TREATMENTS:
            profile = replace(self.keeper.profile, hidden=(*self.keeper.profile.hidden, kind))
            self.writer.save(profile, name=_("Card closed"))
        self._show_notice()

    def _open_fill_in(self) -> None:
        today = self.desk.clock.today()
        self._fill_in = FillInStrip(self.desk.theme, today)
        self._fill_in.day_chosen.connect(self._on_day_chosen)
        self._fill_in.closed.connect(self._on_fill_in_closed)
        self.column.insertWidget(1, self._fill_in)
        self.show_day(today - dt.timedelta(days=cards.AWAY_DAYS))

    @Slot()
    def _on_fill_in_closed(self) -> None:
        if self._fill_in is not None:
            self._fill_in.hide()
            self._fill_in.deleteLater()
            self._fill_in = None
        self.show_day(self.desk.clock.today())

    @Slot()
    def _on_minute_passed(self) -> None:
        """At midnight the day shown becomes yesterday: it stays, and is called by its name."""
        if self._today != self.desk.clock.today():
            self.mark_stale()
        elif self.isVisible():
            self._show_notice()
