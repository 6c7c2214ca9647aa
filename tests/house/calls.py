"""Calls and modules that are not used here, or in one place alone."""

import ast
import re
from collections.abc import Iterable

from tests.house.rooms import imports, names_of
from tests.house.source import CODE, Module, Program, Rule, called, code, dotted, sample

_NEVER = (
    "matplotlib.pyplot", "pylab", "importlib.resources", "pickle", "marshal", "shelve", "subprocess", "multiprocessing",
    "sqlite3", "xml", "lxml", "unittest",
)  # fmt: skip
_NEVER_CALLED = (
    "eval", "exec", "compile", "os.system", "os.popen", "os.fork", "breakpoint", "input",
    "QListWidgetItem",  # add_row: freed twice with its list otherwise
)  # fmt: skip
_NETWORK = (
    "socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
    "socketserver", "xmlrpc", "asyncio", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "webbrowser",
)  # fmt: skip
_CLOCKS = re.compile(r"(.*\.)?(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime|ctime)")
_SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|TRIGGER|VIRTUAL)"
    r"|ALTER\s+TABLE|DROP\s+(TABLE|INDEX)|PRAGMA\s|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|ATTACH\s|VACUUM)"
)
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?![0-9A-Za-z])")
_PIXELS = re.compile(r"\b\d+(\.\d+)?px\b")
_SETS_PIXELS = re.compile(r"setFixed\w*|setMinimum\w*|setMaximum\w*|setSpacing|setContentsMargins|resize")
_EXACT = ("records", "db", "exchange")


def never_used(program: Program) -> list[str]:
    """Modules and calls that no code here needs."""
    known = names_of(program)
    found = _taken(code(program), known, _NEVER)
    for module in code(program):
        found += [module.at(call, called(call)) for call in module.all(ast.Call) if called(call) in _NEVER_CALLED]
        found += [module.at(node, "pyplot") for node in module.all(ast.Attribute) if node.attr == "pyplot"]
    return found


def reaches_the_network(program: Program) -> list[str]:
    """Modules that open a connection."""
    return _taken(code(program), names_of(program), _NETWORK)


