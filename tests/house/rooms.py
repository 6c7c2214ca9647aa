"""Who may import whom, file by file where the house names a file; circles; imports that come late."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.source import CODE, Module, Program, Rule, called, code, sample

PACKAGE = "mbc_journal"
MIDDLE = frozenset({"charts", "report", "exchange"})
WIRING = frozenset({"app", "cli", "__main__"})
NOT_CORE = MIDDLE | WIRING | {"db", "ui", ""}
"""Every other room is a core word: what the program means, and what its pages show, without Qt and SQL."""

_BESIDES_CORE: dict[str, frozenset[str]] = {  # room -> the rooms it may import besides core words
    "report": frozenset({"charts"}),
    "ui": MIDDLE,
    **{room: MIDDLE | WIRING | {"db", "ui"} for room in WIRING},
}
_OUTSIDE = {  # what is not ours and not Python's own: file or room -> packages
    "paths": {"platformdirs"},
    "catalogue": {"rapidfuzz"},
    "reference": {"jsonschema"},
    "charts": {"matplotlib"},
    "report": {"typst"},
    "exchange.ics": {"icalendar"},
    "exchange.ccda": {"defusedxml"},
    "db": {"sqlalchemy", "sqlcipher3"},
    "ui": {"PySide6", "shiboken6"},
    "ui.chart_view": {"matplotlib"},
    **{room: {"PySide6"} for room in WIRING},
}
_DB_FOR_PAGES = ("db.journal", "db.questions")
_DB_FOR_THREE = ("db.backup", "db.keys")
_THREE = ("ui.settings_page", "ui.lock_page", "ui.trouble_page")
_LATE = {  # by design after the first paint, or on use
    ("cli", f"{PACKAGE}.app"),
    ("cli", f"{PACKAGE}.cli"),  # its verbs and its window, so that neither waits for the other's imports
    ("ui.window", f"{PACKAGE}.ui.pages"),
    ("ui.window", f"{PACKAGE}.ui.page_list"),  # all pages but Today, once Today can be used
    ("ui.window", f"{PACKAGE}.db"),
    ("ui.chart_view", f"{PACKAGE}.charts"),
    ("ui.chart_view", "matplotlib"),
    ("ui.print_page", f"{PACKAGE}.ui.print_page"),  # its half that prints, which brings matplotlib and typst
    ("ui.look_around", f"{PACKAGE}.demo"),
    ("exchange.ics", "icalendar"),
    ("exchange.ccda", "defusedxml"),
    ("catalogue", "rapidfuzz"),
    ("reference", "jsonschema"),
}
_NAMED = re.compile(rf"{PACKAGE}(\.\w+)+")


@dataclass(frozen=True)
class Import:
    """One module that a file takes in; `late` inside a function, `hidden` as a text handed to an importer."""

    node: ast.AST
    target: str
    late: bool = False
    hidden: bool = False


def imports(module: Module, known: frozenset[str]) -> Iterator[Import]:
    """Everything `module` imports; a name taken out of a package is the module of that name if there is one."""
    for node in module.all(ast.Import):
        for alias in node.names:
            yield Import(node, alias.name, module.in_function(node))
    for source in module.all(ast.ImportFrom):
        for alias in source.names:
            whole = f"{source.module}.{alias.name}"
            yield Import(source, whole if whole in known else str(source.module), module.in_function(source))
    for text in module.all(ast.Constant):
        if isinstance(text.value, str) and _NAMED.fullmatch(text.value) and text.value in known:
            yield Import(text, text.value, late=True, hidden=True)


def names_of(program: Program) -> frozenset[str]:
    """The modules there are."""
    return frozenset(module.name for module in program)


def forbidden_imports(program: Program) -> list[str]:
    """Imports that the table does not allow."""
    known = names_of(program)
    found = [
        module.at(taken.node, f"imports {taken.target}")
        for module in code(program)
        for taken in imports(module, known)
        if not _may(module, taken.target)
    ]
    return list(dict.fromkeys(found))


def _may(module: Module, target: str) -> bool:
    if target.split(".")[0] == PACKAGE:
        return _may_inside(module, target.removeprefix(PACKAGE).removeprefix("."))
    first = target.split(".")[0]
    if first in sys.stdlib_module_names:
        return True
    here = module.name.removeprefix(f"{PACKAGE}.")
    return any(_below(here, place) and first in packages for place, packages in _OUTSIDE.items())


def _may_inside(module: Module, target: str) -> bool:
    here, room = module.name.removeprefix(f"{PACKAGE}."), target.split(".")[0]
    if room in (module.room, ""):
        return True
    if module.room == "ui" and room == "db":
        if any(_below(target, place) for place in _DB_FOR_PAGES):
            return True
        return any(_below(here, page) for page in _THREE) and any(_below(target, place) for place in _DB_FOR_THREE)
    return room not in NOT_CORE or room in _BESIDES_CORE.get(module.room, frozenset())


def _below(name: str, place: str) -> bool:
    return name == place or name.startswith(f"{place}.")


def relative_imports(program: Program) -> list[str]:
    """`from . import x`, and imports for the type checker alone."""
    found = [module.at(node, "relative") for module in program for node in module.all(ast.ImportFrom) if node.level]
    return found + [
        module.at(node, "TYPE_CHECKING")
        for module in program
        for node in (*module.all(ast.Name), *module.all(ast.Attribute), *module.all(ast.alias))
        if "TYPE_CHECKING" in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))
    ]


def late_imports(program: Program) -> list[str]:
    """Imports inside functions, and imports by a text, beyond those of the start-up and on use."""
    known = names_of(program)
    found = [
        module.at(late.node, f"imports {late.target} late")
        for module in code(program)
        for late in imports(module, known)
        if late.late and not _may_be_late(module, late.target)
    ]
    return found + [
        module.at(call, "imports by a text")
        for module in code(program)
        for call in module.all(ast.Call)
        if called(call) in ("__import__", "importlib.import_module", "import_module")
        and not _below(module.name, f"{PACKAGE}.ui.window")
    ]


def _may_be_late(module: Module, target: str) -> bool:
    here = module.name.removeprefix(f"{PACKAGE}.")
    return any(_below(here, place) and _below(target, late) for place, late in _LATE)


def circles(program: Program) -> list[str]:
    """Modules, and rooms of the core, that import each other by any way."""
    files, known = code(program), names_of(program)
    by_file: dict[str, set[str]] = {module.name: set() for module in files}
    by_room: dict[str, set[str]] = {module.room: set() for module in files}
    for module in files:
        for found in imports(module, known):
            if found.target in by_file and found.target != module.name:
                by_file[module.name].add(found.target)
                by_room[module.room] |= {found.target.split(".")[1]} - {module.room} if "." in found.target else set()
    return [" -> ".join(circle) for graph in (by_file, by_room) if (circle := _circle(graph))]


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle, as the names along it; [] if there is none."""
    done: set[str] = set()
    for start in sorted(graph):
        path: list[tuple[str, Iterator[str]]] = [(start, iter(sorted(graph[start])))]
        while path and path[-1][0] not in done:
            step = next((name for name in path[-1][1] if name not in done), None)
            walked = [name for name, _ in path]
            if step is None:
                done.add(path.pop()[0])
            elif step in walked:
                return [*walked[walked.index(step) :], step]
            else:
                path.append((step, iter(sorted(graph.get(step, ())))))
    return []


