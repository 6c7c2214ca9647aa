"""The printed Visit Brief as a file: paper, fonts, tags, margins, order."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from mbc_journal import report
from mbc_journal.paths import resources
from tests.report_journals import SCALES, TODAY, busy, empty, example, only_too_unwell
from tests.report_pdf import MM, info, needs_poppler, pictures, poppler, raw_text, root, tags, words

SHOTS = {"example": example, "busy": busy, "empty": empty, "only_too_unwell": only_too_unwell}
PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
every_kind = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
every_paper = pytest.mark.parametrize("paper", PAPERS)
every_shot = pytest.mark.parametrize("shot", SHOTS)


@cache
def brief(shot: str = "example", paper: str = "a4", large: bool = False) -> report.Printout:
    options = report.Options(scales=SCALES, paper=paper, large=large)
    return report.render("brief", SHOTS[shot](), options, TODAY)


@needs_poppler
@every_shot
@every_paper
@every_kind
def test_the_page_has_its_paper_tags_and_own_fonts(shot: str, paper: str, large: bool, tmp_path: Path) -> None:
    printed = brief(shot, paper, large)
    known = info(printed.pdf, tmp_path)
    width, height = (float(part) for part in known["Page size"].split()[0:3:2])
    assert (width, height) == pytest.approx(PAPERS[paper], abs=0.1)
    assert known["Tagged"] == "yes"
    assert int(known["Pages"]) == printed.pages
    assert large or printed.pages == 1
    fonts = poppler("pdffonts", printed.pdf, tmp_path).splitlines()[2:]
    assert fonts
    assert all("AtkinsonHyperlegible" in line or "NotoSans" in line for line in fonts)
    assert all(line.split()[-5] == "yes" for line in fonts)


@needs_poppler
@every_shot
@every_paper
@every_kind
def test_no_word_leaves_the_margins_or_lies_on_another(shot: str, paper: str, large: bool, tmp_path: Path) -> None:
    width, height = PAPERS[paper]
    side = (15 if paper == "a4" else 17.9) * MM
    for page in words(brief(shot, paper, large).pdf, tmp_path):
        assert page
        for number, word in enumerate(page):
            assert word.left >= side - 0.5, word
            assert word.right <= width - side + 0.5, word
            assert word.top >= 12 * MM - 6, word
            assert word.bottom <= height - 5 * MM, word
            assert not [other for other in page[number + 1 :] if word.overlaps(other)], word


@needs_poppler
def test_questions_stand_before_symptoms_and_the_footer_is_whole(tmp_path: Path) -> None:
    printed = brief()
    text = " ".join(raw_text(printed.pdf, tmp_path).split())
    parts = [
        "For my visit: oncologist, Wed 25 Nov 2026", "My questions: please look at these first",
        "Since my last visit, 2 Nov 2026", "Treatments now", "Day by day", "Measured", "Notes I starred", "Allergies:",
        "Not checked by a clinician.", "Page 1 / 1",
    ]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    footer = printed.text.splitlines()[-1]
    assert footer in text


@needs_poppler
def test_the_spoken_text_is_the_printed_text_in_its_order(tmp_path: Path) -> None:
    printed = brief()
    text = " ".join(raw_text(printed.pdf, tmp_path).replace("\u200b", "").split())
    alts = {more["alt"] for _tag, more in tags(printed.pdf)}
    place = 0
    for line in printed.text.splitlines():
        if line.startswith("Change: ") or line in alts:
            continue
        found = text.find(line, 0 if line == "Made-up data" else place)
        assert found >= 0, line
        place = place if line == "Made-up data" else found


@needs_poppler
@every_kind
def test_nothing_is_set_smaller_than_its_smallest_size(large: bool, tmp_path: Path) -> None:
    smallest = 14 if large else 8.5
    for page in words(brief("busy", large=large).pdf, tmp_path):
        assert min(word.bottom - word.top for word in page if word.text.isalpha()) >= smallest * 0.95


@needs_poppler
def test_paper_needs_no_colour(tmp_path: Path) -> None:
    for picture in pictures(brief().pdf, tmp_path, 150):
        assert picture.rgb[0::3] == picture.rgb[1::3] == picture.rgb[2::3]


@every_shot
@every_kind
def test_a_screen_reader_finds_headings_table_heads_and_pictures(shot: str, large: bool) -> None:
    found = tags(brief(shot, large=large).pdf)
    headings = [tag for tag, _more in found if tag in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert headings[0] == "H1"
    assert headings.count("H1") == 1
    assert set(headings) <= {"H1", "H2"}
    assert all(more["scope"] == "Column" for tag, more in found if tag == "TH")
    assert all(len(more["alt"]) > 20 for tag, more in found if tag == "Figure")
    if shot == "example":
        assert sum(tag == "TH" for tag, _more in found) >= 6
        assert sum(tag == "Figure" for tag, _more in found) >= 4


@every_paper
def test_the_file_says_its_language_title_and_standard(paper: str) -> None:
    known = root(brief(paper=paper).pdf)
    assert known["lang"].startswith("en")
    assert known["shows_title"]
    assert known["ua"] == "1"
    assert known["title"] == "Visit Brief, 25 Nov 2026. Made-up data"
    assert not [key for key in known["metadata"] if key.endswith(("creator", "description", "subject", "Keywords"))]
    assert "/Author" not in known["info"]


def test_only_a_made_up_journal_says_so() -> None:
    assert root(brief("empty").pdf)["title"] == "Visit Brief, 23 Nov 2026"
    assert "Made-up" not in brief("empty").text


def test_the_preview_is_the_same_page() -> None:
    printed = brief()
    small, large = printed.pngs(55), printed.pngs(110)
    assert len(small) == len(large) == printed.pages
    assert all(picture.startswith(b"\x89PNG") for picture in large)
    assert len(large[0]) > len(small[0])


def test_pictures_of_an_older_print_stay_its_own() -> None:
    first = brief()
    before = first.pngs(50)
    brief("busy", "letter", True)
    assert first.pngs(50) == before


_ONCE = """
import hashlib
from tests.test_report_page import brief
print(*(hashlib.sha256(brief(shot).pdf).hexdigest() for shot in ("example", "busy")))
"""


def test_two_processes_in_two_time_zones_print_the_same_bytes() -> None:
    root_folder = Path(__file__).parent.parent
    sums = {
        subprocess.run(
            [sys.executable, "-c", _ONCE],
            env={**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": seed},
            cwd=root_folder,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "2"))
    }
    assert len(sums) == 1


def test_templates_read_nothing_and_reach_nowhere() -> None:
    for template in (resources() / "report").glob("*.typ"):
        text = template.read_text("utf-8")
        for forbidden in ("@preview", "read(", "today(", "http", "eval(", "plugin("):
            assert forbidden not in text, f"{forbidden} in {template.name}"


def test_every_page_that_can_be_printed_has_its_template() -> None:
    assert {path.stem for path in (resources() / "report").glob("*.typ")} == {*report.SECTIONS, "sheet"}


def test_the_file_name_gives_nothing_away() -> None:
    assert brief().name == "visit-brief-2026-11-25.pdf"
    assert brief("empty").name == "visit-brief-2026-11-23.pdf"
