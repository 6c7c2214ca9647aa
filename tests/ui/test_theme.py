"""The theme: ratios and distances of theme.json, sizes of every step, and looks that change without a restart."""

import colorsys
import json
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from mbc_journal.ui.theme import LookFile, Theme, Tokens
from mbc_journal.ui.widgets import Title
from tests.ui.colour_distance import KINDS_OF_SIGHT, ciede2000, seen_by
from tests.ui.kit import STEPS, THEMES, Wish, application, dressed

LOOK = LookFile.load(resources() / "theme.json")
GROUNDS = ("window", "surface", "sunken")
STATES = ("danger", "warn", "ok")


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def colours(tokens: Tokens) -> dict[str, str]:
    lines = {f"line {number}": line for number, line in enumerate(tokens.lines, 1)}
    return {name: value for name, value in vars(tokens).items() if isinstance(value, str)} | lines


@pytest.mark.parametrize("name", THEMES)
def test_text_reads_at_seven_to_one_on_every_ground(name: str) -> None:
    tokens = LOOK.themes[name]
    softs = (tokens.accent_soft, tokens.danger_soft, tokens.warn_soft, tokens.ok_soft)
    assert min(ratio(tokens.text, ground) for ground in (*(getattr(tokens, g) for g in GROUNDS), *softs)) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_words_in_colour_read_at_four_and_a_half_to_one(name: str) -> None:
    tokens = LOOK.themes[name]
    for token in ("muted", "link", "accent", *STATES, "disabled"):
        assert min(ratio(getattr(tokens, token), getattr(tokens, ground)) for ground in GROUNDS) >= 4.5, token
    for token in STATES:
        assert ratio(getattr(tokens, token), getattr(tokens, f"{token}_soft")) >= 4.5, token
    assert ratio(tokens.on_accent, tokens.accent) >= 4.5
    assert ratio(tokens.on_accent, tokens.accent_hover) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_borders_and_the_focus_ring_stand_out_at_three_to_one(name: str) -> None:
    tokens = LOOK.themes[name]
    for token in ("border", "focus"):
        assert min(ratio(getattr(tokens, token), getattr(tokens, ground)) for ground in GROUNDS) >= 3, token


@pytest.mark.parametrize("name", THEMES)
def test_the_words_of_a_level_read_on_their_fill(name: str) -> None:
    fills = LOOK.levels[name]
    assert len(fills) == 5
    assert all(ratio(fill.fill, fill.ink) >= 4.5 for fill in fills)


@pytest.mark.parametrize("name", THEMES)
def test_levels_go_one_way_from_the_ground(name: str) -> None:
    shades = [luminance(fill.fill) for fill in LOOK.levels[name]]
    assert shades in (sorted(shades), sorted(shades, reverse=True))


@pytest.mark.parametrize("name", THEMES)
def test_lines_of_an_overlay_stand_out_and_apart_for_every_kind_of_sight(name: str) -> None:
    tokens = LOOK.themes[name]
    assert len(tokens.lines) == 4
    assert min(ratio(line, tokens.surface) for line in tokens.lines) >= 4.5 - 0.05
    for sight in KINDS_OF_SIGHT:
        seen = [seen_by(sight, line) for line in tokens.lines]
        assert min(ciede2000(one, other) for one, other in combinations(seen, 2)) >= 20 - 0.5, sight


@pytest.mark.parametrize("name", THEMES)
def test_nothing_is_pink(name: str) -> None:
    fills = {f"level {n}": fill.fill for n, fill in enumerate(LOOK.levels[name])}
    for token, colour in (colours(LOOK.themes[name]) | fills).items():
        red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
        hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
        reddish = hue * 360 >= 290 or hue * 360 <= 8
        assert not (reddish and lightness > 0.5 and saturation > 0.25), f"{token} {colour}"


@pytest.mark.parametrize("step", STEPS)
def test_a_control_is_never_under_44_pixels(qtbot: QtBot, step: int) -> None:
    theme = dressed(text_size=step)
    assert theme.target >= 44
    assert theme.em == round(16 * step / 100)


def test_spacing_grows_with_the_text_to_half_as_much_again(qtbot: QtBot) -> None:
    assert [dressed(text_size=step).px(2) for step in STEPS] == [8, 9, 10, 12, 12]


def test_roles_are_factors_of_the_body_and_headings_are_bold(qtbot: QtBot) -> None:
    theme = dressed()
    assert [theme.font(role).pixelSize() for role in ("small", "body", "lead", "h2", "h1")] == [14, 16, 18, 22, 28]
    assert [theme.font(role).bold() for role in ("small", "body", "lead", "h2", "h1")] == [False] * 3 + [True] * 2


def test_a_chosen_segment_is_yellow_at_any_level_in_high_contrast(qtbot: QtBot) -> None:
    theme = dressed("contrast")
    assert {theme.chosen(level).fill for level in (None, 0, 1, 2, 3, 4)} == {"#FFFF00"}
    assert dressed("light").chosen(2).fill == LOOK.levels["light"][2].fill


def test_a_new_look_reaches_open_windows_and_leaves_text_and_focus(qtbot: QtBot) -> None:
    theme = dressed()
    window, field, label = QWidget(), QLineEdit(), Title("Today")
    column = QVBoxLayout(window)
    for widget in (label, QPushButton("Later"), field):
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    field.setText("half a wor")
    with qtbot.waitSignal(theme.changed):
        theme.use(Wish(200, "dark"))
    assert (field.text(), field.hasFocus(), field.font().pixelSize()) == ("half a wor", True, 32)
    assert label.font().pixelSize() == 56
    assert field.height() >= theme.target
    ink = label.palette().color(label.foregroundRole())
    assert ink == QColor(theme.tokens.text)


def test_system_colours_follow_the_desktop_and_are_light_without_one(qtbot: QtBot) -> None:
    theme = Theme(Wish(colours="system"), application().styleHints())
    assert theme.name == "light"


def test_the_palette_leaves_no_grey_of_the_style(qtbot: QtBot) -> None:
    theme = dressed("dark")
    known = {QColor(colour).name() for colour in colours(theme.tokens).values()}
    palette = application().palette()
    assert {palette.color(role).name() for role in (palette.ColorRole.Window, palette.ColorRole.Button)} <= known
    assert QLabel("x").palette().color(palette.ColorRole.WindowText).name() in known


def test_an_icon_is_drawn_in_the_colour_of_its_token(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "theme.json").write_bytes((resources() / "theme.json").read_bytes())
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    (tmp_path / "icons" / "bar.svg").write_text(f'{drawing} stroke-width="12"><path d="M0 12h24"/></svg>')
    theme = Theme(Wish(), application().styleHints(), tmp_path)
    image = theme.pixmap("bar", "accent").toImage()
    assert image.pixelColor(image.rect().center()).name() == theme.tokens.accent.lower()
    assert theme.icon("no such picture").isNull()


@pytest.mark.parametrize("place", ["sizes", "type"])
def test_a_theme_file_with_a_missing_key_is_refused_by_name(tmp_path: Path, place: str) -> None:
    data = json.loads((resources() / "theme.json").read_text(encoding="utf-8"))
    missing = sorted(data[place])[0]
    del data[place][missing]
    (tmp_path / "theme.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ResourceBroken, match=f"{place}: {missing}"):
        LookFile.load(tmp_path / "theme.json")


def test_a_theme_file_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.json").write_text('{"themes": ', encoding="utf-8")
    with pytest.raises(ResourceBroken):
        LookFile.load(tmp_path / "theme.json")
