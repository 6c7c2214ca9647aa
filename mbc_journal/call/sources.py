"""Where statements come from, in words: publisher, date, title, and the day we checked."""

import datetime as dt
from collections.abc import Sequence

from mbc_journal import wording
from mbc_journal.call.guide import Guide, Source
from mbc_journal.records import PartialDate
from mbc_journal.wording import _

_LABEL_AGES = dt.timedelta(days=2 * 365)
_NOT_READ = "not read"


def source_words(source: Source, number: int, today: dt.date) -> str:
    """As "[3] FDA / DailyMed, 29 Nov 2021: US prescribing information ... Checked 23 Nov 2026."; then its address."""
    parts = [_source_title(source, number), _checked_words(source.checked)]
    if source.read == _NOT_READ:
        parts.append(_("Not yet read."))
    if _is_old_label(source, today):
        parts.append(_("This label is more than two years old; it may have changed."))
    if source.address:
        parts.append(source.address)
    return " ".join(parts)


def _source_title(source: Source, number: int) -> str:
    """As "[3] FDA / DailyMed, 29 Nov 2021: US prescribing information."."""
    return _("[{number}] {publisher}, {date}: {title}.").format(
        number=number, publisher=source.publisher, date=_dated(source), title=source.title
    )


def source_lines(guide: Guide, today: dt.date, checked: str) -> tuple[str, ...]:
    """The sources of the page as shortly as can be, below words that say "*" is an old label and all else `checked`.

    What one publisher calls alike is one line: "FDA, US label: [1] Soltamox, 29 Nov 2021; [2]* Arimidex, 16 Dec 2022."
    """
    by_id = {source.id: source for source in guide.sources}
    groups: dict[tuple[str, str], list[tuple[int, Source]]] = {}
    for name, number in guide.numbered().items():
        source = by_id[name]
        groups.setdefault((source.publisher, source.title.partition(": ")[0]), []).append((number, source))
    return tuple(_group_line(group, today, checked) for group in groups.values())


def _group_line(group: Sequence[tuple[int, Source]], today: dt.date, checked: str) -> str:
    (first, source), *others = group
    if not others:
        star = "*" if _is_old_label(source, today) else ""
        return " ".join((star + _source_title(source, first), *_remarks(source, checked)))
    members = [_member(number, one, today, checked) for number, one in group]
    return _("{publisher}, {title}: {list}.").format(
        publisher=source.publisher, title=source.title.partition(": ")[0], list="; ".join(members)
    )


def _member(number: int, source: Source, today: dt.date, checked: str) -> str:
    """As "[2]* Arimidex (anastrozole), 16 Dec 2022"."""
    star = "*" if _is_old_label(source, today) else ""
    name = source.title.partition(": ")[2] or source.title
    remarks = ", ".join(words.rstrip(".") for words in _remarks(source, checked))
    said = f"[{number}]{star} {name}, {_dated(source)}"
    return f"{said} ({remarks})" if remarks else said


def _remarks(source: Source, checked: str) -> list[str]:
    """What is to know of a source that is not so of all."""
    own = [] if source.checked == checked else [_checked_words(source.checked)]
    return [*own, _("Not yet read.")] if source.read == _NOT_READ else own


def _dated(source: Source) -> str:
    return wording.partial(PartialDate(source.date)) if source.date else _("no date given")


def _is_old_label(source: Source, today: dt.date) -> bool:
    """Whether it is a label of more than two years, which may have changed."""
    return source.label and bool(source.date) and PartialDate(source.date).latest + _LABEL_AGES < today


def _checked_words(day: str) -> str:
    if not day:
        return _("Not yet checked.")
    return _("Checked {day}.").format(day=wording.day(dt.date.fromisoformat(day)))
