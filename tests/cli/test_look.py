"""The verb `look`: entries of the reference for any words, to read or as one object, the outlook door shut."""

import json
from pathlib import Path

import pytest

from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import Paths, resources
from mbc_journal.reference import Reference
from mbc_journal.reference.editions import Edition, Editions
from tests.cli.command import Command, process, several
from tests.newer_references import newer_folder

REFERENCE = Reference(Catalogue.load(resources() / "reference" / "en"))
FEET = {"id": "numbness", "kind": "effect", "title": "Numb or tingling hands or feet"}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("xeloda", {"id": "capecitabine", "kind": "treatment", "title": "Capecitabine"}),
        ("Xelda", {"id": "capecitabine", "kind": "treatment", "title": "Capecitabine"}),
        ("my feet burn", FEET),
        ("pins and needles", FEET),
        ("aromatase inhibitors", {"id": "hormone", "kind": "kind", "title": "Aromatase inhibitors"}),
        ("cancer in the bones", {"id": "bone-health", "kind": "topic", "title": "Cancer in the bones"}),
    ],
)
def test_the_best_entry_comes_first(command: Command, words: str, first: dict[str, str]) -> None:
    done = command("look", *words.split(), "--json")
    assert (done.code, done.err) == (0, "")
    assert done.result["found"][0] == first
    assert command("look", words, "--json").result == done.result


def test_an_object_has_the_promised_keys_and_every_entry_is_there_once(command: Command) -> None:
    for words in ("bone", "surgery", "wine", "letrozole", "chemotherapy"):
        done = command("look", words, "--json")
        assert list(done.result) == ["found"]
        assert all(list(one) == ["id", "kind", "title"] for one in done.result["found"])
        pages = [(one["kind"], one["id"]) for one in done.result["found"]]
        assert len(pages) == len(set(pages)) > 0


def test_without_json_there_are_lines_to_read(command: Command) -> None:
    done = command("look", "numb", "fingers")
    assert (done.code, done.out, done.err) == (0, "Numb or tingling hands or feet (what one may notice)\n", "")
    lines = command("look", "surgery").out.splitlines()
    found = command("look", "surgery", "--json").result["found"]
    assert [line.rpartition(" (")[0] for line in lines] == [one["title"] for one in found]
    assert "Surgery and procedures (topic)" in lines


def test_ideas_that_may_help_are_found_too(command: Command) -> None:
    for idea in REFERENCE.ideas.all:
        done = command("look", idea.title)
        assert done.code == 0
        assert f"{idea.title} (idea that may help)" in done.out.splitlines(), idea.title


def test_every_group_of_pages_has_a_word(command: Command) -> None:
    for words in ("pain", "sleep", "walk", "breathing", "fear", "scan", "talk"):
        found = command("look", words, "--json").result["found"]
        assert len(command("look", words).out.splitlines()) == len(found)


def test_nothing_found_is_a_sentence_and_no_error(command: Command) -> None:
    done = command("look", "zzzqq")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Nothing is called so in the reference.")
    assert command("look", "zzzqq", "--json").result == {"found": []}
    done = command("look", "%%%", "--json")
    assert (done.code, done.result, done.err) == (0, {"found": []}, "Nothing is called so in the reference.\n")


@pytest.mark.parametrize("words", ["\U0001f642", "(a+)+$", "[", "\\", "x" * 5000, "\udcff", "{why}", "%s", "' OR 1=1"])
def test_odd_words_are_only_words(command: Command, words: str) -> None:
    done = command("look", words, "--json")
    assert done.code == 0
    assert set(done.result) == {"found"}
    assert "\udcff" not in command("look", words).err


def test_the_outlook_door_stays_shut(command: Command) -> None:
    closed = [(topic, bullet) for topic in REFERENCE.topics for bullet in topic.closed_bullets]
    assert closed
    hidden = {topic.title for topic in REFERENCE.topics if topic.opt_in}
    for words in (
        "prognosis",
        "survival",
        "outlook",
        "how long will I live",
        *(bullet.text for _topic, bullet in closed),
    ):
        done = command("look", words, "--json")
        assert "prognosis" not in {one["id"] for one in done.result["found"]}, words
        told = json.dumps(done.result) + done.err
        assert not any(title in told for title in hidden)
        assert not any(bullet.text in told for _topic, bullet in closed)


def test_it_needs_neither_a_journal_nor_a_window(tmp_path: Path) -> None:
    seen = (
        "import atexit; atexit.register(lambda: print(sorted(set(sys.modules) & {'PySide6', 'sqlalchemy', 'typst'})))"
    )
    done = several(("look", "letrozole"), before=seen, HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data"))
    assert (done.code, done.out) == (0, "Letrozole (treatment)\n[]\n")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Edition:
    """A newer reference in the data folder of this account, without most treatments."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return Editions.of(Paths.of_this_system()).take(newer_folder(tmp_path))


def test_it_looks_into_the_reference_that_was_loaded(command: Command, loaded: Edition) -> None:
    assert command("look", "letrozole").out == "Letrozole (treatment)\n"
    assert command("look", "xeloda", "--json").result == {"found": []}


def test_of_a_damaged_one_the_built_in_steps_in_and_that_is_said(command: Command, loaded: Edition) -> None:
    (loaded.folder / "topics.json").write_text("{")
    done = command("look", "xeloda")
    assert (done.code, done.out) == (0, "Capecitabine (treatment)\n")
    assert done.err.startswith("The reference that was loaded is damaged. The built-in one is used;")


def test_a_page_is_printed_from_the_reference_that_was_loaded(
    command: Command, loaded: Edition, own: Path, tmp_path: Path
) -> None:
    line = ("report", own, tmp_path / "page.pdf", "--kind", "reference", "--entry")
    assert command(*line, "letrozole").code == 0
    assert "the reference has no page capecitabine" in command(*line, "capecitabine", "--force").err
    (loaded.folder / "topics.json").write_text("{")
    done = command(*line, "capecitabine", "--force")
    assert done.code == 0
    assert "The reference that was loaded is damaged." in done.err


def test_a_reader_that_has_gone_away_costs_no_traceback() -> None:
    gone = "import os; reading, writing = os.pipe(); os.close(reading); os.dup2(writing, 1)"
    assert several(("look", "letrozole"), before=gone).code == 5


def test_its_help_says_what_it_takes() -> None:
    done = process("look", "--help")
    assert done.code == 0
    assert "WORDS" in done.out
    assert "--json" in done.out
    assert "look" in process("--help").out
