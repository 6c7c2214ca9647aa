"""One treatment of the reference, and the groups it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOT_RECOMMENDED = "not-recommended"
"""Status of entries that are warnings; they are never offered as a treatment."""


@dataclass(frozen=True)
class Kind:
    """A kind of treatment; its id is what a Therapy stores."""

    id: str
    name: str


@dataclass(frozen=True)
class Route:
    """How something is given; `medicine` tells drugs from procedures and care."""

    id: str
    name: str
    medicine: bool


@dataclass(frozen=True)
class DrugClass:
    """Treatments that work alike. `offer_first` and `measures` are scale ids to offer, never to add."""

    id: str
    name: str
    kind: str
    offer_first: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class SideEffect:
    """A side effect by our name, and the scales it can be logged on."""

    id: str
    label: str
    log_ids: tuple[str, ...]
    measure_ids: tuple[str, ...]


@dataclass(frozen=True)
class Approval:
    """Whether it is approved: a status for the program, a sentence for people."""

    status: str
    text: str


@dataclass(frozen=True)
class UsualPlan:
    """A usual pattern in words, and as a Step.schedule without the person's own keys. There is never a dose in it."""

    words: str
    plan: Mapping[str, Any]
    checked: bool


@dataclass(frozen=True, kw_only=True)
class Drug:
    """One medicine, procedure or other treatment of the reference.

    `offer_first`, `measures` and `side_effects` are scale ids looked up for it, unchecked side effects left out; all
    other fields are those of the file. Texts are msgids.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    brands: tuple[str, ...]
    class_id: str
    kind: str  # a Kind
    route: str  # a Route
    several: bool  # whether the entry speaks of more than one substance
    atc: str  # ATC code, "": none checked
    approval: Approval
    usual: str  # how often it is usually given, "": not known
    plans: tuple[UsualPlan, ...]
    effects: tuple[str, ...]  # ids of side effects, unchecked ones too
    offer_first: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    side_effects: tuple[str, ...] = ()
    unchecked: tuple[str, ...]  # fields that no read source supports, "*": all
    unchecked_effects: tuple[str, ...]
    checked: str  # ISO day of our check, "": not yet

    @property
    def title(self) -> str:
        """The name with a capital letter, to stand alone."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it can be found by: its own, other generic names, brands."""
        return (self.name, *self.other_names, *self.brands)

    @property
    def is_option(self) -> bool:
        """Whether it may be offered as a treatment; False for warnings."""
        return self.approval.status != NOT_RECOMMENDED

    @property
    def usual_plans(self) -> tuple[UsualPlan, ...]:
        """The usual plans that may fill a form; those no source supports are left out."""
        return tuple(plan for plan in self.plans if plan.checked)

    def is_checked(self, field: str) -> bool:
        """Whether a read source supports `field` of this entry (a name of the facts, as "schedule")."""
        return not {"*", field} & set(self.unchecked)
