"""Where things are: our resources, and the person's data, state, cache and log folders."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "mbc-journal"


def resources() -> Path:
    """The folder of our data: beside this file in a wheel, one above it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


@dataclass(frozen=True)
class Paths:
    """The person's own folders; nothing is made until something is first written there."""

    data: Path
    config: Path
    state: Path
    cache: Path

    @classmethod
    def of_this_system(cls) -> "Paths":
        """The folders this system wants its programs to use."""
        return cls(
            data=platformdirs.user_data_path(_NAME, appauthor=False),
            config=platformdirs.user_config_path(_NAME, appauthor=False),
            state=platformdirs.user_state_path(_NAME, appauthor=False),
            cache=platformdirs.user_cache_path(_NAME, appauthor=False),
        )

    @classmethod
    def below(cls, home: Path) -> "Paths":
        """Folders of their own below `home`, so that nothing of the person's is touched."""
        return cls(data=home / "data", config=home / "config", state=home / "state", cache=home / "cache")

    @property
    def journal(self) -> Path:
        """Where the first journal is made."""
        return self.data / "journal.mbcj"

    @property
    def settings(self) -> Path:
        """The settings of the program; nothing about the person stands there."""
        return self.config / "settings.json"

    @property
    def reference(self) -> Path:
        """The references that were put in by hand."""
        return self.data / "reference"

    @property
    def log(self) -> Path:
        """The log, without any word of the journal."""
        return self.state / "log.txt"

    def keep_font_lists_here(self) -> None:
        """Let matplotlib keep its list of fonts in our cache; it reads where when it is first imported."""
        os.environ.setdefault("MPLCONFIGDIR", str(self.cache / "matplotlib"))

    def made(self, folder: Path) -> Path:
        """`folder`, made with mode 0700 if it is not there yet."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            os.chmod(folder, 0o700)
        return folder
