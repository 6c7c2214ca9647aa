"""A screen reader in the system's Python: starts the program, reads Today over AT-SPI, presses a level, hears "Saved".

`dbus-run-session -- /usr/bin/python3 ear_actor.py ROW LEVEL COMMAND...` prints what it read and heard as one line of
JSON; the program is ended by then.
"""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

gi: Any = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")
GLib: Any = importlib.import_module("gi.repository.GLib")

_PATIENCE = 12.0  # seconds for the program to stand, and again for what it says


def below(thing: Any) -> Iterator[Any]:
    """`thing` and everything inside it."""
    if thing is not None:
        yield thing
        for number in range(thing.get_child_count()):
            yield from below(thing.get_child_at_index(number))


def inside(around: Any, role: str, name: str) -> Any:
    """The first thing of that role and name, None if there is none."""
    return next((one for one in below(around) if one.get_role_name() == role and one.get_name() == name), None)


class Ear:
    """Hears what is announced, while it waits."""

    def __init__(self) -> None:
        self.heard: list[list[str]] = []
        self._listener = Atspi.EventListener.new(self._on_announced)
        self._listener.register("object:announcement")

    def wait(self, ready: Callable[[], Any]) -> Any:
        """What `ready` answers, once it is true; its last answer when the patience ends."""
        until = time.monotonic() + _PATIENCE
        while not (found := ready()) and time.monotonic() < until:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.02)
        return found

    def _on_announced(self, event: Any) -> None:
        self.heard.append([event.source.get_role_name(), str(event.any_data)])


def program_of(pid: int) -> Any:
    """The accessible program of that process, None while it is not there."""
    desk = Atspi.get_desktop(0)
    found = [desk.get_child_at_index(number) for number in range(desk.get_child_count())]
    return next((one for one in found if one is not None and one.get_process_id() == pid), None)


def told(thing: Any) -> list[object]:
    """Role, name, description, and whether it is chosen."""
    chosen = thing.get_state_set().contains(Atspi.StateType.CHECKED)
    return [thing.get_role_name(), thing.get_name(), thing.get_description(), chosen]


def read(row: Any) -> dict[str, object]:
    """A row as it is read aloud: itself, then its levels."""
    return {"row": told(row), "levels": [told(one) for one in below(row) if one.get_role_name() == "radio button"]}


def listen(name: str, level: str, pid: int) -> dict[str, object]:
    """Read the row, press the level, wait for what is said, and read the row again."""
    ear = Ear()
    row = ear.wait(lambda: inside(program_of(pid), "panel", name))
    if row is None:
        return {"problem": f"no row {name!r} within {_PATIENCE} seconds"}
    before = read(row)
    rows = [told(one) for one in below(row.get_parent()) if one.get_role_name() == "panel" and one.get_name()]
    segment = inside(row, "radio button", level)
    does = [Atspi.Action.get_action_name(segment, number) for number in range(Atspi.Action.get_n_actions(segment))]
    Atspi.Action.do_action(segment, 0)
    ear.wait(lambda: ear.heard)
    row.clear_cache()
    bar = next((one for one in below(program_of(pid)) if one.get_name().startswith("Saved ")), None)
    line = bar.get_name() if bar is not None else ""
    return {"rows": rows, "before": before, "does": does, "heard": ear.heard, "after": read(row), "line": line}


def main(name: str, level: str, command: list[str]) -> int:
    """Start the program and tell what was heard of it."""
    Atspi.init()
    program = subprocess.Popen(command)
    try:
        sys.stdout.write(json.dumps(listen(name, level, program.pid)) + "\n")
    finally:
        program.terminate()
        program.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
