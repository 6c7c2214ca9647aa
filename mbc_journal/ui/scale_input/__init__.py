"""One row for one scale, drawn by what its entry in resources/scales says."""

from collections.abc import Callable, Mapping

from mbc_journal.scales import Kind, Scale
from mbc_journal.ui.scale_input.level_row import LevelRow, YesNoRow
from mbc_journal.ui.scale_input.measure_row import CountRow, NumberRow
from mbc_journal.ui.scale_input.scale_row import ScaleRow, name_of
from mbc_journal.ui.theme import Theme

_ROWS: Mapping[Kind, Callable[[Scale, Theme], ScaleRow]] = {
    Kind.LEVEL: LevelRow,
    Kind.YES_NO: YesNoRow,
    Kind.COUNT: CountRow,
    Kind.NUMBER: NumberRow,
}


def make_input(scale: Scale, theme: Theme) -> ScaleRow:
    """The row in which `scale` is answered."""
    return _ROWS[scale.kind](scale, theme)


__all__ = ["CountRow", "LevelRow", "NumberRow", "ScaleRow", "YesNoRow", "make_input", "name_of"]
