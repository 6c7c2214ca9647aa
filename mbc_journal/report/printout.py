"""What comes of a print: the PDF, its pictures, its text."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import typst

from mbc_journal.report.blocks import spoken_blocks
from mbc_journal.report.press import Press, press
from mbc_journal.report.spoken import spoken
from mbc_journal.wording import _
from mbc_journal.wording.printable import has_unknown_letters, without_unknown_letters

_FILES = {"brief": "visit-brief", "reference": "reference-page", "who_to_call": "who-to-call"}


@dataclass(frozen=True)
class Printout:
    """A finished page or pages. `text` says the same in its order; `name` is what a file of it is called.

    `remark` is a sentence to show where something could not be printed as it should, else "".
    """

    pdf: bytes
    pages: int
    plan: int
    text: str
    name: str
    paper: str
    remark: str
    data: str
    press: Press

    def pngs(self, dpi: float) -> list[bytes]:
        """One PNG a page, of the same data as the PDF."""
        return self.press.pngs(self.data, dpi)


def printout(page: str, data: dict[str, Any], day: dt.date) -> Printout:
    """`data` printed by the template of `page`. Letters that no font has become U+FFFD, and the page says so."""
    name = f"{_FILES[page]}-{day.isoformat()}.pdf"
    if not has_unknown_letters(_all_text(data)):
        return _tried(press(page), data, name)
    try:
        return _made(press(page, system_fonts=True), data, name)
    except typst.TypstError:
        return _tried(press(page), _with_known_letters(data), name)


def fitted(page: str, plans: Iterable[dict[str, Any]], day: dt.date, most: int) -> Printout:
    """The first of the plans that is at most `most` pages; the last one where none is."""
    made = None
    for data in plans:
        made = printout(page, data, day)
        if made.pages <= most:
            break
    assert made is not None
    return made


def _tried(with_press: Press, data: dict[str, Any], name: str) -> Printout:
    """The page by the standard; without it, and saying so, if the standard refuses."""
    try:
        return _made(with_press, data, name)
    except typst.TypstError:
        remark = _("This page could not be made to the standard for screen readers; it can be read and printed.")
        return _made(with_press, data | {"remarks": [*data["remarks"], remark]}, name, standard=False, remark=remark)


def _made(with_press: Press, data: dict[str, Any], name: str, standard: bool = True, remark: str = "") -> Printout:
    text = json.dumps(data)
    pdf, plan, pages = with_press.pdf(text, standard)
    return Printout(
        pdf=pdf,
        pages=pages,
        plan=plan,
        text=spoken(data, data["plans"][plan]) if "plans" in data else spoken_blocks(data),
        name=name,
        paper=data["paper"].removeprefix("us-"),
        remark=remark,
        data=text,
        press=with_press,
    )


def _all_text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False).replace("\\n", "")


def _with_known_letters(data: dict[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(without_unknown_letters(json.dumps(data, ensure_ascii=False)))
    return known | {"remarks": [*known["remarks"], _("Some letters could not be printed here.")]}