def _taken(modules: Iterable[Module], known: frozenset[str], unwanted: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for module in modules:
        for taken in imports(module, known):
            names = [taken.target]
            if isinstance(taken.node, ast.ImportFrom):
                names += [f"{taken.target}.{alias.name}" for alias in taken.node.names]
            hit = any(name == one or name.startswith(f"{one}.") for name in names for one in unwanted)
            found += [module.at(taken.node, f"imports {taken.target}")] if hit else []
    return found


def asks_the_time(program: Program) -> list[str]:
    """Calls of the machine's own clock; a clock that was handed in is fine."""
    return [
        module.at(call, called(call))
        for module in code(program)
        if module.room not in ("app", "cli")
        for call in module.all(ast.Call)
        if _CLOCKS.fullmatch(called(call))
    ]


def prints(program: Program) -> list[str]:
    """`print` outside the command line."""
    return [
        module.at(call, "print")
        for module in code(program)
        if module.room != "cli"
        for call in module.all(ast.Call)
        if called(call) == "print"
    ]


def inexact(program: Program) -> list[str]:
    """Floats where a number is somebody's own."""
    exact = [module for module in code(program) if module.room in _EXACT]
    found = [module.at(node, "float") for module in exact for node in module.all(ast.Name) if node.id == "float"]
    return found + [
        module.at(node, f"{node.value}")
        for module in exact
        for node in module.all(ast.Constant)
        if isinstance(node.value, float)
    ]


def sql_outside(program: Program) -> list[str]:
    """SQL in a text outside db/."""
    return [
        module.at(text, "SQL")
        for module in code(program)
        if module.room != "db"
        for text in module.all(ast.Constant)
        if isinstance(text.value, str) and _SQL.match(text.value)
    ]


def looks_outside_theme(program: Program) -> list[str]:
    """Colours and pixel sizes that belong into resources/theme.json."""
    found = [
        module.at(text, text.value[:40])
        for module in code(program)
        for text in module.all(ast.Constant)
        if isinstance(text.value, str)
        and (_COLOUR.search(text.value) or _PIXELS.search(text.value))
        and not _is_docstring(module, text)
    ]
    return found + [
        module.at(call, ast.unparse(call))
        for module in code(program)
        for call in module.all(ast.Call)
        if _SETS_PIXELS.fullmatch(called(call).rsplit(".", 1)[-1]) and any(_is_size(given) for given in call.args)
    ]


def _is_docstring(module: Module, text: ast.Constant) -> bool:
    return isinstance(next(module.above(text), None), ast.Expr)


def _is_size(given: ast.AST) -> bool:
    return isinstance(given, ast.Constant) and isinstance(given.value, int | float) and given.value > 1


def loose_connections(program: Program) -> list[str]:
    """Signals connected to a lambda, a partial, or a method of the class that is no @Slot; slots of no @Slot."""
    found: list[str] = []
    for module in code(program):
        for call in module.all(ast.Call):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "connect" and call.args:
                goal = call.args[0]
                made = isinstance(goal, ast.Call) and called(goal).endswith("partial")
                found += [module.at(call, "connects a lambda or partial")] if made or _is_lambda(goal) else []
        for kind in module.all(ast.ClassDef):
            found += [module.at(method, f"{method.name} lacks @Slot") for method in _unmarked_slots(module, kind)]
    return found


def _is_lambda(goal: ast.AST) -> bool:
    return isinstance(goal, ast.Lambda)


def _unmarked_slots(module: Module, kind: ast.ClassDef) -> list[ast.FunctionDef]:
    connected = {
        dotted(goal).removeprefix("self.")
        for call in ast.walk(kind)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        for goal in call.args
    }
    return [
        method
        for method in kind.body
        if isinstance(method, ast.FunctionDef)
        and module.room == "ui"
        and (method.name in connected or method.name.startswith("_on_"))
        and not any(ast.unparse(mark).startswith("Slot(") for mark in method.decorator_list)
    ]


RULES = (
    Rule(
        "modules and calls that are never used",
        never_used,
        (
            sample("import pickle\n"),
            sample("from importlib import resources\n"),
            sample("import matplotlib.pyplot as plot\n"),
            sample("from xml.etree import ElementTree\n"),
            sample("eval('1')\n"),
            sample("import subprocess\n"),
            sample("os.system('x')\n"),
        ),
        (sample("dialog.exec()\nre.compile('x')\n"),),
    ),
    Rule(
        "nothing reaches the network",
        reaches_the_network,
        (
            sample("import socket\n"),
            sample("from urllib import request\n"),
            sample("import http.client\n"),
            sample("from PySide6.QtNetwork import QLocalServer\n"),
            sample("from PySide6 import QtNetwork\n"),
        ),
        (sample("import urllib.parse\n"),),
    ),
    Rule(
        "the time is asked of the clock that was handed in",
        asks_the_time,
        (
            sample("x = datetime.now()\n"),
            sample("x = dt.date.today()\n"),
            sample("import time\nx = time.time()\n"),
        ),
        (sample("x = self.clock.today()\n"), sample("x = dt.datetime.now(dt.UTC)\n", CODE + "app.py")),
    ),
    Rule("only the command line prints", prints, (sample("print(1)\n"),), (sample("print(1)\n", CODE + "cli/x.py"),)),
    Rule(
        "numbers of a person are exact",
        inexact,
        (
            sample("x = float('1')\n", CODE + "records/daily.py"),
            sample("x = 0.1\n", CODE + "db/engine.py"),
            sample("def f(x: float): ...\n", CODE + "exchange/native.py"),
        ),
        (sample("x = float('1')\n", CODE + "charts.py"),),
    ),
    Rule(
        "SQL is written in db/ alone",
        sql_outside,
        (sample("x = 'SELECT * FROM reading'\n"), sample("x = f'UPDATE reading SET level = {y}'\n")),
        (sample("x = 'SELECT 1'\n", CODE + "db/engine.py"), sample("x = 'Select a day'\n")),
    ),
    Rule(
        "colours and sizes live in theme.json",
        looks_outside_theme,
        (
            sample("x = '#0A6464'\n"),
            sample("x = f'color: #fff; {y}'\n"),
            sample("self.setFixedWidth(240)\n"),
            sample("layout.setContentsMargins(0, 12, 0, 0)\n"),
            sample("x = 'border: 2px solid'\n"),
        ),
        (sample("self.setFixedWidth(theme.px(6))\nlayout.setSpacing(0)\nx = 'Issue #12 is done'\n"),),
    ),
    Rule(
        "a signal goes to a bound method that is a @Slot",
        loose_connections,
        (
            sample("button.clicked.connect(lambda: f())\n"),
            sample("button.clicked.connect(functools.partial(f, 1))\n"),
            sample("class A:\n    def _on_x_clicked(self): ...\n", CODE + "ui/page.py"),
            sample(
                "class A:\n    def __init__(self):\n        b.clicked.connect(self.act)\n    def act(self): ...\n",
                CODE + "ui/page.py",
            ),
        ),
        (sample("class A:\n    @Slot()\n    def _on_x_clicked(self): ...\n", CODE + "ui/page.py"),),
    ),
)
