"""A page of the reference on paper: all of it on two sheets, with badges and sources, and nothing of anyone's own."""

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import report
from mbc_journal.catalogue import Catalogue
from mbc_journal.records import Contact, Note, Profile, Question, Therapy
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.idea_pages import ALL
from mbc_journal.reference.search import Group, Key
from tests.report_journals import SCALES, TODAY, example
from tests.report_pdf import MM, info, needs_poppler, pictures, poppler, raw_text, root, tags, words
from tests.report_reference import CLOSED, FOLDER, REFERENCE, anyone, keys, printed, treatment

SWEEP = bool(os.environ.get("JOURNAL_SWEEP"))  # every page on every paper, normal and large: half a minute
LONGEST = ("pembrolizumab", "pembrolizumab-sc", "dostarlimab", "atezolizumab", "capecitabine")
PAGES = keys() if SWEEP else [key for key in keys() if key.id in (*LONGEST, "when-to-call", "targeted", "mood", ALL)]
PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
every_paper = pytest.mark.parametrize("paper", PAPERS)


def plain(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.replace("\u200b", "").split())


@every_paper
@pytest.mark.parametrize("key", PAGES, ids=lambda key: f"{key.group}-{key.id}")
def test_every_page_is_on_two_sheets_at_most_by_the_standard_for_screen_readers(key: Key, paper: str) -> None:
    page = printed(key, paper)
    assert 1 <= page.pages <= 2
    assert page.remark == ""
    assert root(page.pdf)["ua"] == "1"


def test_the_longest_pages_are_the_ones_that_are_always_tried() -> None:
    long = sorted(keys(), key=lambda key: -_letters(key))[:5]
    assert {key.id for key in long} <= {key.id for key in PAGES}


def _letters(key: Key) -> int:
    view = ways.view(REFERENCE, key, TODAY, ())
    assert view is not None
    return sum(map(len, view.sources)) + sum(
        len(line.text) for part in (*view.call, *view.parts) for line in part.lines
    )


@needs_poppler
@every_paper
def test_the_sheet_has_its_size_tags_and_own_fonts(paper: str, tmp_path: Path) -> None:
    page = treatment("capecitabine", paper)
    known = info(page.pdf, tmp_path)
    assert [float(part) for part in known["Page size"].split()[0:3:2]] == pytest.approx(PAPERS[paper], abs=0.1)
    assert known["Tagged"] == "yes"
    assert int(known["Pages"]) == page.pages
    fonts = poppler("pdffonts", page.pdf, tmp_path).splitlines()[2:]
    assert all("AtkinsonHyperlegible" in line or "NotoSans" in line for line in fonts)
    assert all(line.split()[-5] == "yes" for line in fonts)


@needs_poppler
@every_paper
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("drug_id", ["pembrolizumab", "capecitabine"])
def test_no_word_leaves_the_margins_lies_on_another_or_is_too_small(
    drug_id: str, paper: str, large: bool, tmp_path: Path
) -> None:
    width, _height = PAPERS[paper]
    side = (15 if paper == "a4" else 17.9) * MM
    for sheet in words(treatment(drug_id, paper, large).pdf, tmp_path):
        for number, word in enumerate(sheet):
            assert word.left >= side - 0.5, word
            assert word.right <= width - side + 0.5, word
            assert not [other for other in sheet[number + 1 :] if word.overlaps(other)], word
        assert min(word.bottom - word.top for word in sheet if word.text.isalpha()) >= (14 if large else 8.5) * 0.95


def test_a_screen_reader_finds_headings_and_lists() -> None:
    found = [tag for tag, _more in tags(treatment("capecitabine").pdf)]
    headings = [tag for tag in found if re.fullmatch("H[1-6]", tag)]
    assert (headings[0], headings.count("H1")) == ("H1", 1)
    assert set(headings) == {"H1", "H2"}
    assert found.count("LI") > 20


