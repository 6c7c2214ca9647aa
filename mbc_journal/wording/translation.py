"""gettext for this program: `_()` when shown, `N_()` where a text is only marked."""

import functools
import gettext
from pathlib import Path

DOMAIN = "mbc_journal"


def use_translations(folder: Path) -> None:
    """Look for translations in `folder` (resources/locale); the language is that of the environment now."""
    gettext.bindtextdomain(DOMAIN, str(folder))
    _translation.cache_clear()


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


@functools.cache
def _translation() -> gettext.NullTranslations:
    """The translation in use; gettext alone would search the disk for it at every text."""
    return gettext.translation(DOMAIN, gettext.bindtextdomain(DOMAIN), fallback=True)
