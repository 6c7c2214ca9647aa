"""The tables of codes that are read and written, each seen with its name in a published table (resources/codes)."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mbc_journal.problems import ResourceBroken

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
ICD10 = ("http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10")
HGNC = ("http://www.genenames.org/geneId", "http://www.genenames.org")


@dataclass(frozen=True)
class UnitAlias:
    """How a unit is written in the world, and the UCUM code it means on some scales."""

    ucum: str
    only_for: frozenset[str]  # "any", "counts" or scale ids


@dataclass(frozen=True)
class CodeTables:
    """What codes are read as. Keys of `sites`, `answers` and `reasons` are "system|code"."""

    sites: Mapping[str, str]  # -> id of a site
    receptors: Mapping[str, str]  # LOINC -> er, pr, her2
    receptor_names: Mapping[str, str]  # er, pr, her2 -> name
    answers: Mapping[str, str]  # -> positive, negative
    reasons: Mapping[str, str]  # -> why a medicine was stopped
    medicines: Mapping[str, str]  # "system|code" -> id in the reference
    units: Mapping[str, tuple[UnitAlias, ...]]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The tables in `folder`. Raises ResourceBroken, naming the file."""
        receptors = list(_rows(folder / "receptors.csv", "id", "name", "loinc", "loinc_read"))
        return cls(
            sites=dict(_sites(folder)),
            receptors={code: row["id"] for row in receptors for code in _codes(row, "loinc", "loinc_read")},
            receptor_names={row["id"]: row["name"] for row in receptors},
            answers={
                code: row["value"]
                for row in _rows(folder / "receptor_answers.csv", "value", "read")
                for code in row["read"].split()
            },
            reasons={
                f"{SNOMED}|{row['snomed']}": row["id"]
                for row in _rows(folder / "stop_reasons.csv", "id", "snomed")
                if row["snomed"]
            },
            medicines={
                f"{RXNORM}|{code}": row["reference_id"]
                for row in _rows(folder / "rxnorm.csv", "reference_id", "rxcui", "rxcui_read")
                for code in _codes(row, "rxcui", "rxcui_read")
                if row["reference_id"]
            },
            units=_units(folder),
        )


def _rows(path: Path, *needed: str) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, strict=True)
            missing = set(needed) - set(table.fieldnames or ())
            if missing:
                raise ResourceBroken(file=path.name, where=f"its first line (no {sorted(missing)[0]})")
            yield from table
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise ResourceBroken(file=path.name, where="its start") from why


def _codes(row: Mapping[str, str], *columns: str) -> Iterator[str]:
    for column in columns:
        yield from row[column].split()


def _sites(folder: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(folder / "sites.csv", "id", "snomed", "snomed_read", "icd10cm_read"):
        for code in _codes(row, "snomed", "snomed_read"):
            yield f"{SNOMED}|{code}", row["id"]
        for code in _codes(row, "icd10cm_read"):
            for system in ICD10:
                yield f"{system}|{code}", row["id"]


def _units(folder: Path) -> Mapping[str, tuple[UnitAlias, ...]]:
    found: dict[str, tuple[UnitAlias, ...]] = {}
    for row in _rows(folder / "unit_aliases.csv", "written", "ucum", "only_for"):
        alias = UnitAlias(row["ucum"], frozenset(row["only_for"].split()))
        found[row["written"]] = (*found.get(row["written"], ()), alias)
    return found
