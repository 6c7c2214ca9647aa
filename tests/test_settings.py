"""Settings: kept whole, forgiving when damaged, and silent about the person."""

import json
import os
import stat
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from mbc_journal.problems import CannotWrite
from mbc_journal.settings import COLOURS, TEXT_SIZES, Settings, SettingsFile

CHOSEN = Settings(
    text_size=150, colours="dark", less_motion=True, week_starts=7, last_journal="/home/a/päper.mbcj", page="symptoms",
    window=(-10, 20, 1024, 768), maximized=True,
)  # fmt: skip


def test_the_first_start_has_the_usual_settings_and_writes_nothing(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").load() == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "new" / "folder" / "settings.json")
    kept.save(CHOSEN)
    assert kept.load() == (CHOSEN, "")
    kept.save(replace(CHOSEN, window=None))
    assert kept.load() == (replace(CHOSEN, window=None), "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "new" / "settings.json")
    before = os.umask(0)
    try:
        kept.save(CHOSEN)
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    kept.path.write_text(json.dumps({"text_size": 130, "voice": {"speed": 2}}))
    settings, said = kept.load()
    assert (settings, said) == (Settings(text_size=130), "")
    kept.save(replace(settings, colours="light"))
    written = json.loads(kept.path.read_text())
    assert written["voice"] == {"speed": 2}
    assert written["colours"] == "light"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"\x00" * 100,
        b"[" * 100_000,
        b'{"a": 1}' + b" " * (1 << 20),
        b'{"a": 1} b',
    ],
)
def test_a_damaged_file_is_said_and_kept_beside(tmp_path: Path, damage: bytes) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    kept.path.write_bytes(damage)
    settings, said = kept.load()
    assert settings == Settings()
    assert "settings.json.damaged" in said
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage
    assert kept.load() == (Settings(), "")
    kept.save(CHOSEN)
    assert kept.load() == (CHOSEN, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 175), ("text_size", True), ("text_size", "100"), ("text_size", 1e400), ("colours", "pink"),
        ("colours", []), ("less_motion", 1), ("week_starts", 0), ("week_starts", 8), ("last_journal", None),
        ("page", 3),
        ("window", [1, 2, 3]), ("window", [1, 2, 3, 10**9]), ("window", "wide"), ("window", [True, 2, 3, 4]),
        ("maximized", "yes"),
    ],
)  # fmt: skip
def test_one_wrong_value_is_named_and_costs_only_itself(tmp_path: Path, name: str, value: object) -> None:
    kept = SettingsFile(tmp_path / "settings.json")
    kept.save(CHOSEN)
    kept.path.write_text(json.dumps(json.loads(kept.path.read_text()) | {name: value}))
    settings, said = kept.load()
    label = next(known.metadata["label"] for known in fields(Settings) if known.name == name)
    usual = getattr(Settings(), name)
    assert settings == replace(CHOSEN, **{name: usual})
    assert label in said


def test_a_folder_or_a_pipe_in_its_place_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        settings, said = SettingsFile(tmp_path / name).load()
        assert settings == Settings()
        assert "damaged" in said


def test_a_link_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.json").symlink_to("gone")
    settings, said = SettingsFile(tmp_path / "settings.json").load()
    assert settings == Settings()
    assert said


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match=r"could not be written: "):
        SettingsFile(tmp_path / "file" / "settings.json").save(CHOSEN)


def test_each_setting_has_a_label_and_none_speaks_of_the_person() -> None:
    assert all(known.metadata["label"] for known in fields(Settings))
    words = " ".join(known.name for known in fields(Settings))
    assert not any(word in words for word in ("name", "helper", "therapy", "hidden", "birth", "rows"))


def test_the_steps_are_those_of_the_look() -> None:
    assert TEXT_SIZES == (100, 115, 130, 150, 200)
    assert COLOURS == ("system", "light", "dark", "contrast")
