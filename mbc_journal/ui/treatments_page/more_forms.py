"""What else can be said of a treatment: how it is given, what kind it is, what it is for."""

from mbc_journal import treatments, wording
from mbc_journal.catalogue import Catalogue
from mbc_journal.records import Step, Therapy
from mbc_journal.ui.forms import ChoiceInput, Form, LongText, TextInput
from mbc_journal.ui.theme import Theme
from mbc_journal.wording import N_, _

LONGEST_NAME, LONGEST_NOTE = 200, 2000
_MOST_LINES = 20
_LINED = ("cancer", "maintenance")

_INTENTS = {
    "": N_("Not said"), "cancer": N_("Against the cancer"), "maintenance": N_("To keep the cancer quiet"),
    "bones": N_("For the bones"), "symptom": N_("Against a symptom"), "support": N_("To help with another treatment"),
    "other": N_("Something else"),
}  # fmt: skip


class WayForm(Form):
    """How a treatment is given, and its brand."""

    def __init__(self, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__(Step, theme)
        self.route, self.brand = ChoiceInput(routes(catalogue)), TextInput(100)
        self.row("route", _("How it is given"), self.route)
        self.row("brand", _("Brand"), self.brand)


class MoreForm(Form):
    """What kind of treatment it is, what it is for, and why."""

    def __init__(self, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__(Therapy, theme)
        self.kind = ChoiceInput(kinds(catalogue))
        self.row("kind", _("What kind it is"), self.kind)
        self.row("intent", _("What it is for"), ChoiceInput(intents()))
        self.row("line", _("Which line of treatment"), ChoiceInput(lines()))
        self.row("regimen", _("Given together as"), TextInput(LONGEST_NAME))
        self.row("why", _("Why it was started"), TextInput(LONGEST_NAME))
        self.row("note", _("Note"), LongText(LONGEST_NOTE, lines=2))


def kinds(catalogue: Catalogue) -> dict[str, str]:
    """Every kind of treatment in words, "" for not said."""
    return {"": _("Not said")} | {kind: wording.say(name) for kind, name in catalogue.categories}


def routes(catalogue: Catalogue) -> dict[str, str]:
    """Every way a treatment is given in words, "" for not said."""
    return {"": _("Not said")} | {route.id: wording.say(route.name) for route in catalogue.groups.routes}


def intents() -> dict[str, str]:
    """What a treatment may be for in words, "" for not said."""
    return {intent: _(words) for intent, words in _INTENTS.items()}


def lines() -> dict[str, str]:
    """The lines of treatment in words, "" for not said."""
    return {"": _("Not said")} | {str(number): treatments.line_words(number) for number in range(1, _MOST_LINES + 1)}


def line_number(chosen: object) -> int | None:
    """The number of the line chosen; None for not said."""
    return int(str(chosen)) if chosen else None


def line_problem(line: object, intent: object) -> str:
    """Why a line cannot stand with what the treatment is for; "" if it can."""
    if line and intent not in _LINED:
        return _("Lines are counted for treatments of the cancer. Choose first what it is for.")
    return ""
