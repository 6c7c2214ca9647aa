"""How the program looks and where it was left; nothing about the person is kept here."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from mbc_journal.files import why, write_whole
from mbc_journal.problems import CannotWrite
from mbc_journal.wording import N_, _, listed

TEXT_SIZES = (100, 115, 130, 150, 200)
"""Steps of the text size, in percent."""
COLOURS = ("system", "light", "dark", "contrast")
"""What the colours can follow."""
_LONGEST = 1 << 20  # bytes of a settings file that is still believed


def _setting(default: Any, label: str, explanation: str = "") -> Any:
    """A field of Settings with the words that the Settings page shows for it."""
    return field(default=default, metadata={"label": label, "help": explanation})


@dataclass(frozen=True)
class Settings:
    """All settings of the program; each field carries its label and help."""

    text_size: int = _setting(100, N_("Text size"), N_("In percent of the usual size."))
    colours: str = _setting("system", N_("Colours"), N_("Light, dark, high contrast, or as your computer has it."))
    less_motion: bool = _setting(False, N_("Less motion"), N_("Nothing slides or fades."))
    week_starts: int = _setting(1, N_("First day of the week"), N_("1 is Monday, 7 is Sunday."))
    last_journal: str = _setting("", N_("Last journal"))
    page: str = _setting("", N_("Page shown last"))
    window: tuple[int, int, int, int] | None = _setting(None, N_("Place of the window"))
    maximized: bool = _setting(False, N_("Window fills the screen"))


@dataclass(frozen=True)
class SettingsFile:
    """The settings on disk. What a newer version wrote into it is kept, and what is damaged is put aside."""

    path: Path

    def load(self) -> tuple[Settings, str]:
        """The settings, and a sentence for the person when something could not be read ("": all is well)."""
        if not os.path.lexists(self.path):
            return Settings(), ""
        try:
            found = self._read()
        except OSError as error:
            return Settings(), _("Your settings could not be read: {why}. The usual ones are used.").format(
                why=why(error)
            )
        except (ValueError, RecursionError):
            return Settings(), self._put_aside()
        return _taken(found)

    def save(self, settings: Settings) -> None:
        """Write `settings`, beside whatever else a newer version keeps there. Raises CannotWrite."""
        known = asdict(settings)
        text = json.dumps(self._unknown(known) | known, indent=2)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(path=self.path, why=why(error)) from error
        write_whole(self.path, text.encode() + b"\n")

    def _read(self) -> dict[str, Any]:
        """The object in the file; ValueError if it holds anything else."""
        if not self.path.is_file() or self.path.stat().st_size > _LONGEST:
            raise ValueError("not a settings file")
        found = json.loads(self.path.read_bytes())
        if not isinstance(found, dict):
            raise ValueError("not an object")
        return found

    def _unknown(self, known: Mapping[str, object]) -> dict[str, Any]:
        """What stands in the file under names this version does not know."""
        try:
            found = self._read()
        except (OSError, ValueError, RecursionError):
            return {}
        return {name: value for name, value in found.items() if name not in known}

    def _put_aside(self) -> str:
        """Keep the damaged file beside under another name, and say so."""
        aside = self.path.with_name(f"{self.path.name}.damaged")
        try:
            os.replace(self.path, aside)
        except OSError:
            return _("Your settings are damaged. The usual ones are used; your journal is not touched.")
        return _(
            "Your settings were damaged. The usual ones are used, and the old file is kept as {name}. "
            "Your journal is not touched."
        ).format(name=aside.name)


def _whole(value: object, allowed: Callable[[int], bool]) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and allowed(value)


def _is_place(value: object) -> bool:
    """Four numbers a window can have: left, top, width, height."""
    if not isinstance(value, list | tuple):
        return value is None
    return len(value) == 4 and all(_whole(part, lambda number: abs(number) < 100_000) for part in value)


_ALLOWED: Mapping[str, Callable[[object], bool]] = {
    "text_size": lambda value: _whole(value, TEXT_SIZES.__contains__),
    "colours": COLOURS.__contains__,
    "less_motion": lambda value: isinstance(value, bool),
    "week_starts": lambda value: _whole(value, range(1, 8).__contains__),
    "last_journal": lambda value: isinstance(value, str),
    "page": lambda value: isinstance(value, str),
    "window": _is_place,
    "maximized": lambda value: isinstance(value, bool),
}


def _taken(found: Mapping[str, Any]) -> tuple[Settings, str]:
    """Settings of the values that can be used, and a sentence naming the others."""
    good: dict[str, Any] = {}
    bad = []
    for known in fields(Settings):
        if known.name not in found:
            continue
        value = found[known.name]
        if _ALLOWED[known.name](value):
            good[known.name] = tuple(value) if isinstance(value, list) else value
        else:
            bad.append(_(known.metadata["label"]))
    said = _("This could not be read and is as usual now: {names}.").format(names=listed(bad)) if bad else ""
    return Settings(**good), said
