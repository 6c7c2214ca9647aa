"""Who to call on one page: her numbers and her team's rules, the lists that everyone has, and their sources."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from mbc_journal import call, wording
from mbc_journal.call import CallList, Guide
from mbc_journal.records import Contact, PlanRule, Snapshot
from mbc_journal.reference.pages import NOT_CHECKED
from mbc_journal.reference.pages import Said as Stated
from mbc_journal.report import frame
from mbc_journal.report.blocks import Block, Line, statements
from mbc_journal.report.options import Options
from mbc_journal.report.printout import Printout, fitted
from mbc_journal.report.said import NOTHING, Said, filled, joined, typed
from mbc_journal.scales import Scales
from mbc_journal.wording import N_, _, ngettext

_NUMBER_ROOM = 40
_ONE_LINE = 24  # letters of a number that is not broken at the end of a line
_NUMBERS_TO_FILL = (N_("My team's line, day and night"), N_("My clinic"), N_("Someone near me"))
_RULES_TO_FILL = (N_("Call at a temperature of"), N_("Also call if"), N_("Whom to call then"))


@dataclass(frozen=True)
class Plan:
    """How small the lists are set (0 to 3), and how much of her own words is on the page."""

    size: int
    numbers: int = 8
    rules: int = 6
    room: int = 160  # letters for the words of a rule


PLANS = (Plan(0), Plan(1), Plan(2), Plan(3), Plan(3, 6, 4, 90), Plan(3, 4, 3, 60), Plan(3, 2, 1, 40), Plan(3, 1, 1, 40))
_LARGE = (Plan(0, 10_000, 10_000, 2_000),)


@dataclass(frozen=True)
class Own:
    """What she typed, as much of it as a plan prints; `left_out` counts numbers and rules."""

    numbers: tuple[tuple[Said, Said], ...] = ()  # each with what is said beside it in small
    rules: tuple[Said, ...] = ()
    emergency: Said = NOTHING
    left_out: tuple[int, int] = (0, 0)

    @property
    def shortened(self) -> int:
        """How many of her texts are not whole."""
        texts = (*(text for number in self.numbers for text in number), *self.rules, self.emergency)
        return sum(text.shortened for text in texts)


def printed(shot: Snapshot, options: Options, today: dt.date) -> Printout:
    """The page, by the first plan that one sheet holds; large print runs on. Raises KeyError without the lists."""
    if options.guide is None:
        raise KeyError("guide")
    sheet = frame.sheet_data(
        _("Who to call, {day}").format(day=wording.day(today)), frame.paper_of(shot, options), shot.profile.made_up
    ) | {"heading": _("Who to call"), "beside": "", "large": options.large, "footer": _footer(options.guide, today)}
    plans = (
        sheet | {"plan": place, "size": plan.size} | _own_data(own(shot, options.scales, plan), options.guide, today)
        for place, plan in enumerate(_LARGE if options.large else PLANS)
    )
    return fitted("who_to_call", plans, today, 1)


def own(shot: Snapshot, scales: Scales, plan: Plan) -> Own:
    """What this plan prints of her numbers and of her team's rules."""
    contacts, rules = call.numbers(shot.contacts), shot.plan_rules
    emergency = call.emergency(shot.contacts)
    return Own(
        tuple(_number(contact) for contact in contacts[: plan.numbers]),
        tuple(_rule(rule, scales, contacts, plan.room) for rule in rules[: plan.rules]),
        NOTHING if emergency is None else typed(emergency.phone, _NUMBER_ROOM),
        (max(0, len(contacts) - plan.numbers), max(0, len(rules) - plan.rules)),
    )


def _number(contact: Contact) -> tuple[Said, Said]:
    """As "24-hour line: 555 0100", and in small whose it is and when."""
    name, phone = call.contact_name(contact), typed(contact.phone, _NUMBER_ROOM)
    if len(phone.text) <= _ONE_LINE:
        phone = Said(_unbroken(phone.text), phone.shortened)
    words = phone if name == contact.phone else filled(_("{name}: {phone}"), name=typed(name), phone=phone)
    return words, joined([typed(contact.name) if contact.name != name else NOTHING, typed(contact.hours)], ", ")


