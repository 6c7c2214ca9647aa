"""A second start asks the first window to come forward, and is answered."""

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from mbc_journal.ui import come_forward


def test_the_first_window_answers_within_two_seconds(qtbot: QtBot, tmp_path: Path) -> None:
    bell = come_forward.Doorbell(tmp_path)
    answers: list[bool] = []
    second = threading.Thread(target=lambda: answers.append(come_forward.ring(tmp_path)))
    with qtbot.waitSignal(bell.rung, timeout=3000):
        second.start()
    second.join()
    assert answers == [True]


def test_without_a_first_window_nothing_is_left_behind(tmp_path: Path) -> None:
    assert not come_forward.ring(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_the_second_start_goes_on_alone(tmp_path: Path) -> None:
    assert not come_forward.ring(tmp_path / "gone")
