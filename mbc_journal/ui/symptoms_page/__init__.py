"""Symptoms: each symptom over time, under its treatment bars."""

from mbc_journal.ui.symptoms_page.page import SymptomsPage

__all__ = ["SymptomsPage"]
