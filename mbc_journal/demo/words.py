"""The sentences of the made-up journal, read from resources/demo."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Words = Mapping[str, Any]


def load(folder: Path) -> Words:
    """All sentences, as they stand in `folder`/en.json."""
    found: dict[str, Any] = json.loads((folder / "en.json").read_text(encoding="utf-8"))
    return found
