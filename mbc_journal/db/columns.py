"""How each kind of value stands in the file: as TEXT or INTEGER, and as nothing else."""

import datetime as dt
import json
import re
import uuid
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from mbc_journal.records import Moment, PartialDate

T = TypeVar("T")

_LARGEST = 2**63 - 1
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with U+FFFD for NUL and lone surrogates, which no file can hold; all else stays as typed."""
    return _UNWRITABLE.sub("\ufffd", text)


class AsText(TypeDecorator[T]):
    """A value that stands as TEXT; `write` raises ValueError for one that must not be stored."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[T], str], read: Callable[[str], T]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def bind_processor(self, dialect: Dialect) -> Callable[[T | None], str | None]:
        """What makes the text to store; None stays NULL."""
        write = self.write

        def process(value: T | None) -> str | None:
            return None if value is None else write(value)

        return process

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], T | None] | None:
        """What makes the value from the stored text; nothing where that is the value."""
        read = self.read
        if read is str:
            return None

        def process(value: str | None) -> T | None:
            return None if value is None else read(value)

        return process


class Flag(TypeDecorator[bool]):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Whether it is 1."""
        return None if value is None else value == 1


def _day(value: dt.date) -> str:
    if isinstance(value, dt.datetime):
        raise ValueError("a moment where a day belongs")
    return value.isoformat()


def _wall_time(value: dt.time) -> str:
    if value.tzinfo is not None:
        raise ValueError("a wall time has no zone")
    return value.isoformat("seconds" if value.second else "minutes")


def _instant(value: dt.datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return value.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _number(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError("not a finite number")
    return format(value, "f")


def _clean_json(value: object) -> object:
    """`value` with every text in it cleaned; json refuses strangers with TypeError."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): _clean_json(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean_json(part) for part in value]
    return value


def _json(value: object) -> str:
    return json.dumps(_clean_json(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _texts(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _keyed(stored: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stored)
    return found


def choice(words: type[StrEnum]) -> AsText[StrEnum]:
    """One word of a StrEnum."""
    return AsText(str, words)


def settled(kind: TypeEngine[Any], value: Any) -> Any:
    """`value` as it will be read back from a column. Raises ValueError or TypeError for what must not be stored."""
    if value is None:
        return None
    if isinstance(kind, AsText):
        return kind.read(kind.write(value))
    if isinstance(kind, LargeBinary):
        return bytes(value)
    if not isinstance(value, int) or abs(value) > _LARGEST:
        raise ValueError("not a number that fits")
    return value


WORDS = AsText(clean, str)
IDENTITY = AsText(str, uuid.UUID)
DAY = AsText(_day, dt.date.fromisoformat)  # "2026-03-14", in the order of the calendar
PARTIAL = AsText[PartialDate](lambda value: value.text, PartialDate)
MOMENT = AsText[Moment](lambda value: value.text, Moment.parse)
TIME = AsText(_wall_time, dt.time.fromisoformat)  # "08:05", with seconds only where there are some
INSTANT = AsText(_instant, dt.datetime.fromisoformat)  # UTC to the second, "2026-03-14T08:05:00Z"
NUMBER = AsText(_number, Decimal)  # digit for digit: "0.10" is not "0.1"; SQL never orders, compares or adds it
TEXTS = AsText[tuple[str, ...]](_json, _texts)  # a JSON array
KEYED = AsText[dict[str, Any]](_json, _keyed)  # a JSON object, keys in the order given
FLAG = Flag()
