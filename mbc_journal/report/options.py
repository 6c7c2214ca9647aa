"""What the person chose for one print."""

from dataclasses import dataclass

from mbc_journal.call import Guide
from mbc_journal.reference import Reference
from mbc_journal.reference.search import Key
from mbc_journal.scales import Scales

A4, LETTER = "a4", "letter"


@dataclass(frozen=True, kw_only=True)
class Options:
    """The choices of the Print page. What is hidden on screen is printed only if `show_hidden` names it.

    What is the same for everyone is handed in: `guide` for Who to call; `reference`, and `entry` of it, for its pages.
    `paper` is "a4" or "letter", "" for the paper of the profile. `show_hidden` holds scale ids, "markers", "weight".
    """

    scales: Scales
    guide: Guide | None = None
    reference: Reference | None = None
    entry: Key | None = None
    paper: str = ""
    large: bool = False
    name_on_page: bool = False
    show_hidden: frozenset[str] = frozenset()
    include_matters: bool = True
    include_questions: bool = True
    include_symptoms: bool = True
    include_treatments: bool = True
    include_charts: bool = True
    include_measured: bool = True
    include_notes: bool = True
    include_allergies: bool = True
    week_starts: int = 0
