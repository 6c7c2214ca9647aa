"""The widgets every page is made of."""

from mbc_journal.ui.widgets.labels import Heading, Hint, Label, Lead, LeadStrong, Muted, Problem, Rule, Strong, Title

__all__ = ["Heading", "Hint", "Label", "Lead", "LeadStrong", "Muted", "Problem", "Rule", "Strong", "Title"]
