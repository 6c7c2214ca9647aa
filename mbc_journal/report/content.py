"""What a Visit Brief says, before it is known how much of it fits."""

from dataclasses import dataclass, field

from mbc_journal.report.said import NOTHING, Said


@dataclass(frozen=True)
class ChangeRow:
    """One symptom beside the period before: `word` says what is new, worse, better or gone."""

    word: str
    symptom: Said
    worst_now: Said
    worst_before: Said
    affected: str
    severe: str


@dataclass(frozen=True)
class Symptoms:
    """The table of changes, what stayed about the same, whole weeks, and what to say if there is nothing to list."""

    heading: str = ""
    compared: str = ""
    rows: tuple[ChangeRow, ...] = ()
    same: Said = NOTHING
    weeks: Said = NOTHING
    nothing: str = ""


@dataclass(frozen=True)
class Treatments:
    """What is taken now, the newest holds and changes (and how many are older), doses as answered."""

    now: tuple[Said, ...] = ()
    changes: tuple[Said, ...] = ()
    doses: tuple[Said, ...] = ()
    older_changes: int = 0


@dataclass(frozen=True)
class Picture:
    """One drawing at its final size in points; `alt` is the sentence that says the same."""

    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True)
class Panel:
    """One symptom day by day: its name, the line under it, its picture."""

    title: Said
    words: Said
    picture: Picture


@dataclass(frozen=True)
class Charts:
    """The panels that are drawn, the bars above them, and how many panels there could be."""

    panels: tuple[Panel, ...] = ()
    bars: Picture | None = None
    possible: int = 0


@dataclass(frozen=True)
class Content:
    """Everything the brief could say, in its order. Empty parts get no heading."""

    heading: Said
    period: str
    footer: str
    name: str = ""
    born: str = ""
    made_up: bool = False
    matters: Said = NOTHING
    questions: tuple[Said, ...] = ()
    ask: bool = True  # whether there is a place for questions at all
    symptoms: Symptoms = field(default_factory=Symptoms)
    treatments: Treatments = field(default_factory=Treatments)
    charts: Charts = field(default_factory=Charts)
    measured: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    allergies: Said = NOTHING
    damaged: int = 0
