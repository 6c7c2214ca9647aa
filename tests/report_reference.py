"""Pages of the reference as they are printed, for the tests that look at them."""

from functools import cache

from mbc_journal import report
from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.records import Profile, Snapshot
from mbc_journal.reference import Reference
from mbc_journal.reference.idea_pages import ALL
from mbc_journal.reference.search import Group, Key
from tests.report_journals import SCALES, SPAN, TODAY

FOLDER = resources() / "reference" / "en"
REFERENCE = Reference(Catalogue.load(FOLDER))
CLOSED = Key(Group.TOPIC, "prognosis")  # all of it stands behind the door


def keys() -> list[Key]:
    """Every page that can be printed."""
    catalogue = REFERENCE.catalogue
    found = [Key(Group.TREATMENT, drug.id) for drug in catalogue.drugs]
    found += [Key(Group.KIND, kind) for kind, _name in catalogue.categories]
    found += [Key(Group.TOPIC, topic.id) for topic in REFERENCE.topics]
    found += [Key(Group.EFFECT, effect_id) for effect_id in catalogue.effects]
    found += [Key(Group.IDEA, name) for name in (ALL, *REFERENCE.ideas.titles)]
    return [key for key in found if key != CLOSED]


def anyone() -> Snapshot:
    """A journal with nothing in it."""
    return Snapshot(profile=Profile(), span=SPAN, today=TODAY)


def printed(key: Key, paper: str = "a4", large: bool = False, of: Reference = REFERENCE) -> report.Printout:
    """A page as it is printed."""
    options = report.Options(scales=SCALES, paper=paper, large=large, reference=of, entry=key)
    return report.render("reference", anyone(), options, TODAY)


@cache
def treatment(drug_id: str, paper: str = "a4", large: bool = False) -> report.Printout:
    """The page of a treatment, made once."""
    return printed(Key(Group.TREATMENT, drug_id), paper, large)
