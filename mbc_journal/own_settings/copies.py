"""Backups as their manifests tell of them, newest first, and how they are said."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mbc_journal import wording
from mbc_journal.wording import N_, _, ngettext

_REASONS: Mapping[str, str] = {
    "asked": N_("asked for"), "import": N_("before a file was brought in"), "close": N_("when the journal was closed"),
    "idle": N_("made by itself"), "update": N_("before an update"), "restore": N_("before a backup was restored"),
}  # fmt: skip
_LONGEST = 1 << 20  # bytes of a manifest that is still believed


@dataclass(frozen=True)
class KnownCopy:
    """One backup: where it is, when it was made and why, and what its bytes were when they were checked."""

    path: Path
    counter: int
    made_at: dt.datetime
    reason: str
    bytes: int
    sha256: str
    is_checked: bool
    rows: int


def known_copies(folder: Path) -> list[KnownCopy]:
    """The backups in `folder` whose file and manifest are both there, newest first; what cannot be read is left out."""
    try:
        manifests = sorted(folder.glob("*.json"))
    except OSError:
        return []
    found = [copy for path in manifests if (copy := _read(path)) is not None]
    return sorted(found, key=lambda copy: copy.counter, reverse=True)


def _read(manifest: Path) -> KnownCopy | None:
    path = manifest.with_suffix(".mbcj")
    try:
        if not path.is_file() or manifest.stat().st_size > _LONGEST:
            return None
        return _copy(path, json.loads(manifest.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _copy(path: Path, said: Any) -> KnownCopy:
    return KnownCopy(
        path=path,
        counter=int(said["counter"]),
        made_at=_moment(said["made_at"]),
        reason=str(said["reason"]),
        bytes=int(said["bytes"]),
        sha256=str(said["sha256"]),
        is_checked=bool(said["verified_at"]),
        rows=sum(int(count) for count in said["rows"].values()),
    )


def _moment(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"without a time zone: {text!r}")
    return moment


def when(moment: dt.datetime, now: dt.datetime) -> str:
    """As "today 09:12", "yesterday 21:40" or "Wed 4 Mar 2026 09:12", where the person is."""
    local = moment.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    named = {0: _("today"), 1: _("yesterday")}
    return f"{named.get(days, wording.weekday_day(local.date()))} {local:%H:%M}"


def last_backup(copies: list[KnownCopy], now: dt.datetime) -> str:
    """As "Last backup: today 09:12, checked."; without one where the journal is."""
    if not copies:
        return _("Your journal is only on this computer.")
    text = _("Last backup: {when}, checked.") if copies[0].is_checked else _("Last backup: {when}, not checked.")
    return text.format(when=when(copies[0].made_at, now))


def about_copy(copy: KnownCopy) -> str:
    """As "214 entries, 1.2 MB, asked for"."""
    count = ngettext("{count} record", "{count} records", copy.rows).format(count=copy.rows)
    reason = _REASONS.get(copy.reason)
    parts = [count, size(copy.bytes), _(reason) if reason else copy.reason]
    return ", ".join(part for part in parts if part)


def size(count: int) -> str:
    """A number of bytes as "640 KB" or "1.2 MB"."""
    if count < 1_000_000:
        return _("{count} KB").format(count=max(1, (count + 500) // 1000))
    tenths = (count + 50_000) // 100_000
    return _("{count} MB").format(count=f"{tenths // 10}.{tenths % 10}" if tenths < 1000 else tenths // 10)
