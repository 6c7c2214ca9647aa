"""What everything stands on: the clock, the folders, strict reading of our own files, settings, and whole files."""

import datetime as dt
import hashlib
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as some

from mbc_journal import content, files, paths
from mbc_journal.clock import Clock
from mbc_journal.content import Place
from mbc_journal.paths import Paths
from mbc_journal.problems import CannotWrite, ResourceBroken
from mbc_journal.settings import COLOURS, TEXT_SIZES, Settings, SettingsFile


def at(zone: str, time: dt.time) -> Clock:
    moment = dt.datetime.combine(dt.date(2026, 3, 4), time, ZoneInfo(zone))
    return Clock(lambda: moment)


def read_settings(folder: Path, text: str) -> tuple[Settings, str]:
    path = folder / "settings.json"
    path.write_text(text, encoding="utf-8")
    return SettingsFile(path).load()


@pytest.mark.parametrize(
    ("zone", "today", "utc"),
    [("Pacific/Kiritimati", "2026-03-04", "2026-03-04 09:59"), ("Pacific/Pago_Pago", "2026-03-04", "2026-03-05 10:59"),
     ("Australia/Lord_Howe", "2026-03-04", "2026-03-04 12:59"), ("UTC", "2026-03-04", "2026-03-04 23:59")],
)  # fmt: skip
def test_today_is_the_day_where_she_is_and_rows_are_stamped_in_utc(zone: str, today: str, utc: str) -> None:
    clock = at(zone, dt.time(23, 59, 30, 999_999))
    assert clock.today().isoformat() == today
    assert f"{clock.utc():%Y-%m-%d %H:%M}" == utc
    assert (clock.now().microsecond, clock.utc().microsecond, clock.utc().tzinfo) == (0, 0, dt.UTC)


def test_the_clock_is_asked_anew_each_time() -> None:
    moments = [dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC), dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)]
    clock = Clock(lambda: moments.pop(0))
    assert [clock.today().day, clock.today().day] == [4, 5]


def test_folders_below_a_home_touch_nothing_else_and_are_made_only_when_needed(tmp_path: Path) -> None:
    where = Paths.below(tmp_path / "home")
    own = (where.data, where.config, where.state, where.cache, where.journal, where.settings, where.log)
    assert all(path.is_relative_to(tmp_path / "home") for path in own)
    assert len(set(own)) == len(own)
    assert not (tmp_path / "home").exists()


def test_a_folder_is_made_for_its_owner_alone_also_one_that_was_open_before(tmp_path: Path) -> None:
    where = Paths.below(tmp_path)
    (tmp_path / "state").mkdir(mode=0o755)
    for folder in (where.state, where.data):
        assert where.made(folder) == folder
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_systems_folders_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    where = Paths.of_this_system()
    assert where.journal == tmp_path / "DATA" / "mbc-journal" / "journal.mbcj"
    assert where.settings == tmp_path / "CONFIG" / "mbc-journal" / "settings.json"
    assert where.log.parent == tmp_path / "STATE" / "mbc-journal"


def test_our_resources_are_where_the_program_is() -> None:
    for name in ("scales", "reference", "codes", "fonts", "icons", "schemas", "report"):
        assert (paths.resources() / name).is_dir(), name


class Colour(StrEnum):
    """A choice."""

    RED = "red"


@dataclass(frozen=True)
class Part:
    """A small part."""

    name: str


@dataclass(frozen=True)
class Whole:
    """One field of each type that a content file may have."""

    text: str
    count: int
    flag: bool
    number: Decimal
    colour: Colour
    maybe: str | None
    parts: tuple[Part, ...]
    table: Mapping[str, int]


SOUND: dict[str, Any] = {
    "text": "a", "count": 1, "flag": True, "number": "0.10", "colour": "red", "maybe": None, "parts": [{"name": "p"}],
    "table": {"x": 1},
}  # fmt: skip


def built(**change: Any) -> Whole:
    return content.build(Whole, SOUND | change, Place("whole.json"))


