"""The source of the program and its tests, parsed once; and what a rule is."""

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from tests.surroundings import ROOT

CODE = "mbc_journal/"
_N = TypeVar("_N", bound=ast.AST)


class Module:
    """One Python file: its text, its tree, and every node of a kind at hand."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = text.splitlines()
        self.tree = ast.parse(text, path, type_comments=True)
        self.is_code = path.startswith(CODE)

    @cached_property
    def name(self) -> str:
        """As it is imported: "mbc_journal.db.journal"; a package for its `__init__.py`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def room(self) -> str:
        """The first name below the package: "db", "scales", "cli"; "" for the package itself."""
        return self.name.split(".")[1] if self.name.count(".") else ""

    def all(self, kind: type[_N]) -> list[_N]:
        """Every node of exactly this kind, as they stand."""
        return cast("list[_N]", self._kinds.get(kind, []))

    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        return [*self.all(ast.FunctionDef), *self.all(ast.AsyncFunctionDef)]

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around `node`, the nearest first."""
        while node in self._parents:
            node = self._parents[node]
            yield node

    def in_function(self, node: ast.AST) -> bool:
        """Whether `node` runs when something is called, not at import."""
        return any(isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for outer in self.above(node))

    def at(self, node: ast.AST, what: str) -> str:
        """A finding, as "mbc_journal/app.py:12 what"."""
        return f"{self.path}:{getattr(node, 'lineno', 1)} {what}"

    def index(self) -> None:
        """Walk the tree now instead of when a rule first asks."""
        _ = self._kinds, self._parents

    @cached_property
    def _kinds(self) -> dict[type[ast.AST], list[ast.AST]]:
        kinds: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
        waiting: list[ast.AST] = [self.tree]
        while waiting:
            node = waiting.pop()
            kinds[type(node)].append(node)
            waiting.extend(reversed(list(ast.iter_child_nodes(node))))
        return kinds

    @cached_property
    def _parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for nodes in self._kinds.values() for node in nodes for child in ast.iter_child_nodes(node)}


Program = tuple[Module, ...]
Files = Mapping[str, str]


@dataclass(frozen=True)
class Rule:
    """One sentence of the house, how breaches are found, and small samples that break and keep it."""

    says: str
    find: Callable[[Program], list[str]]
    bad: tuple[Files, ...]
    good: tuple[Files, ...] = ()


def sample(text: str, path: str = CODE + "sample.py") -> Files:
    """A small file to try a rule on."""
    return {path: text}


def parse(files: Files) -> Program:
    """The files as modules, sorted by path."""
    return tuple(Module(path, text) for path, text in sorted(files.items()))


def whole() -> Program:
    """Every Python file of the checkout that is ours."""
    found = [path for part in ("mbc_journal", "tests", "bench") for path in (ROOT / part).rglob("*.py")]
    program = parse({path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found})
    for module in program:
        module.index()
    return program


def code(program: Program) -> list[Module]:
    """The modules that are shipped."""
    return [module for module in program if module.is_code]


def called(call: ast.Call) -> str:
    """The dotted name that is called, as "dt.datetime.now"; "" when it is not a plain name."""
    return dotted(call.func)


def dotted(node: ast.AST) -> str:
    """ "a.b.c" of such an expression; a call or subscript inside it becomes "?"."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"
