"""Treatments: what I take, took, what changed."""

from mbc_journal.ui.treatments_page.page import TreatmentsPage

__all__ = ["TreatmentsPage"]
