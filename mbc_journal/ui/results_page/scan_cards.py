"""Scans and tissue samples in rows, the newest first."""

from mbc_journal import results, wording
from mbc_journal.records import Biopsy, Scan
from mbc_journal.treatments import receptor_answers
from mbc_journal.ui.call_page.record_row import Face
from mbc_journal.ui.call_page.rows_card import RowsCard
from mbc_journal.ui.results_page.scan_panels import RECEPTORS, BiopsyPanel, ScanPanel
from mbc_journal.ui.widgets import Hint, Label, Muted, Strong
from mbc_journal.wording import _


class ScansCard(RowsCard[Scan]):
    """Scans, the newest first."""

    def face(self, record: Scan) -> Face:
        """Kind, day, waiting or result, what she was told."""
        title = results.scan_title(record)
        worry = "" if record.worry is None else _("Worry while waiting: {number} of 10").format(number=record.worry)
        lines: list[tuple[type[Label], str]] = [
            (Strong, title),
            (Muted, _(results.SCAN_STATES[record.state])),
            (Label, record.told),
            (Hint, worry),
        ]
        return Face(title, tuple((kind, text) for kind, text in lines if text))

    def new_panel(self, record: Scan | None) -> ScanPanel:
        """The fields of a scan."""
        return ScanPanel(record, self.writer, self.desk)

    def act_name(self, record: Scan) -> str:
        """What Undo calls the scan."""
        return wording.act(_("Scan"), results.scan_title(record))


class BiopsiesCard(RowsCard[Biopsy]):
    """Tissue samples, the newest first."""

    def face(self, record: Biopsy) -> Face:
        """Day, place, what the report says."""
        title = results.biopsy_title(record)
        lines: list[tuple[type[Label], str]] = [
            (Strong, title),
            (Label, ", ".join(_receptors(record))),
            (Label, ", ".join(record.biomarkers)),
            (Muted, record.note),
        ]
        return Face(title, tuple((kind, text) for kind, text in lines if text))

    def new_panel(self, record: Biopsy | None) -> BiopsyPanel:
        """The fields of a sample."""
        return BiopsyPanel(record, self.writer, self.desk)

    def act_name(self, record: Biopsy) -> str:
        """What Undo calls the sample."""
        return wording.act(_("Biopsy"), results.biopsy_title(record))


def _receptors(biopsy: Biopsy) -> list[str]:
    """As "HER2: Low", for each receptor the report speaks of."""
    said = {name: str(getattr(biopsy, name)) for name in RECEPTORS if getattr(biopsy, name)}
    return [f"{_(RECEPTORS[name])}: {receptor_answers(name).get(value, value)}" for name, value in said.items()]
