"""Which page a key means, and which key a place in the window means. Decides; never draws."""

import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.records import Therapy
from mbc_journal.reference import idea_pages, pages
from mbc_journal.reference.library import Reference
from mbc_journal.reference.pages import View
from mbc_journal.reference.search import Group, Key
from mbc_journal.reference.texts import Topic


def view(reference: Reference, key: Key, today: dt.date, mine: Sequence[Drug], door_open: bool = False) -> View | None:
    """The page of a key; None for one this reference does not have."""
    drug, effect = reference.catalogue.get(key.id), reference.catalogue.effects.get(key.id)
    topic = topic_of(reference, key)
    if key.group is Group.TREATMENT and drug is not None:
        return pages.treatment(reference, drug, today)
    if key.group is Group.EFFECT and effect is not None:
        return pages.side_effect(reference, effect, mine)
    if key.group is Group.IDEA:
        return _idea(reference, key.id, today)
    if topic is not None:
        return pages.topic(reference, topic, today, door_open)
    if key.group is Group.KIND and key.id in dict(reference.catalogue.categories):
        return pages.category(reference, key.id, today)
    return None


def _idea(reference: Reference, idea_id: str, today: dt.date) -> View | None:
    if idea_id == idea_pages.ALL:
        return idea_pages.every_idea(reference)
    found = reference.ideas.get(idea_id)
    return idea_pages.idea(reference, found, today) if found is not None else None


def topic_of(reference: Reference, key: Key) -> Topic | None:
    """The topic that a page is, or begins with."""
    if key.group is Group.TOPIC:
        return reference.topic(key.id)
    return reference.topic_of(key.id) if key.group is Group.KIND else None


def has_door(reference: Reference, key: Key) -> bool:
    """Whether something on this page stands behind the outlook door."""
    topic = topic_of(reference, key)
    return topic is not None and bool(topic.closed_bullets)


def has_open_page(reference: Reference, key: Key) -> bool:
    """Whether anything of this page stands before the outlook door; only that is ever printed."""
    topic = topic_of(reference, key)
    return topic is None or bool(topic.open_bullets)


def key_of_therapy(therapies: Iterable[Therapy], row: UUID) -> Key | None:
    """The page of a treatment of hers, also one this reference no longer has; None if it is her own word."""
    drug_id = next((one.reference_id for one in therapies if one.id == row), "")
    return Key(Group.TREATMENT, drug_id) if drug_id else None


def key_of_scale(catalogue: Catalogue, scale_id: str) -> Key | None:
    """The page of the side effect that a scale logs."""
    ids = (one.id for one in catalogue.effects.values() if scale_id in (*one.log_ids, *one.measure_ids))
    found = next(ids, None)
    return Key(Group.EFFECT, found) if found is not None else None


def key_of_id(reference: Reference, page_id: str) -> Key | None:
    """The page of an id of the reference: a treatment, else a topic, a category, a side effect, an idea."""
    if reference.catalogue.get(page_id) is not None:
        return Key(Group.TREATMENT, page_id)
    if reference.topic(page_id) is not None:
        return Key(Group.TOPIC, page_id)
    if page_id in dict(reference.catalogue.categories):
        return Key(Group.KIND, page_id)
    if page_id in reference.catalogue.effects:
        return Key(Group.EFFECT, page_id)
    return Key(Group.IDEA, page_id) if reference.ideas.get(page_id) is not None else None


def key_of_entry(reference: Reference, entry: str) -> Key | None:
    """The page of an entry as a command line or a place names it: "fatigue", or "topic:palliative-care"."""
    group, colon, page_id = entry.partition(":")
    if not colon:
        return key_of_id(reference, entry)
    known = {
        Group.TREATMENT: {drug.id for drug in reference.catalogue.drugs},
        Group.TOPIC: {topic.id for topic in reference.topics},
        Group.KIND: set(dict(reference.catalogue.categories)),
        Group.EFFECT: set(reference.catalogue.effects),
        Group.IDEA: {idea_pages.ALL, *reference.ideas.titles},
    }
    return next((Key(one, page_id) for one, ids in known.items() if one == group and page_id in ids), None)
