"""The widgets every page is made of."""

from mbc_journal.ui.widgets.announce import announce
from mbc_journal.ui.widgets.buttons import Button, FoldButton, LinkButton, PrimaryButton, SmallLink
from mbc_journal.ui.widgets.card import Card, PageColumn
from mbc_journal.ui.widgets.chip import CheckBox, Chip
from mbc_journal.ui.widgets.choice import Choice
from mbc_journal.ui.widgets.choice_input import ChoiceInput
from mbc_journal.ui.widgets.flow import FlowLayout, FlowRow
from mbc_journal.ui.widgets.focus_ring import OWN_RING, FocusRing
from mbc_journal.ui.widgets.labels import Heading, Hint, Label, Lead, LeadStrong, Muted, Problem, Rule, Strong, Title
from mbc_journal.ui.widgets.list_rows import add_row
from mbc_journal.ui.widgets.notice import Notice
from mbc_journal.ui.widgets.reading_order import go_on_reading
from mbc_journal.ui.widgets.rows import ROW_STOP, go_to_row
from mbc_journal.ui.widgets.segments import Segment
from mbc_journal.ui.widgets.track import Track

__all__ = [
    "OWN_RING", "ROW_STOP", "Button", "Card", "CheckBox", "Chip", "Choice", "ChoiceInput", "FlowLayout", "FlowRow",
    "FocusRing", "FoldButton", "Heading", "Hint", "Label", "Lead", "LeadStrong", "LinkButton", "Muted", "Notice",
    "PageColumn", "PrimaryButton", "Problem", "Rule", "Segment", "SmallLink", "Strong", "Title", "Track", "add_row",
    "announce", "go_on_reading", "go_to_row",
]  # fmt: skip
