"""Which part of the page a test stands in, and what she chose to hide."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from mbc_journal import wording
from mbc_journal.records import Profile
from mbc_journal.scales import PREFIX, Group, Kind, Scale, Scales
from mbc_journal.wording import N_, _


class Section(StrEnum):
    """What can be chosen on the page, in its order."""

    LABS = "labs"
    MARKERS = "markers"
    VITALS = "vitals"
    SCANS = "scans"


SECTIONS = {
    Section.LABS: N_("Labs"), Section.MARKERS: N_("Markers"), Section.VITALS: N_("Vitals"), Section.SCANS: N_("Scans"),
}  # fmt: skip
TOPICS = {"markers": N_("Tumour markers"), "weight": N_("Weight")}
"""What Profile.hidden hides as a whole."""

_SECTION_OF = {
    Group.BLOOD: Section.LABS, Group.HEART: Section.LABS, Group.MARKER: Section.MARKERS,
    Group.VITAL: Section.VITALS, Group.SCORE: Section.VITALS,
}  # fmt: skip


def section_of(scale: Scale, scales: Scales) -> Section | None:
    """Where a scale stands; a test of one's own as the test of its name, else among the labs. None: on no list."""
    if scale.kind is not Kind.NUMBER:
        return None
    if scale.group is not Group.OTHER:
        return _SECTION_OF.get(scale.group)
    known = known_scale(scale, scales)
    return Section.LABS if known is None else _SECTION_OF.get(known.group, Section.LABS)


def ids_of(section: Section, ids: Iterable[str], scales: Scales) -> tuple[str, ...]:
    """Those of `ids` that stand in a section."""
    return tuple(one for one in ids if section_of(scales.get(one), scales) is section)


def hidden_by(scale: Scale, profile: Profile, scales: Scales) -> str:
    """What in Profile.hidden hides a scale: "markers", "weight" or its id; "" for one that is shown."""
    known = known_scale(scale, scales) or scale
    topics = [known.id, scale.id, *(["markers"] if known.group is Group.MARKER else [])]
    return next((topic for topic in topics if topic in profile.hidden), "")


def shown_again(profile: Profile, topic: str) -> Profile:
    """The profile that hides `topic` no more."""
    return replace(profile, hidden=tuple(one for one in profile.hidden if one != topic))


def topic_words(topic: str, scales: Scales) -> str:
    """The name of what is hidden."""
    return _(TOPICS[topic]) if topic in TOPICS else wording.say(scales.get(topic).label)


def one_of_her_own(scale: Scale) -> bool:
    """Whether a scale is no scale of the program."""
    return scale.id.startswith(PREFIX)


def known_scale(scale: Scale, scales: Scales) -> Scale | None:
    """The scale itself, or for one of her own the scale of the program with that name."""
    return scale if scale.group is not Group.OTHER else scales.named(scale.label)
