"""The style sheet and the palette: tokens and lengths filled into Qt's own controls."""

import dataclasses
from collections.abc import Mapping
from string import Template

from PySide6.QtGui import QColor, QPalette

from mbc_journal.ui.theme.look_file import Sizes, Tokens

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, QScrollArea, PageBody { background: $window; }
QToolTip { background: $surface; color: $text; border: $line solid $border; padding: $u1; }
QLabel { background: transparent; color: $text; }
Label, Muted, Lead { max-width: $paragraph; }
Muted, Hint { color: $muted; }
Problem { color: $warn; }
QLabel:disabled { color: $disabled; }

Card { background: $surface; border: $line solid $hairline; border-radius: $card_radius; }
Card[boxed="true"] { border: $chosen_line solid $accent; }
Notice { background: $accent_soft; border: $line solid $hairline; border-radius: $card_radius; }
Rule { background: $hairline; border: none; max-height: $line; min-height: $line; }
QGroupBox { border: none; margin: 0; padding: 0; background: transparent; }

QPushButton { background: $surface; color: $text; border: $line solid $border; border-radius: $radius;
  padding: 0 $u4; min-height: $inner; }
QPushButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed { background: $sunken; }
QPushButton:disabled { color: $disabled; border-color: $hairline; background: transparent; }
PrimaryButton { background: $accent; color: $on_accent; border-color: $accent; }
PrimaryButton:hover, PrimaryButton:pressed { background: $accent_hover; border-color: $accent_hover;
  color: $on_accent; }
PrimaryButton:disabled { background: $sunken; color: $disabled; border-color: $hairline; }
LinkButton, SmallLink { background: transparent; color: $link; border-color: transparent; }
LinkButton:hover, SmallLink:hover { background: $accent_soft; color: $link; border-color: transparent; }
LinkButton:disabled, SmallLink:disabled { color: $disabled; border-color: transparent; }
LinkButton { padding: 0 $u3; }
SmallLink { padding: 0 $u1; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit, QAbstractSpinBox { background: $surface; color: $text;
  border: $line solid $border; border-radius: $radius; padding: 0 $u3; min-height: $inner;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted; }
QPlainTextEdit { padding: $u2 $u2; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $disabled; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: $chosen_line solid $warn; }
QComboBox { padding-right: $u10; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: $line solid $border; outline: none;
  selection-background-color: $accent; selection-color: $on_accent; }

QAbstractItemView { background: $surface; color: $text; border: $line solid $hairline; border-radius: $radius;
  selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $window; }
QAbstractItemView::item { min-height: $inner; padding: 0 $u3; }
QAbstractItemView::item:selected, QAbstractItemView::item:hover { background: $accent_soft; color: $text; }
QTableView { border: none; border-radius: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text; border: none; border-bottom: $line solid $border;
  padding: 0 $u2; min-height: $inner; }
SideBar { background: $sunken; border: none; border-radius: 0; }
SideBar::item { padding: 0; }
#side_panel, #top_bar { background: $sunken; }
#info_bar { background: $surface; border-top: $line solid $hairline; }
#info_bar[state="failed"] { background: $danger_soft; border-top: $line solid $danger; }

QMenuBar { background: $sunken; color: $text; }
QMenuBar::item { background: transparent; padding: $u1 $u3; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $surface; color: $text; border: $line solid $border; padding: $u1 0; }
QMenu::item { padding: $u3 $u6; min-height: $icon; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: $line; background: $hairline; margin: $u1 0; }
QStatusBar { background: $surface; color: $text; }

QScrollBar:vertical { background: transparent; width: $scroll_bar; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: $scroll_bar; margin: 0; border: none; }
QScrollBar::handle { background: $border; border-radius: $mark; margin: $ring;
  min-height: $target; min-width: $target; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget { background: $surface; color: $text; }
QCalendarWidget QToolButton { min-height: $inner; min-width: $inner; border: none; border-radius: $radius;
  color: $text; background: transparent; padding: 0 $u1; }
QCalendarWidget QToolButton:hover { background: $accent_soft; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; min-height: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QAbstractItemView { border: none; selection-background-color: $accent; selection-color: $on_accent; }
""")


def style_sheet(tokens: Tokens, sizes: Sizes, lengths: Mapping[str, int]) -> str:
    """The whole style sheet; `lengths` are pixels: "target" of a control, "unit" of spacing, "em" of body text."""
    unit, target = lengths["unit"], lengths["target"]
    pixels = {f"u{count}": count * unit for count in (1, 2, 3, 4, 6, 7, 10)}
    pixels |= {
        name: getattr(sizes, name)
        for name in ("line", "chosen_line", "ring", "radius", "card_radius", "icon", "scroll_bar", "mark")
    }
    pixels |= {
        "target": target,
        "inner": target - 2 * sizes.line,
        "paragraph": round(sizes.paragraph_em * lengths["em"]),
    }
    colours = {name: value for name, value in dataclasses.asdict(tokens).items() if isinstance(value, str)}
    return _SHEET.substitute(colours, **{name: f"{length}px" for name, length in pixels.items()})


def palette(tokens: Tokens) -> QPalette:
    """The tokens as a palette, so that what the style sheet does not name is never Fusion grey."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text, role.Base: tokens.surface, role.Text: tokens.text,
        role.AlternateBase: tokens.window, role.Button: tokens.surface, role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.surface, role.ToolTipText: tokens.text, role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent, role.HighlightedText: tokens.on_accent, role.Link: tokens.link,
        role.LinkVisited: tokens.link, role.BrightText: tokens.on_accent, role.Accent: tokens.accent,
        role.Light: tokens.surface, role.Midlight: tokens.sunken, role.Mid: tokens.hairline, role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }  # fmt: skip
    made = QPalette()
    for where, colour in colours.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.disabled))
    return made
