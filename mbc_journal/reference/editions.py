"""Which reference is used: the one built in, or a newer one that was put in by hand and can be taken back."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from mbc_journal import __version__, content, wording
from mbc_journal.content import Place
from mbc_journal.files import why, write_whole
from mbc_journal.paths import Paths, resources
from mbc_journal.problems import CannotWrite, ReferenceRefused, ResourceBroken
from mbc_journal.reference import checking, reading
from mbc_journal.scales import Scales
from mbc_journal.wording import _

_KEPT = 3  # so many steps back


@dataclass(frozen=True)
class About:
    """What about.json says of a reference."""

    format: str
    schema_version: int
    language: str
    version: int
    date: str


@dataclass(frozen=True)
class Edition:
    """One whole reference: where it lies, and which one it is."""

    folder: Path
    version: int
    date: str
    built_in: bool

    @property
    def words(self) -> str:
        """As "version 2 of 3 Mar 2027"."""
        day = wording.day(dt.date.fromisoformat(self.date))
        return _("version {number} of {day}").format(number=self.version, day=day)


@dataclass(frozen=True)
class _Put:
    """One reference that was put in: its folder, what its files sum up to, and which program checked it."""

    name: str
    sha256: str
    checked_by: str


@dataclass(frozen=True)
class _List:
    put: tuple[_Put, ...] = ()


@dataclass(frozen=True)
class Editions:
    """The references of one person beside the one built in; `own` is the folder of hers, which need not be there."""

    own: Path
    resources: Path
    scales: Scales | None = None

    @classmethod
    def of(cls, paths: Paths, scales: Scales | None = None) -> Self:
        """Those in the folders of `paths`."""
        return cls(paths.reference, resources(), scales)

    @property
    def built_in(self) -> Edition:
        """The one that came with the program."""
        return _edition(self.resources / "reference" / "en", built_in=True)

    def used(self) -> tuple[Edition, str]:
        """The one in use, and a sentence for when hers is damaged and the one built in steps in ("": all is well)."""
        built_in = self.built_in
        try:
            put = self._list().put
            found = self._whole(put[-1]) if put else built_in
        except (OSError, ResourceBroken):
            said = _("The reference that was loaded is damaged. The built-in one is used; load the newer one again.")
            return built_in, said
        return (found if found.version > built_in.version else built_in), ""

    def before(self) -> Edition:
        """The one that `go_back` leads to; the one in use where there is no way back."""
        used, _said = self.used()
        if used.built_in:
            return used
        try:
            earlier = [self._whole(one) for one in self._list().put[:-1]]
        except (OSError, ResourceBroken):
            return self.built_in
        return earlier[-1] if earlier and earlier[-1].version > self.built_in.version else self.built_in

    def take(self, path: Path) -> Edition:
        """Check the reference at `path`, a folder or one file, and use it from now on.

        Raises ReferenceRefused, or CannotWrite; then nothing has changed.
        """
        files = reading.read(path)
        odd = checking.odd_shape(files, self.resources / "schemas" / "reference-1.schema.json")
        if odd:
            raise ReferenceRefused(file=path.name, why=odd)
        self._refuse_an_old_one(path.name, files["about"]["version"])
        texts = {f"{name}.json": _text(value) for name, value in sorted(files.items())}
        put = _Put(f"{files['about']['version']}-{_sum(texts)[:12]}", _sum(texts), __version__)
        folder = self.own / put.name
        try:
            self._write(folder, texts)
            self._check(folder)
            self._keep([*(one for one in self._known() if one.name != put.name), put][-_KEPT:])
        except ResourceBroken as broken:
            _drop(folder)
            odd = _("{file} does not fit at {where}").format(**broken.facts)
            raise ReferenceRefused(file=path.name, why=odd) from broken
        except CannotWrite:
            _drop(folder)
            raise
        return _edition(folder, built_in=False)

    def go_back(self) -> Edition:
        """Use the one before the one in use. Raises CannotWrite."""
        before = self.before()
        self._keep([] if before.built_in else [one for one in self._known() if _version(one) <= before.version])
        return self.used()[0]

    def _refuse_an_old_one(self, name: str, version: int) -> None:
        used = self.used()[0]
        if version <= used.version:
            words = _("it is version {number}, and {used} is in use, which is not older")
            raise ReferenceRefused(file=name, why=words.format(number=version, used=used.words))

    def _list(self) -> _List:
        """Those that were put in, the newest last. Raises ResourceBroken."""
        path = self.own / "used.json"
        return content.build(_List, content.load(path), Place(path.name)) if path.exists() else _List()

    def _known(self) -> tuple[_Put, ...]:
        try:
            return self._list().put
        except ResourceBroken:
            return ()

    def _whole(self, put: _Put) -> Edition:
        """One that was put in, if every byte is as it was checked. Raises OSError, ResourceBroken."""
        folder = self.own / Path(put.name).name
        texts = {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}
        if _sum(texts) != put.sha256:
            raise Place(put.name).broken("changed since it was checked")
        if put.checked_by != __version__:
            self._check(folder)
        return _edition(folder, built_in=False)

    def _check(self, folder: Path) -> None:
        """Raises ResourceBroken."""
        scales = self.scales or Scales.load(self.resources / "scales")
        checking.check_folder(folder, {scale.id for scale in scales})

    def _write(self, folder: Path, texts: Mapping[str, bytes]) -> None:
        """Raises CannotWrite."""
        _drop(folder)  # damaged, or left over from a kill
        try:
            folder.mkdir(mode=0o700, parents=True)
        except OSError as error:
            raise CannotWrite(path=folder, why=why(error)) from error
        for name, text in texts.items():
            write_whole(folder / name, text)

    def _keep(self, put: list[_Put]) -> None:
        """Use the last of `put`, which this one write decides; what is in no use any more is cleared away."""
        write_whole(self.own / "used.json", _text(asdict(_List(tuple(put)))))
        names = {one.name for one in put}
        for folder in self.own.iterdir():
            if folder.is_dir() and folder.name not in names:
                _drop(folder)


def _edition(folder: Path, built_in: bool) -> Edition:
    path = folder / "about.json"
    about = content.build(About, content.load(path), Place(path.name))
    return Edition(folder, about.version, about.date, built_in)


def _version(put: _Put) -> int:
    return int(put.name.partition("-")[0])


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _sum(texts: Mapping[str, bytes]) -> str:
    """One sum over all files and their names."""
    found = hashlib.sha256()
    for name, text in sorted(texts.items()):
        found.update(f"{name} {len(text)}\n".encode() + text)
    return found.hexdigest()


def _drop(folder: Path) -> None:
    """Take a folder of files away; where that fails it is in no use, and the next time does it."""
    with suppress(OSError):
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
