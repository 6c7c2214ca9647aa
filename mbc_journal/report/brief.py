"""The Visit Brief: from a snapshot to what it says, and to the data its page is filled with."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from mbc_journal import wording
from mbc_journal.records import Note, Snapshot, Span
from mbc_journal.report import drawings, frame
from mbc_journal.report.content import Charts, Content, Symptoms, Treatments
from mbc_journal.report.diary import Diary
from mbc_journal.report.measured import measured
from mbc_journal.report.options import Options
from mbc_journal.report.plans import large_plan, plans
from mbc_journal.report.printout import Printout, printout
from mbc_journal.report.said import NOTHING, Said, filled, joined, typed
from mbc_journal.report.symptoms import symptoms
from mbc_journal.report.treatments import treatments
from mbc_journal.wording import _, ngettext

_ROOM = 160
_NOTE_ROOM = 240


def printed(shot: Snapshot, options: Options, today: dt.date) -> Printout:
    """The brief: one page, in large print as many as it takes."""
    day = frame.day_in_names(shot)
    says = content(shot, options, today)
    return printout("brief", page_data(says, options, frame.paper_of(shot, options), day), day)


def content(shot: Snapshot, options: Options, today: dt.date) -> Content:
    """What the brief says of a snapshot, all of it."""
    diary = Diary(shot, options)
    name, born = frame.name_and_birth_year(shot, options)
    now = treatments(shot) if options.include_treatments else Treatments()
    return Content(
        heading=frame.heading(shot.visit),
        period=frame.period(shot),
        footer=frame.footer(shot, today),
        name=name,
        born=born,
        made_up=shot.profile.made_up,
        matters=typed(shot.profile.matters, _ROOM) if options.include_matters else NOTHING,
        questions=_questions(shot) if options.include_questions else (),
        ask=options.include_questions,
        symptoms=symptoms(diary) if options.include_symptoms else Symptoms(),
        treatments=now,
        charts=drawings.charts(diary) if options.include_charts else Charts(),
        measured=measured(diary) if options.include_measured else (),
        notes=_notes(shot) if options.include_notes else (),
        allergies=_allergies(shot) if options.include_allergies else NOTHING,
        damaged=shot.damaged,
    )


def _questions(shot: Snapshot) -> tuple[Said, ...]:
    open_ones = [question for question in shot.questions if not question.asked and question.binned_at is None]
    return tuple(typed(question.text, _ROOM) for question in open_ones if question.text.strip())


def _notes(shot: Snapshot) -> tuple[Said, ...]:
    """The starred notes, newest first. A private or unstarred note must not be in a snapshot; it is not trusted."""
    starred = [note for note in shot.notes if note.for_doctor and not note.private and note.binned_at is None]
    starred.sort(key=_when, reverse=True)
    return tuple(_note(note, shot.span) for note in starred if note.text.strip())


def _when(note: Note) -> str:
    return note.day.text if note.day is not None else ""


def _note(note: Note, span: Span) -> Said:
    """As "“Could not button my coat.” (17 Nov)"; the year is said only where the period does not make it plain."""
    quoted = typed(note.text, _NOTE_ROOM)
    if note.day is None:
        return filled(_("“{text}”"), text=quoted)
    exact = note.day.exact
    short = exact is not None and exact.year == span.since.year == span.until.year
    day = wording.day_short(exact) if short and exact is not None else wording.partial(note.day)
    return filled(_("“{text}” ({day})"), text=quoted, day=day)


def _allergies(shot: Snapshot) -> Said:
    return joined([typed(allergy) for allergy in shot.profile.allergies], ", ").within(_ROOM)


def page_data(says: Content, options: Options, paper: str, day: dt.date) -> dict[str, Any]:
    """The data of the page template; every text in it is finished."""
    how = (large_plan(says),) if options.large else plans(says)
    title = _("Visit Brief, {day}").format(day=wording.day(day))
    damaged = ngettext(
        "{count} entry is left out because it is damaged in the file.",
        "{count} entries are left out because they are damaged in the file.",
        says.damaged,
    ).format(count=says.damaged)
    return {
        **frame.sheet_data(title, paper, says.made_up),
        "large": options.large,
        "heading": says.heading.text,
        "name": {"label": _("Name"), "value": says.name},
        "born": {"label": _("Born"), "value": says.born},
        "period": says.period,
        "matters": {"label": _("What matters to me now:"), "text": says.matters.text},
        **_parts(says),
        "allergies": {"label": _("Allergies:"), "text": says.allergies.text},
        "remarks": [damaged] if says.damaged else [],
        "plans": [asdict(plan) for plan in how],
        "footer": says.footer,
    }


def _parts(says: Content) -> dict[str, Any]:
    return {
        "questions": {
            "heading": _("My questions: please look at these first"),
            "ask": says.ask,
            "lines": _texts(says.questions),
        },
        "symptoms": {
            "heading": says.symptoms.heading,
            "small": says.symptoms.compared,
            "nothing": says.symptoms.nothing,
            "head": [
                _("Change"), _("Symptom"), _("Worst now"), _("Worst before"), _("Days affected"), _("Days severe"),
            ],
            "rows": [
                [row.word, row.symptom.text, row.worst_now.text, row.worst_before.text, row.affected, row.severe]
                for row in says.symptoms.rows
            ],
            "same": says.symptoms.same.text,
            "weeks": says.symptoms.weeks.text,
        },
        "treatments": {
            "heading": _("Treatments now"),
            "lines": _texts(says.treatments.now),
            "changes": _texts(says.treatments.changes),
            "doses": _texts(says.treatments.doses),
        },
        "charts": {
            "heading": _("Day by day: higher is worse, dashed line = Severe"),
            "bars": asdict(says.charts.bars) if says.charts.bars is not None else None,
            "panels": [
                {"title": panel.title.text, "words": panel.words.text, "picture": asdict(panel.picture)}
                for panel in says.charts.panels
            ],
        },
        "measured": {"heading": _("Measured"), "lines": _texts(says.measured)},
        "notes": {"heading": _("Notes I starred"), "lines": _texts(says.notes)},
    }  # fmt: skip


def _texts(said: tuple[Said, ...]) -> list[str]:
    return [one.text for one in said]
