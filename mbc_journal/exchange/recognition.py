"""Which format a file is of, by its content; what nobody should read is refused here."""

import re
from collections.abc import Mapping
from pathlib import Path

from mbc_journal.exchange import json_text
from mbc_journal.exchange.refusals import refused
from mbc_journal.exchange.source import MOST_FOREIGN_BYTES, load

_HEAD = 8192
_JOURNAL = b"MBCJ"
_APPLICATION_ID = slice(68, 72)
_SQLITE = b"SQLite format 3\x00"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MARKS: Mapping[bytes, str] = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NATIVE = re.compile(rb'"format"\s*:\s*"mbc-journal"')
_DAY_ONE = re.compile(rb'"entries"\s*:\s*\[')
_CALENDAR = re.compile(r"BEGIN:[A-Z-]+\s", re.IGNORECASE)
_XML_HEAD = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:.-]+)", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)")
_ROOTS: Mapping[str, str] = {"HealthData": "apple", "ClinicalDocument": "ccda", "plist": "dayone"}
_OUR_DTDS = frozenset({"apple", "dayone"})
_DELIMITERS = ",;\t|"


def recognised(path: Path) -> str:
    """The id of the format: json, fhir, csv, ccda, ics, apple or dayone.

    Raises ImportRefused: unreadable, too-big, unknown, zip, unsafe, fhir-xml or broken.
    """
    data = load(path).data
    if data.startswith(_ZIPS):
        raise refused("zip")
    if _is_journal(data, path):
        raise refused("journal")
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return _json(data)
    if len(data) > MOST_FOREIGN_BYTES:
        raise refused("too-big")
    return _text(_decoded(data[:_HEAD]))


def _is_journal(data: bytes, path: Path) -> bool:
    """A plain journal by its mark, a locked one by its name: its bytes look like noise."""
    plain = data.startswith(_SQLITE) and data[_APPLICATION_ID] == _JOURNAL
    return plain or (path.suffix.casefold() == ".mbcj" and bool(data))


def _json(data: bytes) -> str:
    if _NATIVE.search(data[:_HEAD]):
        return "json"
    if len(data) > MOST_FOREIGN_BYTES:
        raise refused("too-big")
    if b'"resourceType"' in data:
        return "fhir"
    if isinstance(value := json_text.parse(data), dict) and value.get("format") == "mbc-journal":
        return "json"
    if b'"metadata"' in data and _DAY_ONE.search(data):
        return "dayone"
    raise refused("unknown")


def _decoded(head: bytes) -> str:
    """The first letters of a text file. Raises ImportRefused: unknown for what is no text."""
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "")
    text = head.decode(encoding, "replace") if encoding else _guessed(head)
    if not text.strip() or _CONTROL.search(text):
        raise refused("unknown")
    return text.lstrip("\ufeff")


def _guessed(head: bytes) -> str:
    """UTF-8, but for a letter cut at the end; else Windows-1252."""
    for cut in range(4):
        try:
            return head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            if len(head) < _HEAD:
                break
    return head.decode("cp1252", "replace")


def _text(text: str) -> str:
    if text.lstrip().startswith("<"):
        return _xml(text.lstrip())
    if text.lstrip().startswith(("{", "[")):
        raise refused("broken", line=1)  # JSON, but not in UTF-8
    if _CALENDAR.match(text.lstrip()):
        return "ics"
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and any(lines[0].count(mark) and (len(lines) == 1 or lines[1].count(mark)) for mark in _DELIMITERS):
        return "csv"
    raise refused("unknown")


def _xml(text: str) -> str:
    """The format of an XML file by its first element; only the formats that always bring a DTD may have one."""
    head = _XML_HEAD.match(text)
    rest = text[head.end() if head else 0 :]
    doctype = _DOCTYPE.match(rest)
    if doctype is not None:
        format_id = _ROOTS.get(doctype[1], "")
        if format_id not in _OUR_DTDS:
            raise refused("unsafe", format_id)
        return format_id
    root = _ROOT.match(rest)
    if root is None:
        raise refused("unknown")
    if "http://hl7.org/fhir" in root[2]:
        raise refused("fhir-xml", "fhir")
    if root[1] not in _ROOTS:
        raise refused("unknown")
    return _ROOTS[root[1]]
