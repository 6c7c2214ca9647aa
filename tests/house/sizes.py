"""How large a file, a function, a class and a constructor may be."""

import ast
from collections import Counter

from tests.house.source import CODE, Module, Program, Rule, code, sample

FILE, MOST_FILES, FUNCTION, MOST_FUNCTIONS, BRANCHES = 300, 250, 40, 20, 8
METHODS, PARAMETERS = 12, 4
_FORKS = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
JOURNAL = {"ask", "save", "bin", "undo", "redo", "forget", "copy_to", "close"}


def long_files(program: Program) -> list[str]:
    """Files above the limit."""
    return [f"{module.path} has {len(module.lines)} lines" for module in program if len(module.lines) > FILE]


def files_are_long_too_often(program: Program) -> list[str]:
    """The files above the second limit, when they are more than one in ten."""
    files = code(program)
    found = [f"{module.path} has {len(module.lines)} lines" for module in files if len(module.lines) > MOST_FILES]
    return found if len(found) > len(files) / 10 else []


def long_functions(program: Program) -> list[str]:
    """Functions above the limit."""
    return [
        module.at(function, f"{function.name} has {_length(function)} lines")
        for module in code(program)
        for function in module.functions()
        if _length(function) > FUNCTION
    ]


def functions_are_long_too_often(program: Program) -> list[str]:
    """The functions above the second limit, when they are more than one in ten."""
    functions = [(module, function) for module in code(program) for function in module.functions()]
    found = [module.at(function, function.name) for module, function in functions if _length(function) > MOST_FUNCTIONS]
    return found if len(found) > len(functions) / 10 else []


def branching_functions(program: Program) -> list[str]:
    """Functions with too many ways through; those of a function inside count for itself alone."""
    return [
        module.at(function, f"{getattr(function, 'name', '')} has {branches} branches")
        for module in code(program)
        for function, branches in _branches(module).items()
        if branches > BRANCHES
    ]


def wide_classes(program: Program) -> list[str]:
    """Classes with too many public methods; names that Qt gives are counted too."""
    return [
        module.at(kind, f"{kind.name} has {len(_public(kind))} public methods")
        for module in code(program)
        for kind in module.all(ast.ClassDef)
        if len(_public(kind)) > METHODS
    ]


def other_journal_methods(program: Program) -> list[str]:
    """What the Journal offers besides its eight, or lacks of them."""
    return [
        module.at(kind, f"Journal: {sorted(_public(kind) ^ JOURNAL)}")
        for module in code(program)
        for kind in module.all(ast.ClassDef)
        if kind.name == "Journal" and module.room == "db" and _public(kind) != JOURNAL
    ]


def greedy_constructors(program: Program) -> list[str]:
    """Constructors with too many parameters, `self` not counted."""
    return [
        module.at(function, f"a constructor with {count} parameters")
        for module in code(program)
        for function in module.all(ast.FunctionDef)
        if function.name == "__init__" and (count := _parameters(function) - 1) > PARAMETERS
    ]


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _branches(module: Module) -> Counter[ast.AST]:
    """How often the way forks in each function and class of the module, not in those inside it."""
    owners = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    forks = (fork for kind in _FORKS for fork in module.all(kind))
    around = (next((outer for outer in module.above(fork) if isinstance(outer, owners)), module.tree) for fork in forks)
    return Counter(owner for owner in around if not isinstance(owner, ast.Module | ast.ClassDef))


def _public(kind: ast.ClassDef) -> set[str]:
    functions = (node for node in kind.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return {function.name for function in functions if not function.name.startswith("_")}


def _parameters(function: ast.FunctionDef) -> int:
    given = function.args
    named = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
    return named + (given.vararg is not None) + (given.kwarg is not None)


def _functions(count: int, lines: int) -> str:
    return "".join(f"def f{number}():\n" + "    x = 1\n" * (lines - 1) for number in range(count))


def _class(name: str, *methods: str) -> str:
    return f"class {name}:\n" + "".join(f"    def {method}(self): ...\n" for method in methods)


RULES = (
    Rule(f"a file has {FILE} lines at most", long_files, (sample("x = 1\n" * 301),), (sample("x = 1\n" * 300),)),
    Rule(
        f"nine files of ten have {MOST_FILES} lines at most",
        files_are_long_too_often,
        (sample("x = 1\n" * 251),),
        ({**{f"{CODE}short_{number}.py": "" for number in range(9)}, f"{CODE}long.py": "x = 1\n" * 251},),
    ),
    Rule(f"a function has {FUNCTION} lines at most", long_functions, (sample(_functions(1, 41)),)),
    Rule(
        f"nine functions of ten have {MOST_FUNCTIONS} lines at most",
        functions_are_long_too_often,
        (sample(_functions(1, 21)),),
        (sample(_functions(9, 20) + _functions(1, 21)),),
    ),
    Rule(
        f"a function has {BRANCHES} branches at most",
        branching_functions,
        (
            sample("def f(x):\n" + "    if x: pass\n" * 9),
            sample("def f(x):\n    try: pass\n" + "".join(f"    except E{n}: pass\n" for n in range(9))),
        ),
        (sample("def f(x):\n" + "    if x: pass\n" * 8),),
    ),
    Rule(
        f"a class has {METHODS} public methods at most",
        wide_classes,
        (sample(_class("Wide", *(f"do_{number}" for number in range(13)))),),
        (sample(_class("Narrow", *(f"do_{number}" for number in range(12)), "_more", "__len__")),),
    ),
    Rule(
        "the Journal has its eight methods and no ninth",
        other_journal_methods,
        (
            sample(_class("Journal", *JOURNAL, "compact"), CODE + "db/journal.py"),
            sample(_class("Journal", "ask"), CODE + "db/journal.py"),
        ),
        (sample(_class("Journal", *JOURNAL), CODE + "db/journal.py"),),
    ),
    Rule(
        f"a constructor has {PARAMETERS} parameters at most",
        greedy_constructors,
        (sample("class A:\n    def __init__(self, a, b, *, c, d, e): ...\n"),),
        (sample("class A:\n    def __init__(self, a, b, *, c, d): ...\n"),),
    ),
)
