"""How tests are made: nothing is mocked, little is patched, and everything that is listed is tried."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import CODE, Module, Program, Rule, called, sample

_FAKES = re.compile(r"(Magic|Async|NonCallable|Property)?Mock|mocker|create_autospec")
_PATCHES = re.compile(r"monkeypatch\.(setenv|delenv|chdir|syspath_prepend|undo|context)")
_DIALOGS = re.compile(r"Q(File|Print|PrintPreview|PageSetup|Message)(Dialog|Box)\b")
_TABLES = {"PAGES": "ui", "SECTIONS": "report", "FORMATS": "exchange", "STEPS": "db"}


def fakes(program: Program) -> list[str]:
    """Objects that only pretend."""
    return [
        module.at(node, name)
        for module in _tests(program)
        for node, name in _names(module)
        if _FAKES.fullmatch(name) or name in ("unittest.mock", "pytest_mock", "mock")
    ]


def _names(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for name in module.all(ast.Name):
        yield name, name.id
    for argument in module.all(ast.arg):
        yield argument, argument.arg
    for attribute in module.all(ast.Attribute):
        yield attribute, attribute.attr
    for alias in module.all(ast.alias):
        yield alias, alias.name
    for source in module.all(ast.ImportFrom):
        yield source, str(source.module)


def patches(program: Program) -> list[str]:
    """`monkeypatch` of anything but folders, the environment and the system's own dialogs."""
    return [
        module.at(call, ast.unparse(call)[:80])
        for module in _tests(program)
        for call in module.all(ast.Call)
        if called(call).startswith("monkeypatch.") and not _PATCHES.fullmatch(called(call)) and not _native(call)
    ]


def _native(call: ast.Call) -> bool:
    return bool(call.args) and bool(_DIALOGS.search(ast.unparse(call.args[0])))


def fewer_tests_than_code(program: Program) -> list[str]:
    """The two sums of lines, when tests have fewer.

    A line counts on either side when it is code: blank lines, lines of comment and docstrings do not.
    """
    shipped = sum(_weight(module) for module in program if module.is_code)
    tested = sum(_weight(module) for module in _tests(program))
    return [f"{tested} lines of tests, {shipped} of code"] if tested < shipped else []


def _weight(module: Module) -> int:
    told: set[int] = set()
    for node in module.all(ast.Expr):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    said = (line.strip() for number, line in enumerate(module.lines, 1) if number not in told)
    return sum(bool(line) and not line.startswith("#") for line in said)


def untried(program: Program) -> list[str]:
    """Pages, sections, formats and migration steps whose name stands in no test."""
    spoken = {word for module in _tests(program) for word in re.findall(r"\w+", module.text)}
    return [
        module.at(node, f"{table}: {name} has no test")
        for module in program
        if module.is_code
        for node, table, names in _listed(module)
        for name in names
        if not {name, name.removeprefix("_")} & spoken
    ]


def _listed(module: Module) -> Iterator[tuple[ast.AST, str, list[str]]]:
    for node in module.tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and _TABLES.get(target.id) == module.room:
                yield node, target.id, _entries(getattr(node, "value", None))


def _entries(value: ast.AST | None) -> list[str]:
    """The names and texts in a tuple, list or dict."""
    if isinstance(value, ast.Dict):
        items: list[ast.AST] = [key for key in value.keys if key is not None]
    elif isinstance(value, ast.Tuple | ast.List):
        items = list(value.elts)
    else:
        items = []
    found = [ast.unparse(item).rsplit(".", 1)[-1] for item in items if isinstance(item, ast.Name | ast.Attribute)]
    return found + [str(item.value) for item in items if isinstance(item, ast.Constant)]


def _tests(program: Program) -> list[Module]:
    return [module for module in program if module.path.startswith("tests/")]


_PAGES = {CODE + "ui/page_list.py": "PAGES = (TodayPage,)\n"}
RULES = (
    Rule(
        "nothing in a test only pretends",
        fakes,
        (
            sample("from unittest import mock\n", "tests/test_x.py"),
            sample("def test_x(mocker: object) -> None: ...\n", "tests/test_x.py"),
            sample("x = MagicMock()\n", "tests/test_x.py"),
        ),
    ),
    Rule(
        "only folders, environment and native dialogs are patched",
        patches,
        (sample("monkeypatch.setattr(files, 'write_whole', None)\n", "tests/test_x.py"),),
        (
            sample("monkeypatch.setenv('HOME', 'x')\n", "tests/test_x.py"),
            sample("monkeypatch.setattr(QFileDialog, 'getSaveFileName', x)\n", "tests/test_x.py"),
        ),
    ),
    Rule(
        "there is as much test as code",
        fewer_tests_than_code,
        (
            {CODE + "a.py": "x = 1\n" * 3, "tests/test_a.py": "x = 1\n" * 2},
            {CODE + "a.py": "x = 1\n" * 3, "tests/test_a.py": '"""A.\n\nB.\n"""\n# C\n\nx = 1\nx = 1\n'},
        ),
        (
            {CODE + "a.py": "x = 1\n" * 3, "tests/test_a.py": "x = 1\n" * 3},
            {CODE + "a.py": '"""A.\n\nB.\n"""\n# C\n\nx = 1\n', "tests/test_a.py": "x = 1\n"},
        ),
    ),
    Rule(
        "every page, section, format and step has a test",
        untried,
        (
            _PAGES,
            {CODE + "report/__init__.py": "SECTIONS: tuple[str, ...] = ('brief',)\n"},
            {CODE + "exchange/__init__.py": "FORMATS = (native.FORMAT, ics)\n"},
            {CODE + "db/migrations.py": "STEPS = (_first,)\n"},
        ),
        (_PAGES | {"tests/ui/test_today_page.py": "def test_x(page: TodayPage) -> None: ...\n"},),
    ),
)
