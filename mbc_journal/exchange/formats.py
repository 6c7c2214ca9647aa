"""The formats that can be read or written, and the one door for reading any of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mbc_journal.exchange import fhir, native, recognition
from mbc_journal.exchange.refusals import refused
from mbc_journal.records import Incoming, Row
from mbc_journal.wording import N_

AUTO = "auto"
"""Let the content say which format it is."""


class Reader(Protocol):
    """Reads a whole file; `patient` chooses one of several people in it."""

    def __call__(self, path: Path, patient: str = "") -> Incoming:
        """What is in the file. Raises ImportRefused, ChoiceMissing."""


Writer = Callable[[Sequence[Row], bool], tuple[bytes, dict[str, int]]]
"""Records, and whether private notes go too, to the bytes of a file and the count of what was left out."""


@dataclass(frozen=True)
class Format:
    """A kind of file. `label` is a msgid; `read` or `write` is None where it goes one way only."""

    id: str
    label: str
    suffix: str
    read: Reader | None
    write: Writer | None


FORMATS: tuple[Format, ...] = (
    Format("json", N_("The whole journal (JSON)"), ".json", native.read, native.write),
    Format("fhir", N_("Health record of another program (FHIR R4)"), ".json", fhir.read, None),
)
"""Every format, in the order of lists."""


def format_of(format_id: str) -> Format | None:
    """The format with this id; None if there is none yet."""
    return next((known for known in FORMATS if known.id == format_id), None)


def recognise(path: Path) -> Format:
    """The format of the file at `path`, by its content alone.

    Raises ImportRefused: unreadable, too-big, unknown, zip, unsafe, fhir-xml, broken, or not-yet for a format that is
    known but not read.
    """
    format_id = recognition.recognised(path)
    found = format_of(format_id)
    if found is None or found.read is None:
        raise refused("not-yet", format_id)
    return found


def read(path: Path, wanted: str = AUTO, patient: str = "") -> Incoming:
    """What is in the file at `path`, read as `wanted` ("auto": as its content says).

    Raises ImportRefused, also for a file of another format than `wanted`; ChoiceMissing if it speaks of several people
    and `patient` is none of them.
    """
    found = recognise(path)
    if wanted not in (AUTO, found.id) or found.read is None:
        raise refused("unknown", wanted)
    return found.read(path, patient)
