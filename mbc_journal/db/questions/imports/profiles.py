"""Filling the profile from a file: what is empty takes the file's word, what is filled stays."""

import uuid
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from mbc_journal.records import NEVER, Profile


class Verdict(StrEnum):
    """What an item is to this journal."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"


class ProfileFilling:
    """A profile as it would be with the items taken so far; the one handed in is not touched."""

    def __init__(self, profile: Profile) -> None:
        self._before = profile
        self.profile = Profile(**{field.name: getattr(profile, field.name) for field in fields(profile)})

    def take(self, wanted: Mapping[str, Any]) -> Verdict:
        """Fill in what an item says, unless any of it differs from what is there; then nothing of it is taken."""
        found = [self._verdict(name, value) for name, value in wanted.items()]
        if Verdict.CONFLICT in found:
            return Verdict.CONFLICT
        if Verdict.NEW not in found:
            return Verdict.SAME
        for name, value in wanted.items():
            mine = getattr(self.profile, name)
            if isinstance(mine, tuple):
                setattr(self.profile, name, (*mine, *(part for part in value if part not in mine)))
            else:
                setattr(self.profile, name, value)
        return Verdict.NEW

    def filled(self, batch: uuid.UUID) -> Profile:
        """The profile to save; one that the journal did not have came with the batch, and goes with it."""
        if self._before.written_at == NEVER:
            self.profile.import_batch = batch
        return self.profile

    def before(self) -> dict[str, Any] | None:
        """The changed fields as they were, and when the profile was changed before, for undoing; None: no change."""
        changed = {}
        for field in fields(self.profile):
            was = getattr(self._before, field.name)
            if was != getattr(self.profile, field.name):
                changed[field.name] = list(was) if isinstance(was, tuple) else was
        return {"changed_at": self._before.changed_at.isoformat(), **changed} if changed else None

    def _verdict(self, name: str, value: Any) -> Verdict:
        mine = getattr(self.profile, name)
        if isinstance(mine, tuple):
            return _of_texts(mine, value)
        if mine in ("", None):
            return Verdict.NEW
        return Verdict.SAME if _plain(mine) == _plain(value) else Verdict.CONFLICT


def _of_texts(mine: tuple[str, ...], wanted: tuple[str, ...]) -> Verdict:
    """Of a list: a text is new unless it is there; "ESR1: present" differs from another text about ESR1."""
    known = {_plain(text) for text in mine}
    missing = [text for text in wanted if _plain(text) not in known]
    if not missing:
        return Verdict.SAME
    about = {_plain(text).partition(":")[0] for text in mine}
    answered = any(":" in text and _plain(text).partition(":")[0] in about for text in missing)
    return Verdict.CONFLICT if answered else Verdict.NEW


def _plain(value: Any) -> str:
    return " ".join(str(value).split()).casefold()
