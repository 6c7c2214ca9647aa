"""Matplotlib made ready once: our fonts, fixed settings, and the width of words."""

from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import TextToPath

POINTS = 72.0
"""Points in an inch: what matplotlib's sizes are in."""

_FAMILIES = ("Atkinson Hyperlegible", "Noto Sans")
_LAST_FAMILY = "DejaVu Sans"  # matplotlib's own, for a letter that ours lack
_MEASURED_AT = 100.0


def prepare(folder: Path) -> None:
    """Load the fonts of `folder` (resources/fonts) and fix every setting; called once, before the first Figure."""
    known = {font.name for font in fontManager.ttflist if Path(font.fname).parent == folder}
    if not known:
        for file in sorted(folder.glob("*.ttf")):
            fontManager.addfont(file)
        known = {font.name for font in fontManager.ttflist if Path(font.fname).parent == folder}
    mpl.rcParams.update(
        {
            "font.family": [*(name for name in _FAMILIES if name in known), _LAST_FAMILY],
            "text.parse_math": False,
            "text.hinting": "none",
            "svg.fonttype": "path",
            "svg.hashsalt": "care-journal",
            "hatch.linewidth": 0.7,
            "path.simplify": False,
        }
    )
    _em_width.cache_clear()


def font(size: float) -> FontProperties:
    """Our family at `size` points."""
    return FontProperties(family=mpl.rcParams["font.family"], size=size)


def text_width(text: str, size: float) -> float:
    """How wide a line of text is, in the unit of `size`."""
    return _em_width(text) * size


@lru_cache(maxsize=2048)
def _em_width(text: str) -> float:
    width, _height, _descent = TextToPath().get_text_width_height_descent(text, font(_MEASURED_AT), ismath=False)
    return float(width) / _MEASURED_AT
