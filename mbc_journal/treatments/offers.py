"""What is offered while a treatment is added: names of the reference, and its side effects as rows of Today."""

from dataclasses import dataclass, replace

from mbc_journal import check_in, wording
from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.records import Profile
from mbc_journal.scales import Scale, Scales


@dataclass(frozen=True)
class NameOffer:
    """A treatment that fits what was typed; `brand` is the brand meant, "" if the name was."""

    drug: Drug
    brand: str
    detail: str  # a few more words, translated


def names(catalogue: Catalogue, typed: str, limit: int = 8) -> tuple[NameOffer, ...]:
    """Treatments by generic or brand name, misspelt too; warnings are never offered."""
    found = [drug for drug in catalogue.find(typed, limit + 4) if drug.is_option]
    return tuple(_offer(catalogue, drug, typed) for drug in found[:limit])


def known(catalogue: Catalogue, typed: str) -> NameOffer | None:
    """The one treatment whose name or brand is exactly what was typed; None if there is none."""
    wanted = _plain(typed)
    return next((one for one in names(catalogue, typed, 4) if wanted in map(_plain, one.drug.names)), None)


def side_effects(drug: Drug, scales: Scales, private: bool = False) -> tuple[Scale, ...]:
    """The rows to offer for a treatment, those to ask first in front; private ones only on request."""
    ids = dict.fromkeys((*drug.offer_first, *drug.side_effects, *drug.measures))
    found = (scales.get(scale_id) for scale_id in ids)
    return tuple(scale for scale in found if scale.private is private)


def row_ids(profile: Profile, scales: Scales) -> tuple[str, ...]:
    """The rows of Today as they are asked now, hidden ones kept in place."""
    return profile.rows or tuple(scale.id for scale in check_in.rows(profile, scales))


def with_row(profile: Profile, scales: Scales, scale_id: str) -> Profile:
    """The profile asking one row more, and showing it if it was hidden."""
    rows = tuple(dict.fromkeys((*row_ids(profile, scales), scale_id)))
    return replace(profile, rows=rows, hidden=tuple(one for one in profile.hidden if one != scale_id))


def without_row(profile: Profile, scales: Scales, scale_id: str) -> Profile:
    """The profile asking one row less."""
    return replace(profile, rows=tuple(one for one in row_ids(profile, scales) if one != scale_id))


def _offer(catalogue: Catalogue, drug: Drug, typed: str) -> NameOffer:
    wanted = _plain(typed)
    begun = [brand for brand in drug.brands if wanted and _plain(brand).startswith(wanted)]
    exact = [brand for brand in begun if _plain(brand) == wanted]
    kind = wording.say(catalogue.category(drug.kind))
    detail = ", ".join([*begun[:1], kind[:1].lower() + kind[1:]])
    return NameOffer(drug, next(iter(exact or begun), ""), detail)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
