"""What a reader of foreign files looks things up in: scales, the reference's medicines, code tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.exchange.code_tables import ATC, CodeTables
from mbc_journal.exchange.medicine_names import Medicine, MedicineNames
from mbc_journal.records import Reading
from mbc_journal.scales import Scale, Scales

_GIVEN = frozenset({"mouth", "vein", "under-skin", "muscle", "mouth-rinse", "skin", "eye-drops"})


@dataclass(frozen=True)
class Knowledge:
    """Loaded once for each file that is read."""

    tables: CodeTables
    names: MedicineNames
    drugs: Mapping[str, Drug]
    by_loinc: Mapping[str, Scale]
    scales: Mapping[str, Scale]

    @classmethod
    def load(cls, resources: Path) -> Self:
        """Everything from the folder of our data. Raises ResourceBroken."""
        tables = CodeTables.load(resources / "codes")
        drugs = Catalogue.load(resources / "reference" / "en").drugs
        medicines = [Medicine(drug.id, drug.names) for drug in drugs if drug.route in _GIVEN and not drug.several]
        scales = Scales.load(resources / "scales")
        return cls(
            tables=tables,
            names=MedicineNames(medicines, _codes(tables, drugs)),
            drugs={drug.id: drug for drug in drugs},
            by_loinc=_loincs(scales),
            scales={scale.id: scale for scale in scales},
        )

    def looks_like_a_slip(self, reading: Reading) -> bool:
        """Whether a number is outside of the typing limits of its scale."""
        scale, value = self.scales.get(reading.scale), reading.value
        if scale is None or value is None:
            return False
        low, high = scale.typo_low, scale.typo_high
        return (low is not None and value < low) or (high is not None and value > high)


def _codes(tables: CodeTables, drugs: Iterable[Drug]) -> Mapping[str, frozenset[str]]:
    """The medicines each RxNorm or ATC code can mean; some ATC codes are shared by several."""
    found = {code: frozenset({drug_id}) for code, drug_id in tables.medicines.items()}
    for drug in drugs:
        if drug.atc and not drug.several:
            code = f"{ATC}|{drug.atc}"
            found[code] = found.get(code, frozenset()) | {drug.id}
    return found


def _loincs(scales: Scales) -> Mapping[str, Scale]:
    return {
        code: scale
        for scale in scales
        for code in (scale.loinc, *scale.loinc_read, *(other.loinc for other in scale.other_units))
        if code
    }
