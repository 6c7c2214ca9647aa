"""About my cancer: the places it has spread to, and answers of receptors, in words."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from mbc_journal import wording
from mbc_journal.problems import ResourceBroken
from mbc_journal.wording import N_, _

_ANSWERS = {"positive": N_("Positive"), "negative": N_("Negative"), "low": N_("Low"), "ultralow": N_("Ultralow")}
_OF_HER2 = ("low", "ultralow")


def receptor_answers(field: str) -> dict[str, str]:
    """The usual answers of a receptor by value, for `er`, `pr` and `her2`; any words may stand instead."""
    return {value: _(word) for value, word in _ANSWERS.items() if field == "her2" or value not in _OF_HER2}


def sites(folder: Path) -> Mapping[str, str]:
    """The places of spread that have a name: id to name, in the order of lists. Raises ResourceBroken."""
    path = folder / "sites.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {row["id"]: row["name"] for row in csv.DictReader(lines, strict=True)}
    except (OSError, ValueError, KeyError, csv.Error) as why:
        raise ResourceBroken(file=path.name, where="its start") from why


def places(chosen: Sequence[str], own: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Places chosen by id, then those in her own words; a place that has a name is kept by its id."""
    ids = {wording.say(name).casefold(): site for site, name in known.items()}
    return tuple(dict.fromkeys((*chosen, *(ids.get(words.casefold(), words) for words in own))))


def entries(text: str) -> tuple[str, ...]:
    """What was typed, one entry a line, each once."""
    return tuple(dict.fromkeys(line for part in text.splitlines() if (line := " ".join(part.split()))))
