"""A page as plain text, in its order: what a screen reader says of the preview."""

from collections.abc import Iterator
from typing import Any

Data = dict[str, Any]


def spoken(data: Data, plan: Data) -> str:
    """All that the page says with this plan, a line a text; pictures by their sentences."""
    return "\n".join(
        line for part in (_top, _questions, _symptoms, _treatments, _charts, _rest) for line in part(data, plan) if line
    )


def _top(data: Data, plan: Data) -> Iterator[str]:
    yield data["heading"]
    yield data["made_up"]
    for blank in (data["name"], data["born"]):
        yield f"{blank['label']} {blank['value']}" if blank["value"] else ""
    yield data["period"]
    if plan["matters"]:
        yield _labelled(data["matters"])


def _questions(data: Data, plan: Data) -> Iterator[str]:
    questions = data["questions"]
    if questions["ask"]:
        yield questions["heading"]
        yield from _numbered(questions["lines"][: plan["questions"]])


def _symptoms(data: Data, plan: Data) -> Iterator[str]:
    table = data["symptoms"]
    yield from (table["heading"], table["small"], table["nothing"])
    for row in table["rows"][: plan["rows"]]:
        yield "; ".join(f"{head}: {cell}" for head, cell in zip(table["head"], row, strict=True) if cell)
    if plan["same"]:
        yield from (table["same"], table["weeks"])


def _treatments(data: Data, plan: Data) -> Iterator[str]:
    now = data["treatments"]
    lines = [*_numbered(now["lines"][: plan["treatments"]]), *now["changes"], *now["doses"][: plan["treatments"]]]
    yield from [now["heading"], *lines] if lines else []


def _charts(data: Data, plan: Data) -> Iterator[str]:
    charts = data["charts"]
    panels = charts["panels"][: plan["charts"]]
    if panels:
        yield charts["heading"]
        yield charts["bars"]["alt"] if charts["bars"] else ""
        yield from (panel["picture"]["alt"] for panel in panels)


def _rest(data: Data, plan: Data) -> Iterator[str]:
    for name in ("measured", "notes"):
        lines = data[name]["lines"][: plan[name]]
        yield from [data[name]["heading"], *lines] if lines else []
    yield _labelled(data["allergies"])
    yield from (*data["remarks"], plan["left_out"], data["footer"])


def _labelled(part: Data) -> str:
    return f"{part['label']} {part['text']}" if part["text"] else ""


def _numbered(lines: list[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
