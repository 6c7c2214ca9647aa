"""The press: from the data of a page to PDF and PNG. Its typst compilers are kept, so the second page is quick."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal, TypeVar

import typst

from mbc_journal.paths import resources

T = TypeVar("T")
_TEMPLATES = resources() / "report"
_FONTS = resources() / "fonts"


class Press:
    """One page template with the fonts it may use; safe to use from several threads."""

    def __init__(self, template: Path, system_fonts: bool) -> None:
        fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[str(_FONTS)])
        self._compiler = typst.Compiler(str(template), root=str(_TEMPLATES), font_paths=fonts)
        self._lock = Lock()

    def pdf(self, data: str, tagged_standard: bool = True) -> tuple[bytes, int, int]:
        """The PDF of `data`, which plan it took and how many pages it has; raises typst.TypstError."""
        with self._lock:
            made = self._made("pdf", data, pdf_standards=["ua-1"] if tagged_standard else [])
            return made[0], self._asked("<plan>"), self._asked("<pages>")

    def pngs(self, data: str, dpi: float) -> list[bytes]:
        """One PNG a page of the same data."""
        with self._lock:
            return self._made("png", data, ppi=dpi)

    def _made(self, form: Literal["pdf", "png"], data: str, **how: Any) -> list[bytes]:
        made = self._compiler.compile(format=form, sys_inputs={"data": data}, **how)
        pages = made if isinstance(made, list) else [made]
        return [page for page in pages if page is not None]

    def _asked(self, label: str) -> int:
        """A number the page says of itself; of the compile just made, so only under the lock."""
        return int(json.loads(self._compiler.query(label, field="value"))[0])


@cache
def press(page: str, system_fonts: bool = False) -> Press:
    """The press of a page, made on first use."""
    return Press(_TEMPLATES / f"{page}.typ", system_fonts)
