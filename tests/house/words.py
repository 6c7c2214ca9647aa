"""Names, comments, and the words a person reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import CODE, Module, Program, Rule, called, code, sample

_VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"})
_SHORT = re.compile(
    "addr|arr|attrs?|btn|buf|calc|cb|cfg|chars?|cmd|cnt|cols?|conf|conn|ctx|cur|curr|desc|dict|dirs?|dlg|docs?|dst|elem|elt"
    "|env|err|evt|exc|fig|fmt|fn|func|hdr|hrs|idx|imgs?|init|lbl|lib|loc|lst|mgr|mins|msgs?|nums?|objs?|params?|pct|pkg"
    "|pos|prefs|prev|proc|ptr|qty|refs?|repr|req|res|resp|ret|secs|sep|src|stmt|strs?|sym|sz|tbl|tmp|txt|usr|util|vals?"
    "|vars?|ver|wgt|win|yrs?"
)
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
_STATEMENTS = (
    ast.Assign, ast.AugAssign, ast.Return, ast.Import, ast.ImportFrom, ast.FunctionDef, ast.If, ast.For, ast.While,
    ast.With, ast.Delete, ast.Raise, ast.Assert,
)  # fmt: skip
_FONTS = frozenset({"Atkinson Hyperlegible", "Noto Sans", "DejaVu Sans"})
_MARKED = frozenset({"_", "N_", "ngettext", "say", "wording.say", "wording._", "wording.N_", "wording.ngettext"})
_FOR_DEVELOPERS = re.compile(
    r"[A-Z]\w*Error|ResourceBroken|(.*\.)?(broken|compile|debug|info|warning|error|exception|critical)"
    r"|(.*\.)?(fullmatch|match|search|sub|split|findall|finditer)"
)
_SHOWN = re.compile(
    r"set(Text|WindowTitle|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription|PlaceholderText|Title"
    r"|Prefix|Suffix|LabelText|InformativeText)|Q(Label|PushButton|CheckBox|RadioButton|GroupBox|Action|Menu|ToolButton)"
    r"|add(Menu|Tab)|showMessage"
)
_SENTENCE = re.compile(r"[A-Z][a-z]+(,? [\w'\"(-]+)+[.?!]?|.*[a-z]+ [a-z]+ [a-z]+.*", re.DOTALL)
BANNED = re.compile(
    r"\b(battles?|battling|fights?|fighting|fighters?|survivors?|losers?|failed treatments?|streaks?|missed!|ribbons?"
    r"|warriors?|brave|pink|mCODE|IPS|PRO-?CTCAE|works with your hospital)\b"
)


def vague_modules(program: Program) -> list[str]:
    """Files whose name says nothing."""
    return [module.path for module in program if Path(module.path).stem in _VAGUE]


def shortened_names(program: Program) -> list[str]:
    """Names cut short; id, db and ui are words here."""
    return [
        module.at(node, name)
        for module in code(program)
        for node, name in _given_names(module)
        if any(_SHORT.fullmatch(part) for part in name.lower().split("_"))
    ]


def _given_names(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for kind in module.all(ast.ClassDef):
        yield kind, kind.name
    for function in module.functions():
        if not _named_elsewhere(function):
            yield function, function.name
            yield from (
                (argument, argument.arg) for argument in ast.walk(function.args) if isinstance(argument, ast.arg)
            )
    for name in module.all(ast.Name):
        if isinstance(name.ctx, ast.Store):
            yield name, name.id


def _named_elsewhere(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether Python, Qt or SQLAlchemy gave the name."""
    return function.name.startswith(("__", "process_")) or function.name != function.name.lower()


def unfinished(program: Program) -> list[str]:
    """Notes of work to do, and code kept as a comment."""
    found: list[str] = []
    for module in code(program):
        for number, line in enumerate(module.lines, 1):
            if _UNFINISHED.search(line):
                found.append(f"{module.path}:{number} {line.strip()}")
            elif line.lstrip().startswith("#") and _is_code(line.strip(" #")):
                found.append(f"{module.path}:{number} code as a comment: {line.strip()}")
    return found


def _is_code(comment: str) -> bool:
    for text in (comment, f"{comment}\n    pass"):
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        return any(
            isinstance(node, _STATEMENTS)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Await))
            for node in tree.body
        )
    return False


def untranslated(program: Program) -> list[str]:
    """Texts for people that gettext never sees: handed to a widget, or sentences anywhere else."""
    found: list[str] = []
    for module in code(program):
        if module.room in ("db", "demo"):
            continue
        found += [
            module.at(text, repr(text.value)[:60])
            for text in module.all(ast.Constant)
            if isinstance(text.value, str) and _for_people(module, text, text.value)
        ]
    return found


def _for_people(module: Module, text: ast.Constant, value: str) -> bool:
    calls = [called(outer).removeprefix("self.") for outer in module.above(text) if isinstance(outer, ast.Call)]
    if _MARKED & set(calls) or value in _FONTS or not re.search("[A-Za-z]{2}", value):
        return False
    if calls and _SHOWN.fullmatch(calls[0].rsplit(".", 1)[-1]):
        return not value.islower() or " " in value
    if any(_FOR_DEVELOPERS.fullmatch(name) for name in calls) or not _SENTENCE.fullmatch(value):
        return False
    return not isinstance(next(module.above(text)), ast.Expr | ast.Compare)


def unkind_words(program: Program) -> list[str]:
    """Words that no person with this illness should read in her journal."""
    return [
        module.at(text, found[0])
        for module in code(program)
        for text in module.all(ast.Constant)
        if isinstance(text.value, str) and (found := BANNED.search(text.value))
    ]


RULES = (
    Rule("a file is named after what is in it", vague_modules, (sample("", CODE + "ui/helpers.py"),)),
    Rule(
        "names are whole words",
        shortened_names,
        (sample("btn = 1\n"), sample("def f(new_val): ...\n"), sample("class CfgFile: ...\ndef load_cfg(): ...\n")),
        (sample("row_id = db = ui = 1\n"),),
    ),
    Rule(
        "nothing is left unfinished or kept as a comment",
        unfinished,
        (
            sample("x = 1  # TODO: more\n"),
            sample("# x = f(1)\n"),
            sample("# if x:\n"),
            sample("# show(page)\n"),
        ),
        (sample("# oldest first (see the table): gaps stay gaps\n# return: to the page before\n"),),
    ),
    Rule(
        "a text for people goes through _() or N_()",
        untranslated,
        (
            sample("label.setText('Saved')\n", CODE + "ui/page.py"),
            sample("b = QPushButton('Undo')\n", CODE + "ui/page.py"),
            sample("TITLE = 'What helped today'\n"),
            sample("b = QLabel(f'{n} days')\n", CODE + "ui/page.py"),
            sample("x = 'worst this week'\n"),
        ),
        (
            sample("label.setText(_('Saved'))\nTITLE = N_('What helped today')\nlabel.setText(' - ')\n"),
            sample(
                "raise ValueError('not a partial date at all')\nraise place.broken('a list of texts is expected')\n"
            ),
            sample("def f():\n    'Words for a reader of code.'\n    return 'morning and evening' in text\n"),
        ),
    ),
    Rule(
        "no word of war, no score to keep",
        unkind_words,
        (sample("x = N_('You won this battle')\n"), sample("x = N_('A streak of 7 days')\n")),
        (sample("x = N_('Living with it, day by day')\n"),),
    ),
)
