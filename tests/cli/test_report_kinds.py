"""The verb that prints: each kind of page, and what it says where there is no such page."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import TODAY, Command, assert_said, several
from tests.report_pdf import needs_poppler, raw_text
from tests.surroundings import ROOT


def report(command: Command, file: Path, out: Path, *more: object) -> dict[str, object]:
    """What came of a report that was made."""
    done = command("report", file, out, "--today", TODAY, *more)
    assert done.code == 0, done.err
    assert set(done.result) == {"files", "pages", "plan"}
    assert out.read_bytes().startswith(b"%PDF-")
    return done.result


@needs_poppler
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_who_to_call_is_one_page(command: Command, made_up: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "call.pdf"
    assert report(command, made_up, out, "--kind", "who_to_call", "--paper", paper)["pages"] == 1
    text = raw_text(out.read_bytes(), tmp_path)
    assert "Emergency services if" in text
    assert "Made-up data" in text


@needs_poppler
@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("capecitabine", "Capecitabine"),
        ("hormone", "Hormone therapy"),
        ("when-to-call", "When to call, and when it is an emergency"),
        ("fatigue", "Tiredness"),
        ("palliative-care", "Palliative care"),
        ("topic:palliative-care", "Palliative care"),
        ("kind:targeted", "Targeted therapy"),
        ("effect:nausea", "Feeling sick (nausea)"),
    ],
)
def test_a_page_of_the_reference_is_named_by_its_id(
    command: Command, made_up: Path, tmp_path: Path, entry: str, title: str
) -> None:
    out = tmp_path / "page.pdf"
    assert report(command, made_up, out, "--kind", "reference", "--entry", entry)["pages"] in (1, 2)
    text = raw_text(out.read_bytes(), tmp_path)
    assert text.startswith(title)
    assert "Not reviewed by a clinician." in text
    assert "Made-up data" not in text


def test_an_id_that_two_pages_have_is_told_apart_by_its_kind(command: Command, made_up: Path, tmp_path: Path) -> None:
    pages = []
    for entry in ("palliative-care", "treatment:palliative-care", "topic:palliative-care"):
        report(command, made_up, tmp_path / "page.pdf", "--kind", "reference", "--entry", entry, "--force")
        pages.append((tmp_path / "page.pdf").read_bytes())
    assert pages[0] == pages[1] != pages[2]


@pytest.mark.parametrize("entry", ["nope", "topic:", ":fatigue", "text:fatigue", "topic:capecitabine", "../a"])
def test_an_entry_that_is_not_there_is_said(command: Command, made_up: Path, tmp_path: Path, entry: str) -> None:
    done = command("report", made_up, tmp_path / "a.pdf", "--kind", "reference", "--entry", entry)
    assert_said(done, 2, f"the reference has no page {entry}")
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("entry", ["prognosis", "topic:prognosis"])
def test_outlook_figures_are_never_printed(command: Command, made_up: Path, tmp_path: Path, entry: str) -> None:
    done = command("report", made_up, tmp_path / "a.pdf", "--kind", "reference", "--entry", entry)
    assert_said(done, 2, "which are never printed")
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("words", ["--kind reference", "--entry fatigue", "--kind who_to_call --entry fatigue"])
def test_an_entry_belongs_to_a_page_of_the_reference(
    command: Command, made_up: Path, tmp_path: Path, words: str
) -> None:
    done = command("report", made_up, tmp_path / "a.pdf", *words.split())
    assert_said(done, 2, "--entry names a page, and belongs to --kind reference")


@pytest.mark.parametrize("more", [("--kind", "who_to_call"), ("--kind", "reference", "--entry", "fatigue")])
def test_what_cannot_be_written_or_read_ends_with_5(
    command: Command, made_up: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"mine")
    assert command("report", made_up, out, *more).code == 5
    assert command("report", made_up, tmp_path / "gone" / "a.pdf", *more).code == 5
    assert command("report", tmp_path / "gone.mbcj", tmp_path / "b.pdf", *more).code == 5
    assert command("report", made_up, made_up, "--force", *more).code == 5
    assert out.read_bytes() == b"mine"


def test_no_kind_needs_qt(own: Path, tmp_path: Path) -> None:
    done = several(
        ("report", own, tmp_path / "a.pdf", "--kind", "who_to_call"),
        ("report", own, tmp_path / "b.pdf", "--kind", "reference", "--entry", "capecitabine"),
        before="sys.modules |= dict.fromkeys(['PySide6', 'shiboken6'])",
    )
    assert done.code == 0, done.err


def test_a_damaged_reference_is_said_and_the_brief_is_printed_all_the_same(own: Path, tmp_path: Path) -> None:
    for name in ("mbc_journal", "resources"):
        shutil.copytree(ROOT / name, tmp_path / "program" / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "program" / "resources" / "reference" / "en" / "signs.json").write_text("{", "utf-8")
    kinds = {"a": "who_to_call", "b": "reference --entry capecitabine", "c": "brief"}
    lines = [("report", own, tmp_path / f"{name}.pdf", "--kind", *kind.split()) for name, kind in kinds.items()]
    done = several(*lines, before=f"sys.path.insert(0, {str(tmp_path / 'program')!r})")
    assert done.code == 1
    assert done.err.count("A file of the program is damaged: signs.json") == 2
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"c.pdf"}
