"""resources/theme.json as frozen dataclasses; a missing or unknown key is refused with its place."""

import inspect
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from mbc_journal.problems import ResourceBroken

T = TypeVar("T")


@dataclass(frozen=True)
class Tokens:
    """The named colours of one theme, each "#RRGGBB"; `lines` are those of an overlay of up to four."""

    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    border: str
    hairline: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    link: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    disabled: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Fill:
    """A ground and the ink that is read on it."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Type:
    """Families in order, the smallest body size in points, steps in per cent, roles as factors of the body size."""

    families: tuple[str, ...]
    body_pt: int
    steps: tuple[int, ...]
    roles: Mapping[str, float]
    bold_roles: tuple[str, ...]


@dataclass(frozen=True)
class Sizes:
    """Lengths in pixels at 100 %, unless the name says em or units."""

    body: int
    unit: int
    unit_limit: float
    line: int
    chosen_line: int
    ring: int
    ring_gap: int
    dash_inset: int
    radius: int
    card_radius: int
    icon: int
    target: int
    target_units: int
    segment_width: int
    side_row: int
    side_row_limit: int
    scroll_bar: int
    mark: int
    page_em: float
    paragraph_em: float
    label_em: float


@dataclass(frozen=True)
class LookFile:
    """Everything theme.json says. `chosen` overrides the level fills where a theme marks every choice alike."""

    themes: Mapping[str, Tokens]
    levels: Mapping[str, tuple[Fill, ...]]
    chosen: Mapping[str, Fill]
    type: Type
    sizes: Sizes

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read theme.json at `path`. Raises ResourceBroken, naming the place."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as broken:
            raise ResourceBroken(file=path.name, where=str(broken)) from broken
        reader = _Reader(path.name)
        reader.refuse_strangers(cls, data, "")
        return cls(
            themes={name: reader.make(Tokens, part, f"themes/{name}") for name, part in data["themes"].items()},
            levels={
                name: tuple(reader.make(Fill, fill, f"levels/{name}") for fill in fills)
                for name, fills in data["levels"].items()
            },
            chosen={name: reader.make(Fill, part, f"chosen/{name}") for name, part in data["chosen"].items()},
            type=reader.make(Type, data["type"], "type"),
            sizes=reader.make(Sizes, data["sizes"], "sizes"),
        )


@dataclass(frozen=True)
class _Reader:
    """Makes dataclasses of parsed JSON; lists become tuples."""

    file: str

    def make(self, kind: type[T], data: Mapping[str, Any], where: str) -> T:
        """One `kind` of exactly the keys of `data`; else ResourceBroken with `where`."""
        self.refuse_strangers(kind, data, where)
        return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in data.items()})

    def refuse_strangers(self, kind: type, data: Mapping[str, Any], where: str) -> None:
        """ResourceBroken unless the keys of `data` are the fields of `kind`."""
        wrong = set(inspect.signature(kind).parameters) ^ set(data)
        if wrong:
            raise ResourceBroken(file=self.file, where=f"{where}: {', '.join(sorted(wrong))}")
