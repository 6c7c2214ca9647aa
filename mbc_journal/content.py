"""Our own content files: JSON read strictly into frozen dataclasses; anything unexpected means a damaged file."""

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar, get_args, get_origin

from mbc_journal.problems import ResourceBroken

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """Where in which file we are, as "scales[3].unit"; what a person can tell us when a file is damaged."""

    file: str
    path: str = ""

    def key(self, name: str) -> "Place":
        """The value under `name`."""
        return Place(self.file, f"{self.path}.{name}".lstrip("."))

    def item(self, number: int) -> "Place":
        """The item `number` of a list, from 0."""
        return Place(self.file, f"{self.path}[{number}]")

    def broken(self, why: str) -> ResourceBroken:
        """The problem to raise: this place, and what is wrong there."""
        return ResourceBroken(file=self.file, where=f"{self.path or 'its start'} ({why})")


def load(path: Path) -> Any:
    """The value in a JSON file; every object in it is a dict without twin keys, every number an int.

    Raises ResourceBroken: no such file, not UTF-8, not JSON, a key twice, a number with a point or exponent.
    """
    place = Place(path.name)
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise place.broken(error.strerror or "not readable") from error
    except ValueError as error:
        raise place.broken(str(error)) from error


def parsed(text: str) -> Any:
    """The value in a JSON text, as strictly as `load`. Raises ValueError, RecursionError where it is too deep."""
    return json.loads(text, object_pairs_hook=_object, parse_float=_refuse_number, parse_constant=_refuse_number)


def build(cls: type[T], value: Any, place: Place, keys: Collection[str] | None = None) -> T:
    """A dataclass from one JSON object that has exactly `keys` (None: every field of `cls`).

    Decimals are strings in the file. Raises ResourceBroken, naming the first key that is unknown, missing or wrong.
    """
    hints = _hints(typing.cast(Any, cls))
    wanted = hints.keys() if keys is None else keys
    if not isinstance(value, dict):
        raise place.broken("an object is expected")
    for name in value:
        if name not in wanted:
            raise place.key(name).broken("unknown key")
    for name in wanted:
        if name not in value:
            raise place.key(name).broken("missing key")
    return cls(**{name: read(hints[name], part, place.key(name)) for name, part in value.items()})


def read(hint: Any, value: Any, place: Place) -> Any:
    """`value` as the type `hint` says: text, number, flag, choice, dataclass, tuple, mapping, or None."""
    if hint is Any:
        return value
    origin = get_origin(hint)
    if origin is types.UnionType:
        return None if value is None else read(get_args(hint)[0], value, place)
    if origin is tuple:
        items = _expected(list, value, place)
        return tuple(read(get_args(hint)[0], item, place.item(number)) for number, item in enumerate(items))
    if origin is Mapping:
        pairs = _expected(dict, value, place)
        return types.MappingProxyType({key: read(get_args(hint)[1], pairs[key], place.key(key)) for key in pairs})
    if dataclasses.is_dataclass(hint):
        return build(typing.cast(type[Any], hint), value, place)
    return _plain(hint, value, place)


def _plain(hint: type[Any], value: Any, place: Place) -> Any:
    if issubclass(hint, Decimal | StrEnum):
        try:
            return hint(_expected(str, value, place))
        except (InvalidOperation, ValueError) as error:
            raise place.broken(f"{value!r} is not known here") from error
    return _expected(hint, value, place)


def _expected(kind: type[T], value: Any, place: Place) -> T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise place.broken(f"{kind.__name__} is expected")
    return value


@functools.cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"a key stands twice in {sorted(name for name, _ in pairs)}")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(f"{text} must be written as text")
