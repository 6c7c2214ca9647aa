"""How each field of each record stands in the native file, taken from the records themselves."""

import dataclasses
import datetime as dt
import re
import types
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from mbc_journal.records import STORED, AttachmentData, Moment, PartialDate, Reading, Row

Encode = Callable[[Any], object]
Decode = Callable[[Any], Any]

_BASE = ("id", "written_at", "changed_at", "written_by", "binned_at", "import_batch")
_READING = ("day", "time", "utc_offset", "period", "scale")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,60}(\.\d{1,60})?", re.ASCII)


@dataclass(frozen=True)
class Field:
    """One key of a record: how its value is written, and read back (ValueError if it cannot be)."""

    name: str
    encode: Encode
    decode: Decode


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or pattern.fullmatch(value) is None:
        raise ValueError(f"not as expected: {value!r}")
    return value


def _instant_text(value: dt.datetime) -> str:
    return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _instant(value: object) -> dt.datetime:
    return dt.datetime.fromisoformat(_matching(_INSTANT, value)[:-1]).replace(tzinfo=dt.UTC)


def _time_text(value: dt.time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"not a text: {value!r}")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise ValueError(f"not a whole number: {value!r}")
    return value


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"not true or false: {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise ValueError(f"not a list of texts: {value!r}")
    return tuple(value)


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Decimal):
        raise ValueError(f"not a whole number: {value!r}")
    return value


def _object(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError(f"not an object: {value!r}")
    return _plain(value)


def _same(value: object) -> object:
    return value


_CODECS: Mapping[object, tuple[Encode, Decode]] = {
    str: (_same, _text),
    int: (_same, _whole),
    bool: (_same, _yes_no),
    uuid.UUID: (str, lambda value: uuid.UUID(_matching(_UUID, value))),
    Decimal: (lambda value: format(value, "f"), lambda value: Decimal(_matching(_DECIMAL, value))),
    dt.datetime: (_instant_text, _instant),
    dt.date: (lambda value: value.isoformat(), lambda value: dt.date.fromisoformat(_matching(_DAY, value))),
    dt.time: (_time_text, lambda value: dt.time.fromisoformat(_matching(_TIME, value))),
    PartialDate: (lambda value: value.text, lambda value: PartialDate(_text(value))),
    Moment: (lambda value: value.text, lambda value: Moment.parse(_text(value))),
    tuple: (list, _texts),
    dict: (_same, _object),
}


def _codec(hint: object) -> tuple[Encode, Decode, bool]:
    """Encode, decode, and whether null is a value of this type."""
    optional = isinstance(hint, types.UnionType)
    if optional:
        (hint,) = (part for part in get_args(hint) if part is not types.NoneType)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (lambda value: value.value), hint, optional
    encode, decode = _CODECS[get_origin(hint) or hint]
    return encode, decode, optional


def _field(name: str, hint: object) -> Field:
    encode, decode, optional = _codec(hint)
    if hint is str:
        return Field(name, lambda value: value or None, lambda value: "" if value is None else decode(value))
    if optional:
        return Field(
            name,
            lambda value: None if value is None else encode(value),
            lambda value: None if value is None else decode(value),
        )
    return Field(name, encode, decode)


def _names(kind: type[Row]) -> list[str]:
    first = (*_BASE, *_READING) if kind is Reading else _BASE
    return [*first, *(field.name for field in dataclasses.fields(kind) if field.name not in first)]


def _fields(kind: type[Row]) -> tuple[Field, ...]:
    hints = get_type_hints(kind)
    return tuple(_field(name, hints[name]) for name in _names(kind))


KINDS: Mapping[str, type[Row]] = {kind.__name__: kind for kind in STORED if kind is not AttachmentData}
"""The kinds of the file in order, parents before children. The bytes of an Attachment are its key `data`."""

FIELDS: Mapping[str, tuple[Field, ...]] = {name: _fields(kind) for name, kind in KINDS.items()}
"""The keys of each kind in order."""