@needs_poppler
@pytest.mark.parametrize("key", [Key(Group.TREATMENT, "capecitabine"), Key(Group.EFFECT, "fatigue")], ids=str)
def test_all_that_is_said_is_on_paper_in_that_order(key: Key, tmp_path: Path) -> None:
    page = printed(key)
    text = plain(raw_text(page.pdf, tmp_path))
    place = 0
    for line in map(plain, page.text.splitlines()[:-1]):
        at = text.find(line[:40], place)
        assert at >= 0, line
        place = at
    footer = plain(page.text.splitlines()[-1])
    assert text.count(footer) == page.pages


def test_a_page_says_what_the_screen_says_with_its_badges_and_sources() -> None:
    view = ways.view(REFERENCE, Key(Group.TREATMENT, "capecitabine"), TODAY, ())
    assert view is not None
    lines = treatment("capecitabine").text.splitlines()
    assert lines[:2] == ["Capecitabine", view.beside]
    assert "Call your team if" in lines
    for part in (*view.call, *view.parts):
        assert part.title in lines
        for said in part.lines:
            assert [line for line in lines if line.startswith(said.text)], said.text
    assert [line for line in lines if re.match(r"\[\d+\] ", line)] == [one for one in view.sources if one[0] == "["]
    assert "Dry skin (not yet checked)" in lines
    assert "1. Capecitabine: what is the aim for me, and when will we know?" in lines
    assert lines[-1].startswith("The same for everyone. Not reviewed by a clinician. Checked on 23 Nov 2026.")


def test_a_statement_of_its_own_sources_names_them_and_shared_ones_are_said_once() -> None:
    text = treatment("capecitabine").text
    assert "You have chest pain, or a feeling of pressure in the chest. [7-9]" in text
    assert "How it is given\nSources 1-6\nYou swallow it.\n" in text


@pytest.mark.parametrize("drug_id", ["camizestrant", "gedatolisib", "everolimus"])
def test_status_and_summary_stand_before_all_else(drug_id: str) -> None:
    view = ways.view(REFERENCE, Key(Group.TREATMENT, drug_id), TODAY, ())
    assert view is not None
    head = treatment(drug_id).text.split(view.line[0].text)[0]
    assert view.status in head
    assert all(badge in head for badge in view.badges)


def test_each_unchecked_statement_of_the_reference_keeps_its_badge_on_paper() -> None:
    unchecked = 0
    for drug in REFERENCE.catalogue.drugs[:: 1 if SWEEP else 9]:
        view = ways.view(REFERENCE, Key(Group.TREATMENT, drug.id), TODAY, ())
        assert view is not None
        lines = treatment(drug.id).text.splitlines()
        for part in (*view.call, *view.parts):
            badged = [said for said in part.lines if said.badge]
            unchecked += len(badged)
            shared = len(badged) == len(part.lines) > 1
            for said in badged:
                (line,) = {line for line in lines if line.startswith(said.text)} or {""}
                assert shared or line.startswith(f"{said.text} (not yet checked)"), said
            title = lines.index(part.title) if part.title in lines else 0
            assert not shared or lines[title + 1].startswith("not yet checked"), part.title
    assert unchecked > 10


def test_a_category_lists_its_treatments_and_a_side_effect_what_can_help() -> None:
    hormone = printed(Key(Group.KIND, "hormone")).text
    assert "Aromatase inhibitors: Letrozole, Anastrozole, Exemestane" in hormone
    tired = printed(Key(Group.EFFECT, "fatigue")).text.splitlines()
    assert tired[:2] == ["Tiredness", "What can help"]
    assert any(line.startswith("A ten-minute walk. ") for line in tired)
    assert tired.index("Capecitabine") > tired.index("Treatments that list it")
    mood = printed(Key(Group.EFFECT, "mood")).text
    assert "Canada: 988; United Kingdom and Ireland: 116 123" in mood


# -- the outlook door --------------------------------------------------------------------------------------------


def test_what_is_behind_the_outlook_door_is_on_no_page() -> None:
    closed = [line.text for topic in REFERENCE.topics for line in topic.closed_bullets]
    assert len(closed) > 5
    for topic in REFERENCE.topics:
        if topic.closed_bullets and topic.id != CLOSED.id:
            page = printed(Key(Group.TOPIC, topic.id))
            assert not [text for text in closed if text in page.text], topic.id
            assert not [text for text in closed if text[:30] in str(root(page.pdf))]


