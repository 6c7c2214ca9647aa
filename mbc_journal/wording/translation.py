"""gettext for this program: `_()` when shown, `N_()` where a text is only marked."""

import gettext
from pathlib import Path

DOMAIN = "mbc_journal"


def use_translations(folder: Path) -> None:
    """Look for translations in `folder` (resources/locale); the language is the environment's."""
    gettext.bindtextdomain(DOMAIN, str(folder))


def _(text: str) -> str:
    """`text` in the person's language; an empty text stays empty."""
    return gettext.dgettext(DOMAIN, text) if text else ""


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark `text` for translation and leave it as it is."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the text that fits `count`, translated."""
    return gettext.dngettext(DOMAIN, one, many, count)


def say(text: str) -> str:
    """A text that came from resources (its own msgid), translated."""
    return _(text)
