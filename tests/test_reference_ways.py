"""How a page of the reference is named, and whether anything of it may be printed."""

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.search import Group, Key

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))


def test_an_entry_is_named_by_its_id_or_by_kind_and_id() -> None:
    catalogue = REFERENCE.catalogue
    for group, ids in (
        (Group.TREATMENT, [drug.id for drug in catalogue.drugs]),
        (Group.TOPIC, [topic.id for topic in REFERENCE.topics]),
        (Group.KIND, [kind for kind, _name in catalogue.categories]),
        (Group.EFFECT, list(catalogue.effects)),
    ):
        for one in ids:
            assert ways.key_of_entry(REFERENCE, f"{group}:{one}") == Key(group, one)
            found = ways.key_of_entry(REFERENCE, one)
            assert found is not None
            assert found.id == one
    assert ways.key_of_entry(REFERENCE, "palliative-care") == Key(Group.TREATMENT, "palliative-care")
    for unknown in ("", ":", "topic:", "topic:capecitabine", "text:fatigue", "nobody:fatigue", "fatigue:", "x"):
        assert ways.key_of_entry(REFERENCE, unknown) is None


def test_only_a_page_that_is_all_outlook_has_nothing_open() -> None:
    closed = [topic.id for topic in REFERENCE.topics if not ways.has_open_page(REFERENCE, Key(Group.TOPIC, topic.id))]
    assert closed == ["prognosis"]
    for group in Group:
        if group is not Group.TOPIC:
            assert ways.has_open_page(REFERENCE, Key(group, "surgery"))
