"""What a verb prints about an import: one object with exactly the keys of exchange.md."""

from collections.abc import Mapping
from typing import Any

from mbc_journal.problems import ChoiceMissing, ImportRefused
from mbc_journal.records import AttachmentData, Preview

_NOT_COUNTED = frozenset({"Step", "Profile", "ImportBatch", "ImportSource"})


def import_result(preview: Preview, written: Mapping[str, int], dry_run: bool = False) -> dict[str, Any]:
    """The result of bringing a file in; `written` counts the rows by record, as {"Therapy": 3}."""
    incoming = preview.incoming
    skipped = [
        {"what": skip.what, "reason": skip.reason, "count": skip.count, "where": list(skip.where)}
        for skip in incoming.skipped
    ]
    counted = (preview.new, preview.same, preview.conflict)
    native = incoming.format == "json"
    records = {
        name: count
        for name, count in written.items()
        if count and name != AttachmentData.__name__ and (native or name not in _NOT_COUNTED)
    }
    batch = None if dry_run or preview.batch is None else str(preview.batch)
    return {
        "format": incoming.format,
        **({"preset": incoming.preset} if incoming.preset else {}),
        "items": sum(sum(kinds.values()) for kinds in counted) + sum(skip.count for skip in incoming.skipped),
        "new": dict(preview.new),
        "same": dict(preview.same),
        "conflict": dict(preview.conflict),
        "skipped": skipped,
        "records": records,
        "warnings": list(incoming.warnings),
        "batch": batch,
        "restored": preview.restored,
    }


def refusal(problem: ImportRefused | ChoiceMissing) -> dict[str, Any]:
    """What is printed when a file cannot be brought in, or an answer is missing first."""
    return {
        "format": problem.facts.get("format") or None,
        "refused": problem.facts["word"],
        "say": str(problem),
        "choices": list(_texts(problem.facts.get("choices"))),
    }


def _texts(choices: object) -> list[str]:
    return [str(choice) for choice in choices] if isinstance(choices, list | tuple) else []
