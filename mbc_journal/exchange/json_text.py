"""Strict reading of JSON from a stranger: limits first, then one parse; numbers digit for digit."""

import json
import re
from decimal import Decimal
from typing import Any

from mbc_journal.exchange.refusals import line_of, refused

DEEPEST = 64
"""Brackets inside brackets that are still read."""

_TO_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+"?)*+([\[\]{}]?)', re.DOTALL)
_OPENING = (b"[", b"{")
_DIRTY = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_BAD_TEXT = re.compile("[\x00\ud800-\udfff]")
_MOST_DIGITS = 30
_SHORT = 80
_MOST_SHARED = 20_000
_NUMBER = re.compile(r"-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?", re.ASCII)


class HugeNumber(str):
    """The text of a number with more than 30 digits, or an exponent above 30: kept, never computed with."""

    __slots__ = ()


class _KeyTwice(ValueError):
    """One object names a key twice."""


def parse(data: bytes, format_id: str = "") -> Any:
    """The value of a whole JSON text: dict, list, str, int, Decimal, HugeNumber, bool or None.

    Raises ImportRefused: too-big (deeper than 64) or broken (bad UTF-8 or JSON, NaN, Infinity, a key twice).
    """
    if depth(data, DEEPEST + 1) > DEEPEST:
        raise refused("too-big", format_id)
    try:
        text = data.decode("utf-8-sig")
        return _reader().decode(text)
    except UnicodeDecodeError as why:
        raise refused("broken", format_id, line=line_of(data, why.start)) from why
    except json.JSONDecodeError as why:
        raise refused("broken", format_id, line=why.lineno) from why
    except _KeyTwice as why:
        raise refused("broken", format_id, line=line_of(data, data.find(str(why).encode("utf-8", "replace")))) from why
    except (ValueError, RecursionError) as why:
        raise refused("broken", format_id, line=1) from why


def depth(data: bytes, enough: int | None = None) -> int:
    """How deep the brackets outside of strings go, without parsing; it stops counting at `enough`."""
    deepest = now = 0
    for found in _TO_BRACKET.finditer(data):
        if found[1] in _OPENING:
            now += 1
            deepest = max(deepest, now)
            if deepest == enough:
                break
        elif found[1]:
            now -= 1
    return deepest


def cleaned(value: Any, data: bytes) -> tuple[Any, int]:
    """`value` with NUL and lone surrogates in its texts made U+FFFD, and how many there were.

    `data` is the text it was parsed from; without such an escape in it nothing is walked.
    """
    if _DIRTY.search(data) is None:
        return value, 0
    return _walk_clean(value)


def _walk_clean(value: Any) -> tuple[Any, int]:
    if isinstance(value, str) and not isinstance(value, HugeNumber):
        return _BAD_TEXT.subn("\ufffd", value)
    if isinstance(value, dict):
        cleaned_keys = [(_walk_clean(key), _walk_clean(inner)) for key, inner in value.items()]
        return {key: inner for (key, _), (inner, _) in cleaned_keys}, sum(a[1] + b[1] for a, b in cleaned_keys)
    if isinstance(value, list):
        parts = [_walk_clean(inner) for inner in value]
        return [part for part, _ in parts], sum(count for _, count in parts)
    return value, 0


def _number(text: str) -> int | Decimal | HugeNumber:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    whole, part, exponent = found[1], found[2] or "", found[3] or "0"
    if len(whole) + len(part) > _MOST_DIGITS or len(exponent) > 4 or abs(int(exponent)) > _MOST_DIGITS:
        return HugeNumber(text)
    return int(text) if found[2] is None and found[3] is None else Decimal(text)


def _constant(text: str) -> object:
    raise ValueError(text)


def _reader() -> json.JSONDecoder:
    """A decoder for one text; short texts that come again and again are kept once."""
    known: dict[str, str] = {}

    def shared(value: Any) -> Any:
        if type(value) is not str or len(value) > _SHORT:
            return value
        return known.setdefault(value, value) if len(known) < _MOST_SHARED else known.get(value, value)

    def built(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = {key: shared(value) for key, value in pairs}
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            raise _KeyTwice(next(key for key in keys if keys.count(key) > 1))
        return found

    return json.JSONDecoder(object_pairs_hook=built, parse_float=_number, parse_int=_number, parse_constant=_constant)
