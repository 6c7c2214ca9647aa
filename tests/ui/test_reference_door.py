"""The outlook door: nothing behind it is seen, found or heard until she asks, each time anew."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mbc_journal.catalogue import Catalogue
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.search import Group, Index, Key
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.signals import Place
from tests.ui.reference_hands import click, listed, searched, told

Open = Callable[..., ReferencePage]
FIGURE = re.compile(r"\d+(?:\.\d+)?%|\d+(?:\.\d+)? months")
DOORS = ("prognosis", "surgery", "palliative-care")


@pytest.fixture(scope="module")
def reference(catalogue: Catalogue) -> Reference:
    return Reference(catalogue)


@pytest.fixture(scope="module")
def closed(reference: Reference) -> tuple[str, ...]:
    """What stands behind the door, in words."""
    return tuple(bullet.text for topic in reference.topics for bullet in topic.closed_bullets)


@pytest.fixture(scope="module")
def figures(closed: tuple[str, ...]) -> set[str]:
    return {figure for text in closed for figure in FIGURE.findall(text)}


def keys(reference: Reference) -> Iterator[Key]:
    catalogue = reference.catalogue
    yield from (Key(Group.TREATMENT, drug.id) for drug in catalogue.drugs)
    yield from (Key(Group.KIND, kind) for kind, _name in catalogue.categories)
    yield from (Key(Group.EFFECT, effect) for effect in catalogue.effects)
    yield from (Key(Group.TOPIC, topic.id) for topic in reference.topics)


def test_a_crawl_of_every_page_finds_no_outlook_figure(
    reference: Reference, closed: tuple[str, ...], figures: set[str], clock_day: dt.date
) -> None:
    for key in keys(reference):
        view = ways.view(reference, key, clock_day, ())
        assert view is not None, key
        parts = (*view.parts, *view.call)
        said = [view.title, view.beside, view.status, *view.questions, *view.sources, *(one.text for one in view.line)]
        said += [text for part in parts for text in (part.title, part.lead, *(line.text for line in part.lines))]
        assert not set(said) & set(closed), key
        assert not {figure for text in said for figure in FIGURE.findall(text)} & figures, key


@pytest.fixture
def clock_day() -> dt.date:
    return dt.date(2026, 3, 4)


def test_no_search_finds_what_is_behind_the_door(reference: Reference, closed: tuple[str, ...]) -> None:
    index = Index(reference)
    words = {word for text in closed for word in re.findall(r"[\w.%]+", text)} | {"survival", "outlook", "prognosis"}
    for word in sorted(words | set(closed)):
        found = index.find(word)
        assert "prognosis" not in {hit.key.id for hit in (*found.hits, *found.near)}, word


@pytest.mark.parametrize("topic", DOORS)
def test_what_is_behind_the_door_is_not_on_the_page(
    open_page: Open, figures: set[str], closed: tuple[str, ...], topic: str
) -> None:
    page = open_page(ReferencePage)
    page.contents.wanted.emit(Key(Group.TOPIC, topic))
    words = told(page)
    assert "Some people want numbers, some do not." in words
    assert not set(FIGURE.findall(words)) & figures
    assert not [text for text in closed if text in words]


@pytest.mark.parametrize("topic", DOORS)
def test_show_me_opens_it_until_the_page_is_left(open_page: Open, reference: Reference, topic: str) -> None:
    page = open_page(ReferencePage)
    page.contents.wanted.emit(Key(Group.TOPIC, topic))
    shown = reference.topic(topic)
    assert shown is not None
    click(page, "outlook_show_me")
    assert all(bullet.text in told(page) for bullet in shown.closed_bullets)
    assert page.findChild(QWidget, "outlook_door") is None
    page.hide()
    page.show()
    assert not [bullet for bullet in shown.closed_bullets if bullet.text in told(page)]
    assert page.findChild(QWidget, "outlook_door") is not None


def test_leaving_is_one_key(open_page: Open, closed: tuple[str, ...]) -> None:
    page = open_page(ReferencePage)
    page.go_to(Place("reference", verb="prognosis"))
    click(page, "outlook_show_me")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not [text for text in closed if text in told(page)]


def test_not_now_goes_back_to_the_list_and_writes_nothing(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage)
    page.go_to(Place("reference", verb="prognosis"))
    click(page, "outlook_not_now")
    assert "Outlook figures" in listed(page)
    assert journal.ask(questions.profile).hidden == ()


def test_do_not_offer_again_takes_every_door_away_and_undo_brings_it_back(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage, Profile(rows=("pain",)))
    page.go_to(Place("reference", verb="prognosis"))
    click(page, "outlook_never")
    assert "Outlook figures" not in listed(page)
    assert journal.ask(questions.profile).hidden == ("outlook",)
    page.go_to(Place("reference", verb="surgery"))
    assert page.findChild(QWidget, "outlook_door") is None
    journal.undo()
    assert "Outlook figures" in listed(page)
    assert journal.ask(questions.profile).rows == ("pain",)


def test_a_search_for_it_names_no_page_of_it(open_page: Open) -> None:
    page = open_page(ReferencePage)
    assert "Outlook figures" not in searched(page, "outlook figures")
