"""The person's own numbers, and what her team told her, as rows say them."""

from collections.abc import Sequence
from dataclasses import replace

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Comparison, Contact, PlanRule
from mbc_journal.scales import Kind, Scale
from mbc_journal.wording import N_, _

EMERGENCY_ROLE = "emergency number"
"""The role of the one contact that is the emergency number a person chose."""

COMPARISONS = {
    Comparison.AT_OR_ABOVE: N_("at or above"),
    Comparison.ABOVE: N_("above"),
    Comparison.AT_OR_BELOW: N_("at or below"),
    Comparison.BELOW: N_("below"),
}
"""Comparisons in words."""


def numbers(contacts: Sequence[Contact]) -> list[Contact]:
    """The person's own numbers, the first first; the emergency number is not among them."""
    chosen = emergency(contacts)
    return [contact for contact in contacts if contact is not chosen]


def emergency(contacts: Sequence[Contact]) -> Contact | None:
    """The emergency number that was chosen; None until one was."""
    return next((contact for contact in contacts if contact.role == EMERGENCY_ROLE), None)


def chosen_emergency(old: Contact | None, number: str) -> Contact:
    """The contact that says which emergency number was chosen."""
    return replace(old or Contact(role=EMERGENCY_ROLE, emergency=True), phone=number)


def called_first(contacts: Sequence[Contact], first: Contact) -> list[Contact]:
    """The contacts that change when `first` is the one to call first; there is only one such."""
    wanted = ((contact, contact.id == first.id) for contact in numbers(contacts))
    return [replace(contact, call_first=flag) for contact, flag in wanted if contact.call_first is not flag]


def contact_name(contact: Contact) -> str:
    """What a number is called: its role, else its name, else the number itself."""
    return contact.role or contact.name or contact.phone


def contact_words(contact: Contact) -> str:
    """As "24-hour line, 555 0100"."""
    return ", ".join(dict.fromkeys(part for part in (contact_name(contact), contact.phone) if part))


def limit_text(rule: PlanRule, scale: Scale) -> str:
    """The limit of a rule as it was told: "38.0 °C", "Severe", "4 times a day"."""
    if scale.kind is Kind.LEVEL and rule.value in range(len(scale.words)):
        return scale.say_level(int(rule.value))
    if scale.kind is Kind.NUMBER:
        return wording.amount(rule.value, rule.unit or scale.unit)
    return scale.say_value(rule.value)


def rule_title(rule: PlanRule, scale: Scale) -> str:
    """As "Temperature at or above 38.0 °C"."""
    return _("{scale} {comparison} {limit}").format(
        scale=wording.say(scale.label), comparison=_(COMPARISONS[rule.comparison]), limit=limit_text(rule, scale)
    )


def doubt(scale: Scale, text: str, unit: str) -> str:
    """What to ask once about a limit that may be a typing slip, as "Is 382 right?"; "" if nothing is odd."""
    try:
        return scale.check(text, unit).doubt
    except NotAllowed:
        return ""


def may_have_rule(scale: Scale) -> bool:
    """Whether a team can name a limit of this scale: levels, counts and numbers."""
    return scale.kind in (Kind.LEVEL, Kind.COUNT, Kind.NUMBER)