def _file(path: str, text: str) -> dict[str, str]:
    return {CODE + path: text}


RULES = (
    Rule(
        "who may import whom",
        forbidden_imports,
        (
            _file("series/rows.py", "import PySide6.QtCore\n"),
            _file("series/rows.py", "from mbc_journal.db import questions\n"),
            _file("series/rows.py", "from mbc_journal import charts\n") | _file("charts.py", ""),
            _file("report.py", "import matplotlib\n"),
            _file("exchange/fhir/read.py", "import icalendar\n"),
            _file("db/journal.py", "from mbc_journal.exchange import FORMATS\n"),
            _file("ui/today_page.py", "import sqlalchemy\n"),
            _file("ui/today_page.py", "from mbc_journal.db import engine\n") | _file("db/engine.py", ""),
            _file("ui/today_page.py", "from mbc_journal.db.backup import Backup\n"),
            _file("ui/today_page.py", "import matplotlib.figure\n"),
            _file("app.py", "import sqlalchemy\n"),
            _file("scales.py", "import platformdirs\n"),
        ),
        (
            _file("ui/lock_page.py", "from mbc_journal.db import keys\n") | _file("db/keys.py", ""),
            _file("ui/chart_view.py", "from matplotlib.backends import backend_qtagg\n"),
            _file("db/questions/daily.py", "from mbc_journal.db import tables\nimport sqlalchemy\n"),
        ),
    ),
    Rule(
        "imports are absolute and the same for every reader",
        relative_imports,
        (sample("from . import x\n"), sample("from typing import TYPE_CHECKING\n")),
    ),
    Rule(
        "imports stand at the top, but for those of the start-up and on use",
        late_imports,
        (
            sample("def f():\n    import json\n"),
            sample("import importlib\nimportlib.import_module('x')\n"),
            _file("app.py", "x = 'mbc_journal.db.journal'\n") | _file("db/journal.py", ""),
            _file("ui/page.py", "def f():\n    from mbc_journal.ui import pages\n") | _file("ui/pages.py", ""),
        ),
        (_file("exchange/ics.py", "def f():\n    import icalendar\n"),),
    ),
    Rule(
        "nothing imports in a circle, hidden imports counted",
        circles,
        (
            _file("a.py", "from mbc_journal import b\n") | _file("b.py", "def f():\n    from mbc_journal.a import x\n"),
            _file("a.py", "x = 'mbc_journal.b'\n") | _file("b.py", "import mbc_journal.a\n"),
            _file("ui/a.py", "import mbc_journal.ui.b\n")
            | _file("ui/b.py", "import mbc_journal.ui.c\n")
            | _file("ui/c.py", "import mbc_journal.ui.a\n"),
            _file("records/a.py", "import mbc_journal.wording.a\n")
            | _file("wording/a.py", "")
            | _file("wording/b.py", "import mbc_journal.records.a\n"),
        ),
        (_file("a.py", "import mbc_journal.b\n") | _file("b.py", ""),),
    ),
)
