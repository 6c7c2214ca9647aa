"""What my team told me: limits and words of the team, as the person types them; nothing is filled in for her."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Slot

from mbc_journal import call, wording
from mbc_journal.call import Limit
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Comparison, Contact, PlanRule
from mbc_journal.scales import Kind, Scale
from mbc_journal.ui.call_page.record_panel import RecordPanel
from mbc_journal.ui.call_page.record_row import Face
from mbc_journal.ui.call_page.rows_card import RowsCard
from mbc_journal.ui.call_page.rule_inputs import LimitInput, ScaleInput
from mbc_journal.ui.forms import ChoiceInput, LongText
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import Button, Hint, Label, Muted, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

Published = Callable[[str], Limit | None]
"""The published limit of a scale id, where there is one."""


class RulePanel(RecordPanel[PlanRule]):
    """Scale, comparison, limit with its unit, the team's words, whom to call."""

    KIND = PlanRule

    def build(self) -> None:
        """Add the fields."""
        self._published: Published = _nothing_published
        self._units: tuple[str, ...] = ()
        self.scale = ScaleInput(self.desk.scales)
        self.limit = LimitInput()
        self.unit = ChoiceInput({"": ""})
        comparisons = {"": _("choose")} | {one.value: _(words) for one, words in call.COMPARISONS.items()}
        self.form.row("scale", _("About"), self.scale, hint=_("For example: temperature, weight, pain."))
        self.form.row("comparison", _("When it is"), ChoiceInput(comparisons))
        self.form.row("value", _("Limit"), self.limit)
        self.form.row("unit", _("Unit"), self.unit)
        self.form.row("words", _("Their words"), LongText(longest=2_000, lines=2))
        self.form.row("contact_id", _("Whom to call"), ChoiceInput({"": _("my first number")}))
        self.scale.changed.connect(self._on_scale_changed)
        self.form.changed.connect(self._on_limit_changed)
        self._show_scale(None)

    def offer(self, contacts: Sequence[Contact], published: Published, units: Sequence[str]) -> None:
        """Offer these numbers and units first, and show published limits beside the field."""
        self._published, self._units = published, tuple(units)
        chosen = self.form.rows["contact_id"].widget
        assert isinstance(chosen, ChoiceInput)
        kept = str(self.record.contact_id or "") if self.record is not None else chosen.value()
        chosen.clear()
        chosen.addItem(_("my first number"), "")
        for contact in contacts:
            chosen.addItem(call.contact_words(contact), str(contact.id))
        chosen.setCurrentIndex(max(0, chosen.findData(kept)))
        self._show_scale(self.scale.scale())

    def shown(self, record: PlanRule) -> dict[str, object]:
        """The values of the fields; the scale first, the others follow it."""
        scale = self.desk.scales.get(record.scale)
        self._show_scale(scale)
        values = {name: getattr(record, name) for name in self.form.rows}
        return values | {"unit": record.unit or self.unit.value(), "contact_id": str(record.contact_id or "")}

    def made(self) -> PlanRule:
        """The rule as typed."""
        values = self.form.values()
        chosen = values["contact_id"]
        values |= {
            "comparison": Comparison(values["comparison"]),
            "contact_id": UUID(chosen) if chosen else None,
        }
        return PlanRule(**values) if self.record is None else replace(self.record, **values)

    def lacking(self) -> str:
        """A rule needs scale, comparison and limit."""
        values = self.form.values()
        return next((name for name in ("scale", "comparison", "value") if values[name] in ("", None)), "")

    def missing(self) -> str:
        """What to say where one of these is not there."""
        return {
            "scale": _("Say first what this is about. What you typed is kept here."),
            "comparison": _("Choose above or below. What you typed is kept here."),
            "value": _("Type the limit your team named. What you typed is kept here."),
        }[self.lacking()]

    def titles(self) -> tuple[str, str]:
        """The words over the fields."""
        return _("What your team told you"), _("Change what your team told you")

    def act(self, record: PlanRule) -> str:
        """What Undo calls the rule."""
        return rule_act(record, self.desk.scales.get(record.scale))

    def _show_scale(self, scale: Scale | None) -> None:
        if scale != self.limit.scale:
            self.limit.forget()
        self.limit.show_scale(scale)
        units = scale.units if scale is not None and scale.kind is Kind.NUMBER else ("",)
        if list(units) != [self.unit.itemData(place) for place in range(self.unit.count())]:
            self.unit.clear()
            for unit in units:
                self.unit.addItem(wording.unit(unit), unit)
            if scale is not None and self.record is None:
                self.unit.set_value(scale.preferred(self._units))
        self.form.rows["unit"].setVisible(bool(wording.unit(units[0])))
        self._show_hint()

    def _show_hint(self) -> None:
        """Under the limit: a number that may be a slip, what is counted, what is published."""
        scale, hints = self.limit.scale, []
        if scale is not None and scale.kind is not Kind.LEVEL:
            hints = [call.doubt(scale, self.limit.number.text(), self.unit.value())]
            hints += [wording.say(scale.unit)] if scale.kind is Kind.COUNT else []
        limit = self._published(scale.id) if scale is not None else None
        hints += [published_words(limit)] if limit is not None else []
        self.form.rows["value"].show_hint(" ".join(hint for hint in hints if hint))

    @Slot(str)
    def _on_limit_changed(self, name: str) -> None:
        if name in ("value", "unit"):
            self._show_hint()

    @Slot()
    def _on_scale_changed(self) -> None:
        try:
            self.scale.value()
        except NotAllowed:
            self._show_scale(None)
        else:
            self._show_scale(self.scale.scale())


class RulesCard(RowsCard[PlanRule]):
    """Every rule, in the order they were written down."""

    def __init__(self, published: Published, writer: Writer, desk: Desk) -> None:
        add = Button(_("Add what they &told me"), desk.theme, icon="plus")
        add.setObjectName("add_rule")
        super().__init__(_("Nothing yet. For example: at what temperature to call."), add, writer, desk)
        self._published = published
        self.contacts: list[Contact] = []
        self.units: tuple[str, ...] = ()

    def face(self, record: PlanRule) -> Face:
        """Limit, words, whom to call, and the published limit as plain text."""
        scale = self.desk.scales.get(record.scale)
        title = call.rule_title(record, scale)
        lines: list[tuple[type[Label], str]] = [(Strong, title)]
        if record.words:
            lines.append((Label, f"\u201c{record.words}\u201d"))
        whom = next((contact for contact in self.contacts if contact.id == record.contact_id), None)
        if whom is not None:
            lines.append((Muted, _("Call: {whom}").format(whom=call.contact_words(whom))))
        limit = self._published(record.scale)
        if limit is not None:
            lines.append((Hint, published_words(limit)))
        return Face(title, tuple(lines))

    def new_panel(self, record: PlanRule | None) -> RulePanel:
        """The fields of a rule."""
        panel = RulePanel(record, self.writer, self.desk)
        panel.offer(self.contacts, self._published, self.units)
        return panel

    def act_name(self, record: PlanRule) -> str:
        """What Undo calls the rule."""
        return rule_act(record, self.desk.scales.get(record.scale))


def published_words(limit: Limit) -> str:
    """The published limit, to read beside one's own."""
    return _("Published: {limit}. Your team's word comes first.").format(limit=call.limit_words(limit))


def rule_act(rule: PlanRule, scale: Scale) -> str:
    """What Undo calls a rule."""
    return wording.act(_("What my team told me"), call.rule_title(rule, scale))


def _nothing_published(_scale_id: str) -> Limit | None:
    return None
