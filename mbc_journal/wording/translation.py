"""gettext for this program: `_()` when shown, `N_()` where a text is only marked."""

import functools
import gettext
import os
from pathlib import Path

DOMAIN = "mbc_journal"

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language of a person stands, as gettext looks for it."""


def use_translations(folder: Path) -> None:
    """Look for translations in `folder` (resources/locale); the language is the environment's."""
    gettext.bindtextdomain(DOMAIN, str(folder))


def _(text: str) -> str:
    """`text` in the person's language; an empty text stays empty."""
    return _translation().gettext(text) if text else ""


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark `text` for translation and leave it as it is."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the text that fits `count`, translated."""
    return _translation().ngettext(one, many, count)


def say(text: str) -> str:
    """A text that came from resources (its own msgid), translated."""
    return _(text)


def _translation() -> gettext.NullTranslations:
    """The translation into the language of now; gettext alone would search the disk for it at every text."""
    return _found(gettext.bindtextdomain(DOMAIN), tuple(os.environ.get(name, "") for name in _VARIABLES))


@functools.cache
def _found(folder: str, _language: tuple[str, ...]) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, folder, fallback=True)
