"""One scale: what it asks, its words or unit, and how an answer is checked and said."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import typed
from mbc_journal.scales.units import OtherUnit
from mbc_journal.wording import N_, _


class Kind(StrEnum):
    """What an answer is: one of five words, a count, yes or no, or a measured number."""

    LEVEL = "level"
    COUNT = "count"
    YES_NO = "yes_no"
    NUMBER = "number"


class Group(StrEnum):
    """What a scale is about; the order is that of lists and exports."""

    SYMPTOM = "symptom"
    VITAL = "vital"
    SCORE = "score"
    HEART = "heart"
    BLOOD = "blood"
    MARKER = "marker"
    OTHER = "other"


class DayRule(StrEnum):
    """Which of a day's answers speaks for the day; `EACH`: every result is a point of its own."""

    MAX = "max"
    MIN = "min"
    LAST = "last"
    EACH = "each"


UNANSWERED = {
    Answer.SKIPPED: N_("skipped"),
    Answer.PREFER_NOT: N_("prefer not to say"),
    Answer.NOT_APPLICABLE: N_("does not apply"),
}


@dataclass(frozen=True)
class Entry:
    """A checked answer, with the field names of a Reading. `doubt` is a question to ask once, "": none."""

    value: Decimal | None = None  # in the scale's own unit; None on a level
    unit: str = ""
    comparator: str = ""
    level: int | None = None
    value_as_entered: str = ""
    unit_as_entered: str = ""
    doubt: str = ""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Something a person can log. Texts are msgids of resources/scales: `wording.say` them.

    `unit` is a UCUM code, on a count words ("times a day"). `typo_low` and `typo_high` are typing limits ("Is 382
    right?"), never clinical ones.
    """

    id: str
    kind: Kind
    group: Group
    section: str = ""  # id of a Section; only symptoms have one
    label: str
    short: str  # at most 24 letters, for panel titles and paper
    aliases: tuple[str, ...] = ()  # other names of the same thing
    search_words: tuple[str, ...] = ()
    day: DayRule = DayRule.MAX
    rhythm_days: int = 1  # how often it is usually answered; the person's own rhythm counts if it is longer
    private: bool = False  # shown only on request
    core: bool = False  # first in Add a symptom
    starter: int | None = None  # place among the rows of the first day
    ask_today: str = ""
    ask_week: str = ""
    ask_impact: str = ""
    ask_impact_week: str = ""
    words: tuple[str, ...] = ()  # of the levels 0-4, or of no and yes
    site: bool = False  # whether it is asked where on the body
    side: bool = False
    snomed: str = ""
    snomed_display: str = ""
    snomed_write: bool = False  # False: the code is understood, never written
    unit: str = ""
    unit_one: str = ""  # the unit of a count of one
    other_units: tuple[OtherUnit, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    step: Decimal | None = None
    personal_usual: bool = False  # the person may note a usual number
    loinc: str = ""  # goes with `unit`; see loinc_for
    loinc_read: tuple[str, ...] = ()  # read as the same test, never written
    decimals: int = 0  # for axis labels; nothing is rounded to them
    typo_low: Decimal | None = None
    typo_high: Decimal | None = None
    reads_like: str = ""  # what to say of text that is no number, with {example}
    example: Decimal | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """The units an answer may have, the scale's own first."""
        return (self.unit, *(other.unit for other in self.other_units))

    def preferred(self, units: Collection[str]) -> str:
        """The unit among those a person prefers (Profile.units) that this scale can show; else the scale's own."""
        return next((unit for unit in self.units if unit in units), self.unit)

    def loinc_for(self, unit: str) -> str:
        """The LOINC code that fits a value in `unit`; "": none."""
        return self.loinc if unit in ("", self.unit) else self._other(unit).loinc

    def in_unit(self, value: Decimal, unit: str) -> Decimal:
        """A value of the scale's own unit in `unit`, to 6 significant digits; the same if it is the scale's own."""
        return value if unit in ("", self.unit) else self._other(unit).from_own(value)

    def check(self, text: str, unit: str = "") -> Entry:
        """The answer in `text`, given in `unit` ("": the scale's own).

        Raises NotAllowed with the sentence to show beside the field. Unusual answers are never refused: they come
        with a `doubt`.
        """
        if self.kind in (Kind.LEVEL, Kind.YES_NO):
            return self._check_word(text)
        if unit not in ("", *self.units):
            raise _refused(_("{name} is not kept in {unit}.").format(name=wording.say(self.label), unit=unit))
        found = self._number(text, unit)
        entry = Entry(found.value, self.unit, found.comparator, None, text.strip(), unit or self.unit)
        if self.kind is Kind.COUNT:
            return self._check_count(entry, found)
        own = found.value if unit in ("", self.unit) else self._other(unit).to_own(found.value)
        return replace(entry, value=own, doubt=self._doubt(own, found, text))

    def say(self, reading: Reading) -> str:
        """The answer of `reading` for people: "Moderate", "38.2 °C", "below 0.5 ng/mL", "Yes", "3 times a day".

        Numbers are said as entered, in the unit as entered; unanswered readings by their state.
        """
        if reading.state is not Answer.ANSWERED:
            return _(UNANSWERED[reading.state])
        if self.kind is Kind.LEVEL:
            return self.say_level(reading.level)
        if self.kind is Kind.YES_NO and reading.value in (0, 1):
            return self.say_level(int(reading.value))
        entered = reading.value_as_entered.strip()
        if reading.value is None:
            return entered
        number = entered.removeprefix(reading.comparator).strip() or wording.decimal_text(reading.value)
        unit = reading.unit_as_entered if entered and reading.unit_as_entered else reading.unit or self.unit
        return self._compared(self._with_unit(number, unit, reading.value), reading.comparator)

    def say_level(self, level: int | None) -> str:
        """The word of a level (or of 0 and 1 on a yes-no scale); "" for None."""
        return "" if level is None else wording.say(self.words[level])

    def say_value(self, value: Decimal, unit: str = "", comparator: str = "") -> str:
        """A value of the scale's own unit, said in `unit` ("": its own), as "38.2 °C" or "above 4000 U/mL"."""
        shown = wording.decimal_text(self.in_unit(value, unit))
        return self._compared(self._with_unit(shown, unit or self.unit, value), comparator)

    def _with_unit(self, number: str, unit: str, value: Decimal) -> str:
        if self.kind is Kind.COUNT:
            words = self.unit_one if abs(value) == 1 and self.unit_one else self.unit
            return f"{number} {wording.say(words)}".strip()
        return f"{number} {wording.unit(unit)}".strip()

    def _compared(self, amount: str, comparator: str) -> str:
        patterns = {"<": _("below {amount}"), ">": _("above {amount}")}
        return patterns.get(comparator, "{amount}").format(amount=amount)

    def _other(self, unit: str) -> OtherUnit:
        return next(other for other in self.other_units if other.unit == unit)

    def _check_word(self, text: str) -> Entry:
        wanted = typed.plain(text).casefold()
        for level, word in enumerate(self.words):
            if wanted in (str(level), word.casefold(), wording.say(word).casefold()):
                value = Decimal(level) if self.kind is Kind.YES_NO else None
                return Entry(value, level=None if value is not None else level, value_as_entered=text.strip())
        words = ", ".join(wording.say(word) for word in self.words)
        raise _refused(_("{text} is none of these: {words}.").format(text=_shown(text), words=words))

    def _number(self, text: str, unit: str) -> typed.TypedNumber:
        if not typed.plain(text):
            raise _refused(_("There is no number yet."))
        if typed.digits(text) > typed.LONGEST:
            raise _refused(_("This number is too long: {most} digits at most.").format(most=typed.LONGEST))
        found = typed.number(text)
        if found is not None:
            return found
        if self.reads_like and self.example is not None:
            example = round(self.in_unit(self.example, unit), self.decimals)
            raise _refused(wording.say(self.reads_like).format(example=wording.decimal_text(example)))
        raise _refused(_("{text} is not a number we know.").format(text=_shown(text)))

    def _check_count(self, entry: Entry, found: typed.TypedNumber) -> Entry:
        if found.comparator:
            raise _refused(_("{text} is not a number we know.").format(text=_shown(entry.value_as_entered)))
        if self.least is not None and found.value < self.least:
            raise _refused(_("{least} or more is expected here.").format(least=wording.decimal_text(self.least)))
        if self.step is not None and found.value % self.step:
            example = wording.decimal_text(3 * self.step)
            raise _refused(_("This goes in steps of {step}, like {example}.").format(step=self.step, example=example))
        if self.most is not None and found.value > self.most:
            return replace(entry, doubt=_right(entry.value_as_entered))
        return entry

    def _doubt(self, own: Decimal, found: typed.TypedNumber, text: str) -> str:
        low, high = self.typo_low, self.typo_high
        if (low is not None and own < low) or (high is not None and own > high):
            return _right(text)
        if found.thousands:
            number = wording.decimal_text(found.value)
            return _("{text} is read as {number}. Leave the comma out if you mean thousands.").format(
                text=_shown(text), number=number
            )
        return ""


def _refused(why: str) -> NotAllowed:
    return NotAllowed(why=why)


def _right(text: str) -> str:
    return _("Is {text} right?").format(text=_shown(text))


def _shown(text: str) -> str:
    """What was typed, short enough for a sentence and without letters that would draw something else."""
    clean = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return clean if len(clean) <= 40 else clean[:39] + "\u2026"
