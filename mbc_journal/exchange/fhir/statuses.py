"""Which statuses R4 knows for each resource that is read, and which of them mean that something was not done."""

from collections.abc import Mapping
from typing import Any

from mbc_journal.exchange.fhir.values import Skip, child, children, text

_ERROR = "entered-in-error"
_VERIFIED = ("/condition-ver-status", "/allergyintolerance-verification")

_KNOWN: Mapping[str, tuple[str, ...]] = {
    "MedicationStatement": (
        "active", "completed", "intended", "stopped", "on-hold", "unknown", "not-taken",
    ),
    "MedicationRequest": ("active", "on-hold", "cancelled", "completed", "stopped", "draft", "unknown"),
    "MedicationAdministration": ("in-progress", "not-done", "on-hold", "completed", "stopped", "unknown"),
    "Observation": ("registered", "preliminary", "final", "amended", "corrected", "cancelled", "unknown"),
    "Procedure": ("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "unknown"),
    "Appointment": (
        "proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow", "checked-in", "waitlist",
    ),
    "QuestionnaireResponse": ("in-progress", "completed", "amended", "stopped"),
    "DocumentReference": ("current", "superseded"),
    "Goal": ("proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "rejected"),
    "Condition": ("unconfirmed", "provisional", "differential", "confirmed", "refuted"),
    "AllergyIntolerance": ("unconfirmed", "confirmed", "refuted"),
}  # fmt: skip

_NOT_DONE = frozenset({"cancelled", "draft", "not-taken", "not-done", "noshow", "rejected", "refuted"})


def status(resource: dict[str, Any]) -> str:
    """The status of a resource that counts; "" if it has none.

    Raises Skip: entered-in-error, not-done, or bad-value for a status that R4 does not know.
    """
    kind = text(resource, "resourceType")
    found = _stated(kind, resource)
    if found == _ERROR:
        raise Skip(_ERROR)
    if found and found not in _KNOWN.get(kind, (found,)):
        raise Skip("bad-value")
    if found in _NOT_DONE or resource.get("doNotPerform") is True:
        raise Skip("not-done")
    return found


def _stated(kind: str, resource: dict[str, Any]) -> str:
    """The word that counts; an error that is said anywhere comes before everything else."""
    said = [text(resource, name) for name in ("status", "docStatus", "verificationStatus")]
    verified = children(child(resource, "verificationStatus"), "coding")
    said += [text(coding, "code") for coding in verified]
    if _ERROR in said:
        return _ERROR
    if kind in ("Condition", "AllergyIntolerance"):
        ours = (text(coding, "code") for coding in verified if _is_ours(text(coding, "system")))
        return next(ours, text(resource, "verificationStatus"))
    name = "lifecycleStatus" if kind == "Goal" else "status"
    if name in resource and not text(resource, name):
        raise Skip("bad-value")
    return text(resource, name)


def _is_ours(system: str) -> bool:
    """Whether a system is that of the verification of a condition or an allergy; one not named is taken for it."""
    return not system or system.endswith(_VERIFIED)