def test_a_page_that_is_all_outlook_is_never_printed() -> None:
    assert not ways.has_open_page(REFERENCE, CLOSED)
    with pytest.raises(KeyError):
        printed(CLOSED)


def test_where_nothing_was_chosen_nothing_is_printed() -> None:
    for options in (report.Options(scales=SCALES), report.Options(scales=SCALES, reference=REFERENCE)):
        with pytest.raises(KeyError):
            report.render("reference", anyone(), options, TODAY)
    with pytest.raises(KeyError):
        printed(Key(Group.TREATMENT, "no-such-page"))


# -- the same for everyone ---------------------------------------------------------------------------------------


def test_every_journal_prints_the_same_bytes() -> None:
    canary = "zzcanaryzz"
    hers = replace(
        example(),
        profile=Profile(name=canary, made_up=True, matters=canary),
        questions=(Question(text=canary),),
        notes=(Note(text=canary, for_doctor=True),),
        therapies=(Therapy(name=canary, reference_id="capecitabine"),),
        contacts=(Contact(role=canary, phone="555"),),
    )
    key = Key(Group.EFFECT, "nausea")
    options = report.Options(scales=SCALES, reference=REFERENCE, entry=key, paper="a4")
    assert report.render("reference", hers, options, TODAY).pdf == printed(key).pdf


def test_its_paper_is_hers_where_none_is_chosen() -> None:
    letter = replace(anyone(), profile=Profile(paper="letter"))
    options = report.Options(scales=SCALES, reference=REFERENCE, entry=Key(Group.EFFECT, "nausea"))
    assert report.render("reference", letter, options, TODAY).paper == "letter"


def test_file_and_title_give_nothing_away() -> None:
    page = treatment("capecitabine")
    assert page.name == "reference-page-2026-11-23.pdf"
    known = root(page.pdf)
    assert known["title"] == "Reference page, 23 Nov 2026"
    assert known["lang"].startswith("en")
    assert "apecitabine" not in str(known)
    assert "/Author" not in known["info"]


@needs_poppler
def test_paper_needs_no_colour_and_the_preview_is_the_same_page(tmp_path: Path) -> None:
    page = treatment("capecitabine")
    for picture in pictures(page.pdf, tmp_path, 60):
        assert picture.rgb[0::3] == picture.rgb[1::3] == picture.rgb[2::3]
    assert len(page.pngs(60)) == page.pages


# -- longer pages of a newer reference ---------------------------------------------------------------------------


def _longer(folder: Path, more: int) -> Reference:
    """The reference in a folder of its own, in which capecitabine has `more` things that are good to know."""
    shutil.copytree(FOLDER, folder)
    path = folder / "texts-chemotherapy.json"
    texts: dict[str, Any] = json.loads(path.read_text("utf-8"))
    entry = next(one for one in texts["entries"] if one["id"] == "capecitabine")
    entry["know"] += [
        entry["know"][0] | {"text": f"Sentence {number} is new, and it is said in one line."} for number in range(more)
    ]
    path.write_text(json.dumps(texts), "utf-8")
    return Reference(Catalogue.load(folder))


@pytest.mark.parametrize(("more", "plan"), [(15, 1), (30, 3)])
def test_a_longer_page_is_set_closer_and_smaller_but_never_cut(more: int, plan: int, tmp_path: Path) -> None:
    page = printed(Key(Group.TREATMENT, "capecitabine"), of=_longer(tmp_path / "en", more))
    assert page.pages == 2
    assert page.plan >= plan
    assert f"Sentence {more - 1} is new" in page.text


@needs_poppler
def test_a_page_that_no_setting_fits_runs_on_and_stays_readable(tmp_path: Path) -> None:
    page = printed(Key(Group.TREATMENT, "capecitabine"), of=_longer(tmp_path / "en", 150))
    assert page.pages > 2
    assert "Sentence 149 is new" in raw_text(page.pdf, tmp_path)
    for sheet in words(page.pdf, tmp_path):
        assert min(word.bottom - word.top for word in sheet if word.text.isalpha()) >= 8.5 * 0.95
