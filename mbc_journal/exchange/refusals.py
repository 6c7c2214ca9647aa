"""The refusals of an import: the machine's word, and the sentence for a person."""

from mbc_journal.problems import ImportRefused
from mbc_journal.wording import N_, _

_SAY = {
    "unknown": N_("This is not a file the journal can read."),
    "journal": N_("This is not a file the journal can read. It is a journal: open it instead."),
    "zip": N_("This is a zip. Open the zip and choose one file in it."),
    "broken": N_("The file is damaged at line {line}. Download it again."),
    "plan": N_("The file is damaged: the plan of {therapy} is wrong at {key}. Download it again."),
    "too-big": N_("The file is too large. Ask for a shorter period."),
    "unsafe": N_("The file asks for things we do not do."),
    "fhir-xml": N_("This is a FHIR file as XML. Ask for the JSON version."),
    "fhir-version": N_("This is a FHIR file of another version ({found}). Ask for FHIR R4."),
    "newer": N_("The file was made by a newer version: update first."),
    "unreadable": N_("{path} cannot be read."),
    "not-yet": N_("The journal knows this kind of file, but cannot read it yet."),
}

_SAME_WORD = {"journal": "unknown", "plan": "broken"}  # sentences of their own for a refusal of another name


def refused(word: str, format_id: str = "", **facts: object) -> ImportRefused:
    """The refusal named `word`; `format_id` is the format as far as it is known, `facts` fill its sentence."""
    say = _(_SAY[word]).format(**facts)
    return ImportRefused(word=_SAME_WORD.get(word, word), say=say, format=format_id)


def line_of(data: bytes, position: int) -> int:
    """The number of the line at byte `position`, from 1."""
    return data.count(b"\n", 0, max(position, 0)) + 1
