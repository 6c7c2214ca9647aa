"""Looking into a printed PDF with tools that are not ours: poppler and pikepdf."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest

needs_poppler = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("pdfinfo", "pdffonts", "pdftotext", "pdftoppm")),
    reason="poppler-utils is missing (pdfinfo, pdffonts, pdftotext, pdftoppm)",
)
MM = 72 / 25.4
_HTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """One word of a page and its box, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Word") -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1.5 and high > 5


def poppler(tool: str, pdf: bytes, folder: Path, *options: str) -> str:
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    order = [tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])]
    return subprocess.run(order, capture_output=True, check=True, timeout=60).stdout.decode()


def info(pdf: bytes, folder: Path) -> dict[str, str]:
    lines = poppler("pdfinfo", pdf, folder).splitlines()
    return {name.strip(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}


def raw_text(pdf: bytes, folder: Path) -> str:
    return poppler("pdftotext", pdf, folder, "-raw")


def words(pdf: bytes, folder: Path) -> list[list[Word]]:
    tree = ElementTree.fromstring(poppler("pdftotext", pdf, folder, "-bbox"))
    return [[_word(word) for word in page.iter(f"{_HTML}word")] for page in tree.iter(f"{_HTML}page")]


def _word(element: ElementTree.Element) -> Word:
    box = [float(element.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax")]
    return Word(element.text or "", *box)


def tags(pdf: bytes) -> list[tuple[str, dict[str, Any]]]:
    """The structure elements of a PDF in reading order: their tag and what stands with it."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [(tag, more) for tag, more in _walk(file.Root.StructTreeRoot)]


def _walk(element: pikepdf.Object) -> Iterator[tuple[str, dict[str, Any]]]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid["/S"])[1:], {"alt": str(kid.get("/Alt", "")), "scope": _scope(kid)}
            yield from _walk(kid)


def _scope(element: pikepdf.Object) -> str:
    attributes = element.get("/A")
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(one, pikepdf.Dictionary) and "/Scope" in one:
            return str(one["/Scope"])[1:]
    return ""


def root(pdf: bytes) -> dict[str, Any]:
    """Language, title in the window, PDF/UA part, title and other metadata."""
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_metadata() as metadata:
        return {
            "lang": str(file.Root.get("/Lang", "")),
            "shows_title": bool(file.Root.ViewerPreferences.get("/DisplayDocTitle", False)),
            "ua": metadata.get("pdfuaid:part", ""),
            "title": metadata.get("dc:title", ""),
            "metadata": {str(key): str(value) for key, value in metadata.items()},
            "info": {str(key): str(value) for key, value in file.docinfo.items()},
        }


@dataclass(frozen=True)
class Picture:
    """The RGB bytes of a page."""

    width: int
    height: int
    rgb: bytes

    @property
    def first_ink(self) -> tuple[int, int]:
        """The first row and the first column that something dark is on."""
        dark = [place // 3 for place, value in enumerate(self.rgb) if value < 128]
        return min(dark) // self.width, min(place % self.width for place in dark)

    def is_white(self, left: int, right: int) -> bool:
        """Whether nothing is drawn from column `left` up to, not in, column `right`."""
        line = 3 * self.width
        white = b"\xff" * (3 * (right - left))
        return all(self.rgb[row * line + 3 * left : row * line + 3 * right] == white for row in range(self.height))


def pictures(pdf: bytes, folder: Path, dpi: int) -> list[Picture]:
    (folder / "page.pdf").write_bytes(pdf)
    order = ["pdftoppm", "-r", str(dpi), str(folder / "page.pdf"), str(folder / "picture")]
    subprocess.run(order, check=True, timeout=60)
    return [_picture(path.read_bytes()) for path in sorted(folder.glob("picture*.ppm"))]


def _picture(data: bytes) -> Picture:
    header, rgb = data.split(b"\n255\n", 1)
    kind, width, height = header.split()
    assert kind == b"P6"
    return Picture(int(width), int(height), rgb)
