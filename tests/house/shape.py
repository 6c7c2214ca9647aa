"""What a file may do when it is imported, what it may keep, and that everything has a type and a line of words."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import CODE, Module, Program, Rule, called, code, sample

IGNORES = 5
_TOUCHES = re.compile(
    r"open|load|loads|connect|register|setlocale|basicConfig|addHandler|signal|putenv|(make|mk|rm)dirs?|stat|exists|"
    r"is_file|is_dir|glob|rglob|iterdir|listdir|scandir|(read|write)_(text|bytes)|unlink|rename|replace|chmod|touch|"
    r"QApplication|QGuiApplication|QSettings|now|today|getpid|gethostname|node|home|cwd|getcwd"
)
_MAPPING = CODE + "db/tables.py"
_CHARTS = CODE + "charts"
_CHANGES = frozenset(
    {"append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "add", "discard", "update"}
    | {"setdefault", "popitem", "appendleft", "intersection_update", "difference_update"}
)
_MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKERS = frozenset({"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"})
_BROAD = frozenset({"Exception", "BaseException"})
_CATCHERS = (CODE + "ui/crash.py", CODE + "ui/jobs.py")


def acts_at_import(program: Program) -> list[str]:
    """Statements at the top that do something, and calls there that open, write, register or ask the machine."""
    found: list[str] = []
    for module in code(program):
        found += [module.at(node, "a statement that acts") for node in module.tree.body if _acts(module, node)]
        found += [
            module.at(call, f"calls {called(call)}")
            for call in module.all(ast.Call)
            if _TOUCHES.fullmatch(called(call).rsplit(".", 1)[-1])
            and not module.in_function(call)
            and not any(isinstance(outer, ast.If) for outer in module.above(call))
            and not called(call).endswith("re.compile")
        ]
    return found


def _acts(module: Module, node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return module.path != _MAPPING
    if isinstance(node, ast.Assign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        elsewhere = any(isinstance(target, ast.Attribute | ast.Subscript) for target in targets)
        return elsewhere and not module.path.startswith(_CHARTS)
    if isinstance(node, ast.For | ast.While | ast.With | ast.Try | ast.Delete):
        return module.path != _MAPPING
    return False


def kept_state(program: Program) -> list[str]:
    """`global`, and lists, dicts and sets of a file that its code changes."""
    found = [module.at(node, "global") for module in code(program) for node in module.all(ast.Global)]
    for module in code(program):
        names = set(_containers(module))
        found += [module.at(node, f"changes {name}") for node, name in _changed(module) if name in names]
    return found


def _containers(module: Module) -> Iterator[str]:
    for node in module.tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        made = isinstance(value, ast.Call) and called(value).rsplit(".", 1)[-1] in _MAKERS
        if made or isinstance(value, _MUTABLE):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _changed(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for call in module.all(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in _CHANGES:
            yield from _name(call, call.func.value)
    for place in module.all(ast.Subscript):
        if isinstance(place.ctx, ast.Store | ast.Del):
            yield from _name(place, place.value)
    for change in module.all(ast.AugAssign):
        yield from _name(change, change.target)


def _name(node: ast.AST, value: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(value, ast.Name):
        yield node, value.id


def untyped(program: Program) -> list[str]:
    """Functions with a parameter or an answer of no type; tests too."""
    return [
        module.at(function, f"{function.name} lacks a type")
        for module in program
        for function in module.functions()
        if not _typed(function, any(isinstance(outer, ast.ClassDef) for outer in module.above(function)))
    ]


def _typed(function: ast.FunctionDef | ast.AsyncFunctionDef, in_class: bool) -> bool:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    first = 1 if in_class and named and named[0] and named[0].arg in ("self", "cls") else 0
    return all(one is None or one.annotation is not None for one in named[first:]) and function.returns is not None


def ignored_types(program: Program) -> list[str]:
    """Marks that silence the type checker without code and reason; all of them, once they are too many."""
    marks = [(module, mark) for module in program for mark in module.tree.type_ignores]
    found = [f"{module.path}:{mark.lineno} {mark.tag}" for module, mark in marks]
    bad = [line for line in found if not re.search(r"\[[\w, -]+\]\W+\w+ \w+", line)]
    return found if len(found) > IGNORES else bad


def wordless(program: Program) -> list[str]:
    """Modules, public classes and public functions without their line; what overrides Qt says nothing anew."""
    found = [f"{module.path}:1 no line at the top" for module in code(program) if not ast.get_docstring(module.tree)]
    return found + [
        module.at(node, f"{node.name} has no line of words")
        for module in code(program)
        for node in (*module.functions(), *module.all(ast.ClassDef))
        if not ast.get_docstring(node) and _is_public(module, node)
    ]


def _is_public(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    around = [outer for outer in module.above(node) if not isinstance(outer, ast.Module)]
    if any(not isinstance(outer, ast.ClassDef) or outer.name.startswith("_") for outer in around):
        return False
    overrides_qt = bool(around) and node.name != node.name.lower() and not isinstance(node, ast.ClassDef)
    marked = any(ast.unparse(mark).endswith(("override", "overload", ".setter")) for mark in node.decorator_list)
    return not (node.name.startswith("_") or overrides_qt or marked)


def catches_all(program: Program) -> list[str]:
    """`except:` and `except Exception:` outside the two files that must let nothing through."""
    found: list[str] = []
    for module in code(program):
        if module.path in _CATCHERS:
            continue
        for handler in module.all(ast.ExceptHandler):
            kinds = set(re.findall(r"\w+", ast.unparse(handler.type))) if handler.type else _BROAD
            found += [module.at(handler, "catches everything")] if kinds & _BROAD else []
        found += [
            module.at(call, "suppresses everything")
            for call in module.all(ast.Call)
            if called(call).endswith("suppress") and _BROAD & {ast.unparse(kind) for kind in call.args}
        ]
    return found


def odd_records(program: Program) -> list[str]:
    """Records that are frozen, compare by value or have slots: the mapping needs none of these."""
    return [
        module.at(kind, f"{kind.name} is not @dataclass(kw_only=True, eq=False)")
        for module in code(program)
        if module.room == "records"
        for kind in module.all(ast.ClassDef)
        if any(ast.unparse(parent) == "Row" for parent in kind.bases)
        and [ast.unparse(mark) for mark in kind.decorator_list] != ["dataclass(kw_only=True, eq=False)"]
    ]


RULES = (
    Rule(
        "importing a file does nothing",
        acts_at_import,
        (
            sample("import os\nos.environ['A'] = 'b'\n"),
            sample("import atexit\natexit.register(print)\n"),
            sample("TEXT = open('x').read()\n"),
            sample("class A:\n    text = Path('x').read_text()\n"),
            sample("for name in names:\n    pass\n"),
        ),
        (
            sample("if __name__ == '__main__':\n    main()\n"),
            sample("mapping.map(Reading, reading)\n", CODE + "db/tables.py"),
            sample("rcParams['svg.hashsalt'] = 'x'\n", CODE + "charts.py"),
        ),
    ),
    Rule(
        "a file keeps no state",
        kept_state,
        (
            sample("def f():\n    global x\n    x = 1\n"),
            sample("CACHE = {}\ndef f(a):\n    CACHE[a] = 1\n"),
            sample("SEEN: set[str] = set()\ndef f(a):\n    SEEN.add(a)\n"),
            sample("ALL = []\ndef f(a):\n    del ALL[0]\n"),
        ),
        (sample("WORDS = {'a': 'b'}\ndef f(a):\n    b = {}\n    b[a] = WORDS[a]\n"),),
    ),
    Rule(
        "every parameter and every answer has a type",
        untyped,
        (sample("def f(a: int):\n    return a\n"), sample("def test_x(a) -> None: ...\n", "tests/test_x.py")),
        (sample("class A:\n    def f(self, *a: int) -> None: ...\n"),),
    ),
    Rule(
        f"types are ignored {IGNORES} times at most, each with code and reason",
        ignored_types,
        (
            sample("x = y  # type: ignore\n"),
            sample("x = y  # type: ignore[misc]\n"),
            sample("x = y  # type: ignore[misc]  the stub is wrong\n" * 6),
        ),
        (sample("x = y  # type: ignore[misc]  the stub is wrong\n"),),
    ),
    Rule(
        "modules, public classes and public functions say in a line what they are",
        wordless,
        (
            sample("x = 1\n"),
            sample('"""Words."""\nclass A: ...\n'),
            sample('"""Words."""\nclass A:\n    """Words."""\n    def act(self): ...\n'),
        ),
        (sample('"""Words."""\nclass A:\n    """Words."""\n    def showEvent(self, event): ...\n'),),
    ),
    Rule(
        "an error that nobody thought of is caught by crash.py and jobs.py alone",
        catches_all,
        (
            sample("try: f()\nexcept: pass\n"),
            sample("try: f()\nexcept (ValueError, Exception): pass\n"),
            sample("with contextlib.suppress(Exception): f()\n"),
        ),
        (sample("try: f()\nexcept Exception: pass\n", CODE + "ui/jobs.py"),),
    ),
    Rule(
        "a record is a dataclass that the mapping can take",
        odd_records,
        (sample("@dataclass(frozen=True)\nclass Scan(Row): ...\n", CODE + "records/clinic.py"),),
        (sample("@dataclass(kw_only=True, eq=False)\nclass Scan(Row): ...\n", CODE + "records/clinic.py"),),
    ),
)
