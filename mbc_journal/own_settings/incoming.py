"""What a file would bring, in words: a line a kind, and what is left out with its reason."""

from collections.abc import Mapping

from mbc_journal.records import Incoming, Preview
from mbc_journal.wording import N_, _, listed, ngettext

_KINDS: Mapping[str, str] = {
    "medicine": N_("Medicines"), "reading": N_("Numbers and answers"), "condition": N_("Illnesses, as notes"),
    "site": N_("Where the cancer is"), "receptor": N_("Receptors"), "result": N_("Results in words, as notes"),
    "note": N_("Notes"), "procedure": N_("Procedures"), "visit": N_("Visits"), "allergy": N_("Allergies"),
    "profile": N_("About you"), "answers": N_("Questionnaires, as notes"), "goal": N_("Goals, as notes"),
    "Profile": N_("About you"), "Therapy": N_("Treatments"), "Step": N_("Changes of treatments"),
    "Dose": N_("Doses"), "Supply": N_("Supplies"), "Reading": N_("Numbers and answers"), "Day": N_("Days"),
    "Note": N_("Notes"), "Visit": N_("Visits"), "Question": N_("Questions"), "Contact": N_("Numbers to call"),
    "Scan": N_("Scans"), "Biopsy": N_("Biopsies"), "PlanRule": N_("What my team told me"),
    "Attachment": N_("Photos and files"), "ImportBatch": N_("Files brought in before"),
    "ImportSource": N_("Where entries came from"),
}  # fmt: skip
_REASONS: Mapping[str, str] = {
    "not-kept": N_("the journal does not keep this"), "part-of-another": N_("part of another entry"),
    "entered-in-error": N_("marked as a mistake in the file"), "not-done": N_("was not done"),
    "says-none": N_("says there is none"), "no-name": N_("has no name"), "no-date": N_("has no day"),
    "no-value": N_("has no value"), "bad-date": N_("its day cannot be read"),
    "bad-value": N_("its value cannot be read"), "bad-line": N_("the line cannot be read"),
    "computed": N_("worked out from other numbers"), "too-long": N_("too long"), "unticked": N_("not wanted"),
}  # fmt: skip
_NAMED = 3


def summary(seen: Preview) -> str:
    """What bringing the file in comes to, in one sentence."""
    new = sum(seen.new.values())
    if not seen.rows:
        return _("Nothing in this file is new. Your journal stays as it is.")
    if seen.restored:
        text = ngettext(
            "{count} entry. Your journal is empty, so it takes the file as it is.",
            "{count} entries. Your journal is empty, so it takes the file as it is.",
            new,
        )
    else:
        text = ngettext(
            "{count} new entry. What is yours stays as it is.",
            "{count} new entries. What is yours stays as it is.",
            new,
        )
    return text.format(count=new)


def kind_lines(seen: Preview) -> list[tuple[str, str]]:
    """For each kind its name, and as "60 new, 2 known, 1 differs and stays yours"."""
    kinds = list(dict.fromkeys((*seen.new, *seen.same, *seen.conflict)))
    return [(_(_KINDS[kind]) if kind in _KINDS else kind, _counts(seen, kind)) for kind in kinds]


def _counts(seen: Preview, kind: str) -> str:
    new, same, other = seen.new.get(kind, 0), seen.same.get(kind, 0), seen.conflict.get(kind, 0)
    parts = []
    if new:
        parts.append(_("{count} new").format(count=new))
    if same:
        parts.append(_("{count} known").format(count=same))
    if other:
        differ = ngettext("{count} differs and stays yours", "{count} differ and stay yours", other)
        parts.append(differ.format(count=other))
    return ", ".join(parts)


def skipped_lines(incoming: Incoming) -> list[str]:
    """As "3 Observation: has no value (entry 12, entry 15 ...)"."""
    return [_skipped(skip.what, skip.reason, skip.count, skip.where) for skip in incoming.skipped]


def _skipped(what: str, reason: str, count: int, where: tuple[str, ...]) -> str:
    why = _(_REASONS[reason]) if reason in _REASONS else reason
    text = _("{count} {what}: {why}").format(count=count, what=what, why=why)
    if not where:
        return text
    named = listed(where) if count <= _NAMED else f"{', '.join(where[:_NAMED])} \u2026"
    return _("{line} ({where})").format(line=text, where=named)
