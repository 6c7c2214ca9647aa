"""Treatments: what I take, took, what changed."""

from collections.abc import Collection, Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from mbc_journal import treatments
from mbc_journal.db.journal import Journal
from mbc_journal.records import Therapy
from mbc_journal.treatments import Course, Past
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.treatments_page.about_card import AboutCard
from mbc_journal.ui.treatments_page.add_card import AddCard
from mbc_journal.ui.treatments_page.cards import NowCard, PastCard, TreatmentCard
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.timeline_card import TimelineCard
from mbc_journal.ui.widgets import Button, LeadStrong, Muted, PrimaryButton
from mbc_journal.wording import N_, _

AnyCard = TypeVar("AnyCard", bound=TreatmentCard)


class TreatmentsPage(Page):
    """What is taken now, what came before, all of it over time; a change is a new step."""

    NAME, TITLE, ICON, NUMBER = "treatments", N_("Treatments"), "pill", 2
    WATCHES = frozenset({"therapy", "step", "profile"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.keeper = TreatmentKeeper(journal, desk)
        theme = desk.theme
        self.about_button = Button(_("About &my cancer"), theme)
        self.about_button.setObjectName("about_my_cancer")
        self.add_button = PrimaryButton(_("&Add a treatment"), theme, icon="plus")
        self.add_button.setObjectName("add_treatment")
        self.add_header(_("Treatments"), self.about_button, self.add_button)
        self.add_card, self.about = AddCard(self.keeper), AboutCard(self.keeper)
        self.empty = Muted(_("No treatments yet. Adding one offers its side effects on Today."))
        self.now, self.before = LeadStrong(_("Now")), LeadStrong(_("Before"))
        self.timeline = TimelineCard(desk)
        self._now_list, self._before_list = QVBoxLayout(), QVBoxLayout()
        self._now_cards: dict[str, NowCard] = {}
        self._past_cards: dict[str, PastCard] = {}
        self._opened_once = False
        self._lay_out()
        self.about_button.clicked.connect(self._on_about_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.add_card.closed.connect(self._on_add_closed)
        self.add_card.added.connect(self._on_added)
        self.about.closed.connect(self._on_about_closed)

    def refresh(self) -> None:
        """Read every treatment anew; open cards and panels stay open."""
        self.keeper.read()
        here = self._focused()
        running = treatments.taken_now(self.keeper.courses)
        over = treatments.taken_before(self.keeper.courses)
        self._show_now(running)
        self._show_before(over)
        self.empty.setVisible(not self.keeper.courses)
        self.now.setVisible(bool(running))
        self.before.setVisible(bool(over))
        self.timeline.show_courses(self.keeper.courses)
        self.timeline.setVisible(bool(self.keeper.courses))
        if self.about.isVisible():
            self.about.show_profile()
        self._read_only(self.keeper.is_read_only)
        self._follow(here)
        self.add_card.settle()

    def go_to(self, place: Place) -> None:
        """Begin to add a treatment, or open the one that was asked for."""
        if place.verb == "add" and not self.keeper.is_read_only:
            self._on_add_clicked()
        card = self._card_of(place.row) if place.row is not None else None
        if card is not None:
            card.open()
            card.more.setFocus()

    def first_focus(self) -> None:
        """The main action of the page."""
        self.add_button.setFocus()

    def cards(self) -> list[TreatmentCard]:
        """Every card of a treatment, from top to bottom."""
        return [*self._now_cards.values(), *self._past_cards.values()]

    def _lay_out(self) -> None:
        gap = self.desk.theme.px(3)
        for cards in (self._now_list, self._before_list):
            cards.setSpacing(gap)
        self.add(self.add_card, self.about, self.empty, self.now)
        self.column.addLayout(self._now_list)
        self.add(self.before)
        self.column.addLayout(self._before_list)
        self.add(self.timeline)
        self.add_card.hide()
        self.about.hide()

    def _show_now(self, running: Sequence[Course]) -> None:
        wanted = {str(course.therapy.id): course for course in running}
        _drop(self._now_cards, wanted)
        for key, course in wanted.items():
            if key in self._now_cards:
                self._now_cards[key].show_course(course)
            else:
                self._now_cards[key] = NowCard(self.keeper, course)
                self._now_cards[key].removed.connect(self._on_card_removed)
        self._now_cards = {key: self._now_cards[key] for key in wanted}
        _place(self._now_list, list(self._now_cards.values()), "therapy")
        if self._now_cards and not self._opened_once:
            next(iter(self._now_cards.values())).open()
            self._opened_once = True

    def _show_before(self, over: Sequence[Past]) -> None:
        wanted = {" ".join(str(course.therapy.id) for course in past.courses): past for past in over}
        _drop(self._past_cards, wanted)
        for key, past in wanted.items():
            if key in self._past_cards:
                self._past_cards[key].show_past(past)
            else:
                self._past_cards[key] = PastCard(self.keeper, past)
                self._past_cards[key].removed.connect(self._on_card_removed)
        self._past_cards = {key: self._past_cards[key] for key in wanted}
        _place(self._before_list, list(self._past_cards.values()), "past")

    def _card_of(self, therapy_id: UUID | None) -> TreatmentCard | None:
        return next((card for card in self.cards() if therapy_id in card.blocks), None)

    def _focused(self) -> UUID | None:
        """The treatment that the focus is in, None if it is in none."""
        found = [(key, block) for card in self.cards() for key, block in card.blocks.items()]
        return next((key for key, block in found if block.isAncestorOf(self.focusWidget() or self)), None)

    def _follow(self, therapy_id: UUID | None) -> None:
        """The focus goes along when its treatment moved to another card."""
        card = self._card_of(therapy_id)
        if therapy_id is not None and card is not None and self._focused() != therapy_id:
            card.open()
            card.more.setFocus()

    def _read_only(self, on: bool) -> None:
        self.add_button.setDisabled(on)
        self.about.form.setDisabled(on)
        self.add_card.setDisabled(on)
        for card in self.cards():
            card.forbid(on)

    @Slot()
    def _on_add_clicked(self) -> None:
        self.about.hide()
        self.add_card.open()
        self.ensureWidgetVisible(self.add_card)

    @Slot()
    def _on_add_closed(self) -> None:
        self.add_card.hide()
        self.add_button.setFocus()

    @Slot(object)
    def _on_added(self, therapy: Therapy) -> None:
        """Show the new treatment, and offer its side effects."""
        self.add_card.hide()
        card = self._card_of(therapy.id)
        if card is None:
            self.add_button.setFocus()
            return
        card.open()
        if card.blocks[therapy.id].has_side_effects:
            card.blocks[therapy.id].offer_side_effects()
        else:
            card.more.setFocus()

    @Slot()
    def _on_about_clicked(self) -> None:
        if self.about.isVisible():
            self._on_about_closed()
            return
        self.add_card.hide()
        self.about.open()
        self.ensureWidgetVisible(self.about)

    @Slot()
    def _on_about_closed(self) -> None:
        self.about.hide()
        self.about_button.setFocus()

    @Slot(object)
    def _on_card_removed(self, gone: TreatmentCard) -> None:
        """The focus goes to the next card; the list was read anew by then."""
        left = self.cards()
        place = min(gone.property("place") or 0, len(left) - 1)
        (left[place].more if left else self.add_button).setFocus()


def _drop(cards: dict[str, AnyCard], wanted: Collection[str]) -> None:
    """Take the cards away that are not wanted any more."""
    for key in [key for key in cards if key not in wanted]:
        card = cards.pop(key)
        card.hide()
        card.deleteLater()


def _place(layout: QVBoxLayout, cards: Sequence[TreatmentCard], name: str) -> None:
    """Put the cards into a layout in their order; those that stand right are not touched."""
    for number, card in enumerate(cards):
        card.setProperty("place", number)
        card.setObjectName(f"{name}_{number + 1}")
        for block_number, block in enumerate(card.blocks.values(), 1):
            block.setObjectName(
                f"{name}_{number + 1}" if len(card.blocks) == 1 else f"{name}_{number + 1}_{block_number}"
            )
        if layout.indexOf(card) != number:
            layout.insertWidget(number, card)
            card.show()
