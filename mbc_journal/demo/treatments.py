"""Treatments with their dated changes."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mbc_journal.demo import doses
from mbc_journal.demo.course import Line
from mbc_journal.demo.drugs import ANTIBIOTIC, BONES, CALCIUM, LOWER, REGIMENS, SICK, Drug
from mbc_journal.demo.plot import Plot
from mbc_journal.records import PartialDate, Row, Step, StepKind, Therapy


class TreatmentStory:
    """Writes every treatment of one course."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._course = plot.course
        self._words = plot.words["steps"]
        self._chance = plot.chance("treatments")

    def rows(self) -> Iterator[Row]:
        """Therapies with their steps, and the doses that were answered."""
        for line in self._course.lines:
            for drug in REGIMENS[line.regimen]:
                yield from self._cancer(line, drug)
        yield from self._bones()
        yield from self._sickness()
        yield from self._antibiotic()

    def _therapy(self, drug: Drug, day: dt.date, intent: str, why: str, line: Line | None = None) -> Therapy:
        together = [one.id for one in REGIMENS[line.regimen]] if line else []
        return Therapy(
            **self._plot.stamp("therapy", f"{drug.id}/{day}", max(day, self._course.since)),
            reference_id=drug.id,
            name=self._plot.words["names"].get(drug.id) or drug.id.capitalize(),
            kind=drug.kind,
            intent=intent,
            line=line.number if line else None,
            regimen=" + ".join(together) if len(together) > 1 else "",
            why=self._words["why"][why],
        )

    def _step(self, therapy: Therapy, kind: StepKind, day: dt.date, **more: Any) -> Step:
        stamp = self._plot.stamp("step", f"{therapy.id}/{kind}/{day}", max(day, self._course.since))
        return Step(**stamp, therapy_id=therapy.id, kind=kind, **({"on": PartialDate.of(day)} | more))

    def _start(self, therapy: Therapy, drug: Drug, day: dt.date, log_from: dt.date | None = None) -> Step:
        """The first step; a start from before the journal is only known by its month where no clock needs its day."""
        about = day < self._course.since and drug.plan["kind"] == "daily"
        words = self._plot.words["plans"][drug.id]
        logged = log_from.isoformat() if log_from else None
        return self._step(
            therapy,
            StepKind.START,
            day,
            on=PartialDate(f"{day:%Y-%m}~") if about else PartialDate.of(day),
            dose=Decimal(drug.dose),
            unit=drug.unit,
            pieces=Decimal(drug.pieces) if drug.pieces else None,
            route=drug.route,
            schedule={"words": words, "log_from": logged, **drug.plan},
        )

    def _cancer(self, line: Line, drug: Drug) -> Iterator[Row]:
        therapy = self._therapy(drug, line.since, "cancer", "first" if line.number == 1 else "next", line)
        yield therapy
        yield self._start(therapy, drug, line.since, line.since if line.until is None else None)
        if drug.id == "palbociclib":
            yield from self._counts_were_low(therapy, line.since)
        if line.until is None:
            yield from self._sore_hands(therapy)
            yield from doses.tablets(self._plot, therapy)
        else:
            best = self._chance.pick(self._words["stopped_best"]) if drug.kind == "targeted" else ""
            why = {"reason": "stopped_working", "reason_words": self._words["stopped"], "best_response": best}
            yield self._step(therapy, StepKind.STOP, line.until, **why)

    def _counts_were_low(self, therapy: Therapy, start: dt.date) -> Iterator[Step]:
        """The fourth pack began a week late and with less, because of the blood counts."""
        hold = start + dt.timedelta(days=28 * 3)
        resume = hold + dt.timedelta(days=7)
        yield self._step(therapy, StepKind.HOLD, hold, reason="blood_counts", reason_words=self._words["counts"])
        yield self._step(therapy, StepKind.RESUME, resume)
        lower = {"dose": Decimal(100), "unit": "mg", "note": self._words["counts_lower"]}
        yield self._step(therapy, StepKind.DOSE_CHANGE, resume, **lower)

    def _sore_hands(self, therapy: Therapy) -> Iterator[Step]:
        """The tablets were held, and taken up again with a lower dose."""
        resume, words = self._course.resume, self._words
        yield self._step(therapy, StepKind.HOLD, self._course.hold, reason="side_effects", reason_words=words["hold"])
        yield self._step(therapy, StepKind.RESUME, resume, note=words["resume"])
        lower = {"dose": LOWER, "unit": "mg", "pieces": Decimal(3), "note": words["lower"]}
        yield self._step(therapy, StepKind.DOSE_CHANGE, resume, **lower)

    def _bones(self) -> Iterator[Row]:
        """An injection every 28 days since soon after the first line began, and calcium with it."""
        last = self._course.bones[-1]
        first = max(self._course.lines[0].since, self._course.since - dt.timedelta(days=400))
        start = last - dt.timedelta(days=(last - first).days // 28 * 28)
        injection = self._therapy(BONES, start, "bones", "bones")
        yield injection
        yield self._start(injection, BONES, start, max(start, self._course.bones[0]))
        yield from doses.injections(self._plot, injection, start)
        calcium = self._therapy(CALCIUM, start, "support", "calcium")
        yield calcium
        yield self._start(calcium, CALCIUM, start)

    def _sickness(self) -> Iterator[Row]:
        therapy = self._therapy(SICK, self._course.lines[-1].since, "symptom", "sick")
        yield therapy
        yield self._start(therapy, SICK, self._course.lines[-1].since)
        yield from doses.as_needed(self._plot, therapy)

    def _antibiotic(self) -> Iterator[Row]:
        """Five days of tablets after the fever."""
        day = self._course.fever + dt.timedelta(days=1)
        therapy = self._therapy(ANTIBIOTIC, day, "support", "fever")
        yield therapy
        yield self._start(therapy, ANTIBIOTIC, day)
        stop = day + dt.timedelta(days=5)
        if stop <= self._course.today:
            yield self._step(therapy, StepKind.STOP, stop, reason="finished")


def rows(plot: Plot) -> Iterator[Row]:
    """Every treatment with what happened to it."""
    return TreatmentStory(plot).rows()
