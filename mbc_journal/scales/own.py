"""Scales of one's own, named by their id: "other:Itchy scalp [level]", "other:Zinc [umol/L]"."""

from mbc_journal.scales.scale import DayRule, Group, Kind, Scale

PREFIX = "other:"


def other_id(name: str, of: str = "") -> str:
    """The id of a scale of one's own; `of` is "level", "count", "yes_no" or the unit of its numbers ("": none)."""
    return f"{PREFIX}{name} [{of}]"


def other_scale(scale_id: str, severity: tuple[str, ...], yes_no: tuple[str, ...]) -> Scale:
    """The scale an id of one's own stands for; an id that is not known at all is a plain number of that name."""
    name, of = _parts(scale_id)
    kind = Kind(of) if of in ("level", "count", "yes_no") else Kind.NUMBER
    words = {Kind.LEVEL: severity, Kind.YES_NO: yes_no}.get(kind, ())
    return Scale(
        id=scale_id,
        kind=kind,
        group=Group.OTHER,
        label=name,
        short=name if len(name) <= 24 else name[:23].rstrip() + "\u2026",
        day=DayRule.EACH if kind is Kind.NUMBER else DayRule.MAX,
        rhythm_days=84 if kind is Kind.NUMBER else 1,
        words=words,
        unit=of if kind is Kind.NUMBER else "",
    )


def _parts(scale_id: str) -> tuple[str, str]:
    rest = scale_id.removeprefix(PREFIX) or scale_id
    name, bracket, of = rest.rpartition(" [")
    if not (scale_id.startswith(PREFIX) and bracket and of.endswith("]")):
        return rest, ""
    return name, of.removesuffix("]")