def _unbroken(text: str) -> str:
    """The text with the digits of a number on one line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", text)


def _rule(rule: PlanRule, scales: Scales, contacts: list[Contact], room: int) -> Said:
    """As "Temperature at or above 38.0 °C: “come at once”. Call: night line, 555 0100"."""
    title = typed(call.rule_title(rule, scales.get(rule.scale)), 90)
    said = filled(_("{rule}: “{words}”"), rule=title, words=typed(rule.words, room)) if rule.words.strip() else title
    whom = next((contact for contact in contacts if contact.id == rule.contact_id), None)
    if whom is None:
        return said
    between = " " if said.text.endswith((".”", "!”", "?”", "…”")) else ". "
    return joined([said, filled(_("Call: {whom}"), whom=typed(call.contact_words(whom), 60))], between)


def _own_data(mine: Own, guide: Guide, today: dt.date) -> dict[str, Any]:
    numbers = tuple(Line(words.text, more.text) for words, more in mine.numbers)
    rules = tuple(Line(words.text) for words in mine.rules)
    blocks = (
        _or_to_fill(Block("numbers", _("My numbers"), lines=numbers), _NUMBERS_TO_FILL),
        _or_to_fill(Block("rules", _("What my team told me"), lines=rules), _RULES_TO_FILL),
        *_lists(guide, mine.emergency.text),
        _sources(guide, today),
    )
    return {
        "chosen": mine.emergency.text,
        "blocks": [asdict(block) for block in blocks],
        "remarks": [words for words in (_left_out(mine),) if words],
    }


def _or_to_fill(block: Block, labels: tuple[str, ...]) -> Block:
    """The block, or where it has nothing to say lines to write on by pen."""
    return block if block.lines else Block("to_fill", block.title, lines=tuple(Line(_(label)) for label in labels))


def _lists(guide: Guide, emergency: str) -> Iterator[Block]:
    for one in call.lists(guide, emergency):
        yield _list(one, guide)
        if one.name == call.Urgency.CALL_NOW:
            yield Block("unsure", _(call.NOT_SURE), lines=(Line(_(call.SAME_FOR_EVERYONE)), Line(_(call.NOT_REVIEWED))))


def _list(one: CallList, guide: Guide) -> Block:
    numbered = guide.numbered()
    said = []
    for sign in one.statements:
        badge = _(NOT_CHECKED) if sign.unchecked else ""
        words = _unbroken(call.words(sign)) if isinstance(sign, call.Line) else call.words(sign)
        said.append(Stated(words, badge, tuple(numbered[name] for name in sign.source_ids)))
    return statements("boxed" if one.says_whom else "points", one.title, said, one.lead)


def _sources(guide: Guide, today: dt.date) -> Block:
    checked = max((source.checked for source in guide.sources if source.id in guide.numbered()), default="")
    lead = _("Checked on {day}. * A label of more than two years, which may have changed.").format(
        day=wording.day(dt.date.fromisoformat(checked)) if checked else _("no day yet")
    )
    return Block("sources", _("Sources"), lead, tuple(map(Line, call.source_lines(guide, today, checked))))


def _footer(guide: Guide, today: dt.date) -> str:
    checked = call.checked_last(guide)
    return " ".join(
        [
            _("Numbers and what my team told me: written by me."),
            _("The lists are the same for everyone. Not reviewed by a clinician."),
            *([_("Checked on {day}.").format(day=wording.day(checked))] if checked is not None else []),
            frame.made_with(today),
        ]
    )


def _left_out(mine: Own) -> str:
    """What one page does not hold of her own words; "" if it holds all."""
    counted = zip((N_("numbers ({count})"), N_("rules ({count})")), mine.left_out, strict=True)
    parts = [_(words).format(count=count) for words, count in counted if count]
    said = [_("To stay on one page this leaves out: {parts}.").format(parts=", ".join(parts))] if parts else []
    if mine.shortened:
        words = ngettext("{count} text was shortened.", "{count} texts were shortened.", mine.shortened)
        said.append(words.format(count=mine.shortened))
    return " ".join([*said, _("All of it is in my journal.")]) if said else ""
