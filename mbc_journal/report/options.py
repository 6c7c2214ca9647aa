"""What the person chose for one print."""

from dataclasses import dataclass

from mbc_journal.scales import Scales

A4, LETTER = "a4", "letter"


@dataclass(frozen=True, kw_only=True)
class Options:
    """The choices of the Print page. What is hidden on screen is printed only if `show_hidden` names it.

    `paper` is "a4" or "letter", "" for the paper of the profile. `show_hidden` holds scale ids, "markers", "weight".
    """

    scales: Scales
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
