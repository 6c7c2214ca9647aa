"""Which parts go first when a Visit Brief must stay on one page; the page takes the first plan that fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from mbc_journal.report.content import Content
from mbc_journal.report.said import Said
from mbc_journal.wording import N_, _, ngettext

MOST_CHARTS = 6
_ANSWERED = 3  # the first questions get lines to write on


@dataclass(frozen=True)
class Plan:
    """How much of each part is printed, and the last line, which names what is not."""

    questions: int = 6
    lines: int = 4
    rows: int = 12
    same: bool = True
    treatments: int = 6
    charts: int = MOST_CHARTS
    measured: int = 8
    notes: int = 2
    matters: bool = True
    left_out: str = ""


_ROOMY = Plan()
_TIGHTER: tuple[dict[str, Any], ...] = (
    {"lines": 3}, {"lines": 2}, {"notes": 0}, {"measured": 4}, {"lines": 1}, {"charts": 3}, {"questions": _ANSWERED},
    {"same": False}, {"charts": 0}, {"rows": 6, "treatments": 4, "measured": 2},
    {"measured": 0, "matters": False, "lines": 0},
)  # fmt: skip


def plans(content: Content) -> tuple[Plan, ...]:
    """Plans 0 to 11 for one page, each tighter than the one before."""
    found = [_ROOMY]
    for change in _TIGHTER:
        found.append(replace(found[-1], **change))
    return tuple(replace(plan, left_out=_left_out(content, plan, one_page=True)) for plan in found)


def large_plan(content: Content) -> Plan:
    """The one plan of large print, which runs on: only charts are limited."""
    most = 10_000
    plan = Plan(questions=most, lines=2, rows=most, treatments=most, measured=most, notes=most)
    return replace(plan, left_out=_left_out(content, plan, one_page=False))


def _left_out(content: Content, plan: Plan, one_page: bool) -> str:
    """The line that names what this plan leaves out, and how many texts it prints shortened; "" if none."""
    parts = [_(name).format(count=count) for name, count in _missing(content, plan) if count > 0]
    shortened = sum(said.shortened for said in printed(content, plan))
    sentences = []
    if parts:
        pattern = _("To stay on one page this leaves out: {parts}.") if one_page else _("This leaves out: {parts}.")
        sentences.append(pattern.format(parts=", ".join(parts)))
    if shortened:
        words = ngettext("{count} text was shortened.", "{count} texts were shortened.", shortened)
        sentences.append(words.format(count=shortened))
    return " ".join([*sentences, _("All of it is in my journal.")]) if sentences else ""


def _missing(content: Content, plan: Plan) -> Iterator[tuple[str, int]]:
    symptoms, treatments = content.symptoms, content.treatments
    yield N_("what matters to me"), int(bool(content.matters) and not plan.matters)
    yield N_("questions ({count})"), len(content.questions) - plan.questions
    yield N_("symptoms ({count})"), len(symptoms.rows) - plan.rows
    yield N_("what stayed about the same"), int(bool(symptoms.same) and not plan.same)
    yield N_("answers about whole weeks"), int(bool(symptoms.weeks) and not plan.same)
    yield N_("treatments ({count})"), len(treatments.now) - plan.treatments
    yield N_("older changes ({count})"), treatments.older_changes
    yield N_("doses of other treatments ({count})"), len(treatments.doses) - plan.treatments
    yield N_("charts ({count})"), content.charts.possible - min(plan.charts, len(content.charts.panels))
    yield N_("measured ({count})"), len(content.measured) - plan.measured
    yield N_("notes ({count})"), len(content.notes) - plan.notes


def printed(content: Content, plan: Plan) -> Iterator[Said]:
    """Every text that can have been shortened and that this plan prints, in the order of the page."""
    yield content.heading
    if plan.matters:
        yield content.matters
    yield from content.questions[: plan.questions]
    for row in content.symptoms.rows[: plan.rows]:
        yield from (row.symptom, row.worst_now, row.worst_before)
    if plan.same:
        yield from (content.symptoms.same, content.symptoms.weeks)
    yield from content.treatments.now[: plan.treatments]
    yield from content.treatments.changes
    yield from content.treatments.doses[: plan.treatments]
    for panel in content.charts.panels[: plan.charts]:
        yield from (panel.title, panel.words)
    yield from content.measured[: plan.measured]
    yield from content.notes[: plan.notes]
    yield content.allergies
