"""Reference: what a treatment is, when to call, what one may notice, and where that was read."""

from mbc_journal.ui.reference_page.page import ReferencePage

__all__ = ["ReferencePage"]
