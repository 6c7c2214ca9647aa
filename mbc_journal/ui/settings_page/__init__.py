"""The Settings page."""

from mbc_journal.ui.settings_page.page import SettingsPage

__all__ = ["SettingsPage"]
