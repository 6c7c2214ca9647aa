"""What stands in the checkout beside the code: the top, the resources, the documents."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.words import BANNED
from tests.surroundings import ROOT

TOP = frozenset((
    "pyproject.toml", "constraints.txt", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "NOTICE", ".ci", ".gitignore", "mbc_journal", "resources", "tests", "bench",
))  # fmt: skip
RESOURCES = frozenset((
    "reference", "scales", "codes", "schemas", "report", "theme.json", "icons", "fonts", "locale", "licences",
    "pictures", "demo", "help",
))  # fmt: skip
_OTHER_SETTINGS = re.compile(
    r"setup\.(py|cfg)|tox\.ini|pytest\.ini|mypy\.ini|\.?ruff\.toml|\.coveragerc|requirements.*\.txt"
)
_REGISTRY = re.compile(
    r"pypi\.org|pythonhosted|--(extra-)?index-url|--find-links|registry\.npmjs|debian\.org|--hash=|@ (file|https?):"
)
_MACHINE = re.compile(r"(?<![\w.$}])/(work|home/[a-z]{2,}|Users/\w+|root)/")
_TEXTS = frozenset({".py", ".md", ".toml", ".txt", ".json", ".csv", ".typ", ".svg", ""})
_SAMPLES = ("tests/house/", "tests/test_tree.py")


def files(root: Path = ROOT) -> list[Path]:
    """The files of the checkout that git would keep, as paths below it."""
    parts = [root / name for name in sorted(TOP)]
    found = [path for part in parts for path in ([part] if part.is_file() else part.rglob("*"))]
    return [path.relative_to(root) for path in found if path.is_file() and "__pycache__" not in path.parts]


def texts(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Path and text of every text file that is ours; licences and the samples of these rules are left out."""
    for path in files(root):
        ours = path.suffix in _TEXTS and "licences" not in path.parts and not path.name.startswith(("LICENSE", "OFL"))
        if ours and not path.as_posix().startswith(_SAMPLES):
            yield path.as_posix(), (root / path).read_text(encoding="utf-8")


def unknown_at_the_top(names: list[str]) -> list[str]:
    """Names at the top of the checkout that the house does not know; what git ignores is left alone."""
    ignored = (".git", ".venv", "build", "dist", "__pycache__", ".coverage")
    caches = ("_cache", ".egg-info", ".hypothesis")
    return [name for name in names if name not in TOP and name not in ignored and not name.endswith(caches)]


def other_settings(names: list[str]) -> list[str]:
    """Files that would configure a tool beside pyproject.toml."""
    return [name for name in names if _OTHER_SETTINGS.fullmatch(Path(name).name)]


def addresses(path: str, text: str) -> list[str]:
    """Lines that name a package registry or a folder of somebody's machine."""
    return [
        f"{path}:{number} {line.strip()[:80]}"
        for number, line in enumerate(text.splitlines(), 1)
        if _REGISTRY.search(line) or _MACHINE.search(line)
    ]


def unkind(path: str, text: str) -> list[str]:
    """Words that are not said here, in what is shipped as data."""
    said = "\n".join(_strings(json.loads(text))) if path.endswith(".json") else text
    return [f"{path}: {found}" for found in sorted(set(BANNED.findall(said)))]


def _strings(value: object) -> Iterator[str]:
    """The texts of a JSON value; addresses and titles of sources are quoted as they are."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("url", "title", "publisher", "note"):
                yield from _strings(item)


def loads_packages(path: str, text: str) -> list[str]:
    """Printed pages that would fetch a package."""
    return [f"{path}: @preview"] if path.endswith(".typ") and "@preview" in text else []
