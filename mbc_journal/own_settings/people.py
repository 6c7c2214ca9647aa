"""Who writes in this journal beside the person herself."""

from dataclasses import replace

from mbc_journal.problems import NotAllowed
from mbc_journal.records import ME, Profile
from mbc_journal.wording import _

LONGEST_NAME = 60
"""Letters of a helper's name: it stands beside every entry she writes."""


def with_helper(profile: Profile, name: str) -> Profile:
    """The profile with one more helper. Raises NotAllowed for no name, a long one, and one that is there."""
    return replace(profile, helpers=(*profile.helpers, _checked(name, profile.helpers)))


def with_helper_renamed(profile: Profile, old: str, name: str) -> Profile:
    """The profile with a helper under another name; what she wrote keeps the name it was signed with.

    Raises NotAllowed as `with_helper` does.
    """
    others = tuple(one for one in profile.helpers if one != old)
    new = _checked(name, others)
    return replace(profile, helpers=tuple(new if one == old else one for one in profile.helpers))


def without_helper(profile: Profile, name: str) -> Profile:
    """The profile without a helper; what she wrote stays signed."""
    return replace(profile, helpers=tuple(one for one in profile.helpers if one != name))


def _checked(name: str, others: tuple[str, ...]) -> str:
    clean = " ".join(name.replace("\0", "").split())
    if not clean:
        raise NotAllowed(why=_("Write the name first."))
    if len(clean) > LONGEST_NAME:
        more = len(clean) - LONGEST_NAME
        why = _("This is too long by {more} letters; {longest} fit here.")
        raise NotAllowed(why=why.format(more=more, longest=LONGEST_NAME))
    if clean.casefold() in (ME, _("Me").casefold()):
        raise NotAllowed(why=_("This name stands for you already. Write the helper's name."))
    if clean.casefold() in {one.casefold() for one in others}:
        raise NotAllowed(why=_("This name is there already."))
    return clean
