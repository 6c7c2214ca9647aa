"""The parts of an Observation: itself and its components, each with a name, codes and a number or words."""

from dataclasses import dataclass
from typing import Any

from mbc_journal.exchange.code_tables import LOINC
from mbc_journal.exchange.fhir.record import Record
from mbc_journal.exchange.fhir.values import (
    Amount,
    Skip,
    amount,
    child,
    children,
    codes_of,
    number,
    text,
    words,
)
from mbc_journal.scales import Kind, Scale
from mbc_journal.wording import _


@dataclass(frozen=True)
class Part:
    """A value with its name. `scale` is the one its LOINC code is read as; the name of a component has its parent's."""

    name: str
    scale: Scale | None
    amount: Amount | None
    words: str
    element: dict[str, Any]

    @property
    def said(self) -> str:
        """As one line of a note."""
        return f"{self.name}: {self.amount.text if self.amount else self.words}"


def parts(record: Record) -> list[Part]:
    """The parts that have a value and a name, the Observation itself first; a code without words is no value.

    Raises Skip: no-name (there are values, but none has a name), no-value (there are none), bad-value.
    """
    parent = words(child(record.resource, "code"))
    elements = [(record.resource, parent)]
    for component in children(record.resource, "component"):
        own = words(child(component, "code"))
        elements.append((component, f"{parent}: {own}" if parent and own else own))
    found: list[Part] = []
    nameless = False
    for element, name in elements:
        try:
            part = _part(record, element, name)
        except Skip as skip:
            if skip.reason != "no-name":
                raise
            nameless = True
            continue
        nameless = nameless or (part is not None and not part.name)
        found += [part] if part is not None and part.name else []
    if not found:
        raise Skip("no-name" if nameless else "no-value")
    return found


def _part(record: Record, element: dict[str, Any], name: str) -> Part | None:
    found, said = value(element)
    if not found and not said:
        return None
    known = (record.knowledge.by_loinc.get(code) for code in codes_of(child(element, "code"), LOINC))
    scale = next((scale for scale in known if scale and scale.kind is Kind.NUMBER), None)
    return Part(name or (scale.label if scale else ""), scale, found, said, element)


def value(element: dict[str, Any]) -> tuple[Amount | None, str]:
    """The number, or the words, that an element has as its value; neither: (None, "").

    Raises Skip: bad-value for a number that is none, no-name for a code without words.
    """
    if "valueQuantity" in element:
        return amount(element["valueQuantity"]), ""
    if "valueInteger" in element:
        whole = number(element["valueInteger"])
        return (None if whole is None else Amount(whole)), ""
    if "valueBoolean" in element:
        return None, _("Yes") if element["valueBoolean"] is True else _("No")
    concept = child(element, "valueCodeableConcept")
    if concept and not words(concept):
        raise Skip("no-name")
    return None, words(concept) or _simple(element) or _compound(element)


def _simple(element: dict[str, Any]) -> str:
    names = ("valueString", "valueDateTime", "valueTime")
    return next((said for name in names if (said := text(element, name))), "")


def _compound(element: dict[str, Any]) -> str:
    """A range or a ratio in words."""
    for name, first, last, between in (
        ("valueRange", "low", "high", " - "),
        ("valueRatio", "numerator", "denominator", ":"),
    ):
        ends = [amount(child(element, name).get(end)) for end in (first, last)]
        if any(ends):
            return between.join(end.text if end else "?" for end in ends)
    return ""
