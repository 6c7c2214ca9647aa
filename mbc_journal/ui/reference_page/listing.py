"""What the list of the page holds: everything, her treatments first; or what was found."""

from collections.abc import Sequence

from mbc_journal import wording
from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.journaling import Idea
from mbc_journal.records import Therapy
from mbc_journal.reference import Reference
from mbc_journal.reference.idea_pages import ALL
from mbc_journal.reference.search import Found, Group, Hit, Key
from mbc_journal.ui.reference_page.contents import Line
from mbc_journal.wording import N_, _

_GROUPS = {
    Group.TREATMENT: N_("Treatments"),
    Group.KIND: N_("Kinds of treatment"),
    Group.EFFECT: N_("What you may notice"),
    Group.TOPIC: N_("Topics"),
    Group.IDEA: N_("Ideas that may help"),
    Group.TEXT: N_("Pages that speak of it"),
}


def everything(reference: Reference, own: Sequence[Drug | Therapy], outlook: bool) -> list[Line]:
    """Her treatments, all categories, all topics that introduce none; the door last, unless she refused it."""
    lines = [Line(_("My treatments")), *map(_own, own)] if own else []
    lines.append(Line(_("All treatments")))
    for kind, name in reference.catalogue.categories:
        lines.append(Line(wording.say(name), Key(Group.KIND, kind)))
    lines.append(Line(_("Topics")))
    lines.append(Line(_("Ideas that may help"), Key(Group.IDEA, ALL)))
    for topic in reference.topics:
        if not topic.kind and (outlook or not topic.opt_in):
            lines.append(Line(wording.say(topic.title), Key(Group.TOPIC, topic.id)))
    return lines


def by_class(catalogue: Catalogue, drugs: Sequence[Drug]) -> list[Line]:
    """Treatments of a category under the names of their classes."""
    lines: list[Line] = []
    for group in catalogue.groups.classes:
        of_it = [_drug(drug) for drug in drugs if drug.class_id == group.id]
        lines += [Line(wording.say(group.name)), *of_it] if of_it else []
    return lines


def plain(drugs: Sequence[Drug]) -> list[Line]:
    """Treatments as they come."""
    return [_drug(drug) for drug in drugs]


def ideas(listed: Sequence[Idea]) -> list[Line]:
    """Ideas as they come."""
    return [Line(wording.say(idea.title), Key(Group.IDEA, idea.id)) for idea in listed]


def effects(catalogue: Catalogue, ids: Sequence[str]) -> list[Line]:
    """Side effects as they come."""
    return [Line(wording.say(catalogue.effects[one].label), Key(Group.EFFECT, one)) for one in ids]


def found(result: Found) -> list[Line]:
    """What was found, by group; or what is spelled alike."""
    lines: list[Line] = []
    for group, hits in result.groups:
        lines += [Line(_(_GROUPS[group])), *map(_hit, hits)]
    if not lines:
        lines.append(Line(_("Nothing is called so. Nearest:") if result.near else _("Nothing is called so.")))
        lines += map(_hit, result.near)
    return lines


def _own(one: Drug | Therapy) -> Line:
    if isinstance(one, Drug):
        return _drug(one)
    return Line(one.name, Key(Group.TREATMENT, one.reference_id))


def _drug(drug: Drug) -> Line:
    return Line(wording.say(drug.title), Key(Group.TREATMENT, drug.id))


def _hit(hit: Hit) -> Line:
    return Line(wording.say(hit.title), hit.key)