def test_a_content_file_becomes_exactly_what_it_says() -> None:
    found = built()
    assert (found.text, found.count, found.flag, str(found.number)) == ("a", 1, True, "0.10")
    assert (found.colour, found.maybe, found.parts) == (Colour.RED, None, (Part("p"),))
    assert dict(found.table) == {"x": 1}
    assert not hasattr(found.table, "__setitem__")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"text": 1}, "text"), ({"count": "1"}, "count"), ({"count": True}, "count"), ({"flag": 1}, "flag"),
        ({"number": 0.1}, "number"), ({"number": "one"}, "number"), ({"colour": "blue"}, "colour"),
        ({"maybe": 1}, "maybe"), ({"parts": {}}, "parts"), ({"parts": [{"name": "a"}, {}]}, "parts[1].name"),
        ({"parts": [{"name": "a", "more": 1}]}, "parts[0].more"), ({"table": {"x": "1"}}, "table.x"),
        ({"more": 1}, "more"), ({"text": None}, "text"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_content_file_is_named_by_its_place(change: dict[str, Any], where: str) -> None:
    with pytest.raises(ResourceBroken) as problem:
        built(**change)
    assert problem.value.facts["file"] == "whole.json"
    assert str(problem.value.facts["where"]).startswith(f"{where} (")


@pytest.mark.parametrize("missing", [field.name for field in fields(Whole)])
def test_a_key_that_is_missing_is_named(missing: str) -> None:
    with pytest.raises(ResourceBroken) as problem:
        content.build(Whole, {key: value for key, value in SOUND.items() if key != missing}, Place("whole.json"))
    assert str(problem.value.facts["where"]) == f"{missing} (missing key)"


@pytest.mark.parametrize("text", ["", "{", '{"a": 1.5}', '{"a": NaN}', '{"a": 1, "a": 2}', "\ufeff{}", "[1e3]"])
def test_a_content_file_that_is_not_strict_json_is_damaged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "one.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceBroken):
        content.load(path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"text_size": 111}', "Text size"), ('{"text_size": "100"}', "Text size"),
        ('{"text_size": true}', "Text size"),
        ('{"colours": "pink"}', "Colours"), ('{"less_motion": 1}', "Less motion"), ('{"week_starts": 0}', "week"),
        ('{"week_starts": 8}', "week"), ('{"window": [1, 2, 3]}', "Place of the window"),
        ('{"window": [1, 2, 3, 1e9]}', "Place of the window"), ('{"last_journal": null}', "Last journal"),
        ('{"page": 3}', "Page"), ('{"maximized": "no"}', "Window"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_as_usual_and_named(tmp_path: Path, text: str, named: str) -> None:
    found, said = read_settings(tmp_path, text)
    assert found == Settings()
    assert said.startswith("This could not be read and is as usual now: ")
    assert named in said


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_survives_the_next_start(tmp_path: Path, name: str) -> None:
    other: dict[str, Any] = {
        "text_size": TEXT_SIZES[-1], "colours": COLOURS[-1], "less_motion": True, "week_starts": 7,
        "last_journal": "/a/\u05d0 b.mbcj", "page": "visits", "window": (-10, 20, 800, 560), "maximized": True,
    }  # fmt: skip
    file = SettingsFile(tmp_path / "new" / "settings.json")
    file.save(Settings(**{name: other[name]}))
    found, said = file.load()
    assert (getattr(found, name), said) == (other[name], "")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@tries(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.dictionaries(
    some.sampled_from([field.name for field in fields(Settings)] + ["other"]),
    some.none() | some.booleans() | some.integers() | some.text(max_size=5) | some.lists(some.integers(), max_size=5),
))  # fmt: skip
def test_any_settings_file_is_read_without_harm(tmp_path: Path, value: dict[str, Any]) -> None:
    found, _said = read_settings(tmp_path, json.dumps(value))
    assert found.text_size in TEXT_SIZES
    assert found.colours in COLOURS
    assert 1 <= found.week_starts <= 7
    SettingsFile(tmp_path / "settings.json").save(found)
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept.get("other") == value.get("other")


@pytest.mark.parametrize("size", [0, 1, 4096, 1 << 20, (1 << 20) + 1])
def test_a_whole_file_is_read_back_before_it_counts(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    written = files.write_whole(tmp_path / "out.bin", data)
    assert (written.bytes, written.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert files.as_written(tmp_path / "out.bin") == written
    assert os.listdir(tmp_path) == ["out.bin"]


@pytest.mark.parametrize("name", ["", ".", "no/such/folder/x"])
def test_a_name_that_is_no_file_is_refused_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite):
        files.write_whole(tmp_path / name, b"x")
    assert os.listdir(tmp_path) == []
