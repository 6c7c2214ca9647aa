"""Two pairs of hands for a whole window: one has only a mouse, the other only a keyboard. They count what they do."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QListWidget, QWidget

from mbc_journal.ui.widgets import PageColumn
from mbc_journal.ui.window import Window

_NOTCH = 120  # what a wheel tells for one notch
_FAR = 60  # more notches or keys than this lead nowhere


class Hands:
    """What both pairs have: a window, typing where the focus is, and no patience with dialogs."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.acts = 0
        self.letters = 0

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.letters += len(text)
        QTest.keyClicks(focus(), text)
        self.rest()

    def rest(self) -> None:
        """Let the window come to rest, as it does between two acts of a person; no dialog may stand over it."""
        for _round in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        over = QApplication.activeModalWidget()
        assert over is None, f"a dialog stands over the window: {over}"

    def seen(self, name: str) -> QWidget:
        """The control of that object name that can be used now."""
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible() and one.isEnabled()]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]


class Mouse(Hands):
    """Clicks in the middle of what is seen; `turns` are notches of the wheel."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.turns = 0

    def click(self, name: str) -> None:
        """Click the control of that object name, after scrolling to it."""
        target = self.seen(name)
        self._scroll_to(target)
        self._click_at(target, target.rect().center())

    def click_page(self, words: str) -> None:
        """Click the page of these words in the side bar."""
        bar = self.seen("side_bar")
        assert isinstance(bar, QListWidget)
        (item,) = bar.findItems(words, Qt.MatchFlag.MatchExactly)
        self._click_at(bar, bar.viewport().mapTo(bar, bar.visualItemRect(item).center()))

    def choose(self, name: str, words: str) -> None:
        """Open a list of few words and click one of them."""
        box = self.seen(name)
        assert isinstance(box, QComboBox)
        self.click(name)
        view, place = box.view(), box.model().index(box.findText(words), 0)
        assert view.isVisible()
        assert place.isValid(), words
        QTest.qWait(2 * QApplication.doubleClickInterval())  # at first the list takes a click for the end of the last
        self.acts += 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(place).center())
        self.rest()
        assert box.currentText() == words
        assert not view.isVisible()

    def write(self, name: str, text: str) -> None:
        """Click into a field and type."""
        self.click(name)
        assert focus() is self.seen(name)
        self.type(text)

    def _scroll_to(self, target: QWidget) -> None:
        page = target.parentWidget()
        while page is not None and not isinstance(page, PageColumn):
            page = page.parentWidget()
        if page is None:
            return
        for _turn in range(_FAR):
            view = page.viewport()
            top = target.mapTo(page, QPoint(0, 0)).y() - view.y()
            below = top + target.height() - view.height()
            if top >= 0 >= below or (below > 0 and top <= 0):
                return
            self._turn(page, _NOTCH if top < 0 else -_NOTCH)
        raise AssertionError(f"the wheel does not bring {target.objectName()} into view")

    def _turn(self, page: PageColumn, by: int) -> None:
        self.turns += 1
        view = page.viewport()
        middle = QPointF(view.rect().center())
        event = QWheelEvent(
            middle, QPointF(view.mapToGlobal(view.rect().center())), QPoint(), QPoint(0, by),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        self.rest()

    def _click_at(self, target: QWidget, where: QPoint) -> None:
        """Click the window at this place of `target`, which nothing may cover."""
        place = target.mapTo(self.window, where)
        hit = self.window.childAt(place)
        assert hit is not None, target
        assert hit is target or target.isAncestorOf(hit), f"{hit} lies over {target}"
        self.acts += 1
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
        self.rest()


class Keyboard(Hands):
    """Presses keys where the focus is; it never puts the focus anywhere itself."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as "Ctrl+T" or "Tab"."""
        for key in keys:
            *held, name = key.split("+")
            self.acts += 1
            QTest.keyClick(focus(), getattr(Qt.Key, f"Key_{name}"), _modifiers(held))
            while "Alt" in held and any(button.isDown() for button in self.window.findChildren(QAbstractButton)):
                QTest.qWait(10)  # Qt shows a button pressed by its letter as pressed, for a moment
            self.rest()

    def go(self, name: str, key: str = "Tab") -> None:
        """Press `key` until the focus is on the control of that object name."""
        for _time in range(_FAR):
            if focus().objectName() == name:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {name}, but to {focus().objectName()}")


def _modifiers(held: list[str]) -> Qt.KeyboardModifier:
    names = {"Ctrl": "ControlModifier", "Alt": "AltModifier", "Shift": "ShiftModifier"}
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in held:
        modifiers |= Qt.KeyboardModifier[names[name]]
    return modifiers


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found
