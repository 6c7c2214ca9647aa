"""The look: colours, type and sizes of resources/theme.json, handed to every widget as one `Theme`."""

from mbc_journal.ui.theme.look_file import Fill, LookFile, Sizes, Tokens
from mbc_journal.ui.theme.theme import Theme, ThemeSettings

__all__ = ["Fill", "LookFile", "Sizes", "Theme", "ThemeSettings", "Tokens"]
