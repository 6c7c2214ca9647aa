"""A FHIR file to items: each resource to the reader of its type, then what only all items together can say."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mbc_journal.exchange import source
from mbc_journal.exchange.fhir import conditions, medicines, notes, observations, receptors, therapies
from mbc_journal.exchange.fhir.bundle import FORMAT_ID, Entry, Whole, whole
from mbc_journal.exchange.fhir.medicines import MedicineItem
from mbc_journal.exchange.fhir.receptors import Receptor
from mbc_journal.exchange.fhir.record import Found, Record, short, subject
from mbc_journal.exchange.fhir.values import Skip
from mbc_journal.exchange.knowledge import Knowledge
from mbc_journal.exchange.refusals import refused
from mbc_journal.exchange.skips import Skips
from mbc_journal.paths import resources
from mbc_journal.problems import ChoiceMissing
from mbc_journal.records import Incoming, Item, Reading
from mbc_journal.wording import _, ngettext
from mbc_journal.wording import say as translated

Outcome = Found | Receptor | MedicineItem

_READERS: Mapping[str, Callable[[Record], Outcome]] = {
    "Patient": notes.patient,
    "AllergyIntolerance": conditions.allergy,
    "Condition": conditions.condition,
    "MedicationStatement": medicines.read,
    "MedicationRequest": medicines.read,
    "MedicationAdministration": medicines.read,
    "Observation": observations.read,
    "Procedure": notes.procedure,
    "Appointment": notes.appointment,
    "QuestionnaireResponse": notes.answers,
    "Goal": notes.goal,
    "DocumentReference": notes.document,
}

_PARTS = frozenset({
    "Medication", "Organization", "Practitioner", "PractitionerRole", "RelatedPerson", "Location", "Device",
    "Encounter", "Composition", "DiagnosticReport", "CareTeam", "Specimen", "Provenance", "List",
})  # fmt: skip


_SHOWN = 3  # unusual numbers of a scale that a warning names


def read(path: Path, patient: str = "") -> Incoming:
    """The items of a FHIR R4 file about one person; `patient` chooses whom, if it speaks of several.

    Raises ImportRefused, and ChoiceMissing ("patient") while several people are in it and none is chosen.
    """
    file = source.load(path)
    if len(file.data) > source.MOST_FOREIGN_BYTES:
        raise refused("too-big", FORMAT_ID)
    found = whole(file.data)
    people = _people(found.entries)
    persons = tuple(sorted(set(people.values())))
    if patient not in persons and (len(persons) > 1 or (patient and persons)):
        several = _("The file speaks of several people. Choose who you are.")
        another = _("The file does not speak of the person chosen.")
        say = several if len(persons) > 1 else another
        raise ChoiceMissing(word="patient", say=say, choices=list(persons), format=FORMAT_ID)
    knowledge = Knowledge.load(resources())
    items, skips, doubts = _Items(found, people, patient, knowledge).read()
    return Incoming(
        format=FORMAT_ID,
        file=file.name,
        sha256=file.sha256,
        items=tuple(items),
        skipped=skips.listed(),
        warnings=(*_warnings(found.bad_characters, doubts), *_unusual(items, knowledge)),
        patients=persons,
    )


def _people(entries: Sequence[Entry]) -> dict[str, str]:
    """Every way the resources that are read refer to a patient, and that patient's id."""
    found: dict[str, str] = {}
    patients = [entry for entry in entries if entry.type == "Patient"]
    for number, entry in enumerate(patients, start=1):
        name = entry.id or short(entry.url) or f"patient-{number}"
        for reference in (f"Patient/{name}", name, short(entry.url), _own_name(entry)):
            if reference:
                found[reference] = name
    for entry in entries:
        reference = short(subject(entry.resource)) if entry.type in _READERS else ""
        if reference.startswith("Patient/") or (reference and "/" not in reference):
            found.setdefault(
                reference, found.get(reference.removeprefix("Patient/"), reference.removeprefix("Patient/"))
            )
    return found


def _own_name(entry: Entry) -> str:
    """What a Patient is looked up by: its id, its URL, or where it stands."""
    return entry.id or short(entry.url) or entry.where


def _warnings(bad_characters: int, doubts: Iterable[str]) -> Iterator[str]:
    if bad_characters:
        yield ngettext(
            "{count} character that cannot be kept was replaced.",
            "{count} characters that cannot be kept were replaced.",
            bad_characters,
        ).format(count=bad_characters)
    for name, times in Counter(doubts).items():
        yield _("{name}: its name and its code say different medicines, so none was chosen ({times}).").format(
            name=name, times=times
        )


def _unusual(items: Iterable[Item], knowledge: Knowledge) -> Iterator[str]:
    """A sentence for each scale with numbers that would be asked about if they were typed; nothing is judged."""
    found: dict[str, list[Reading]] = {}
    for item in items:
        for row in item.rows:
            if isinstance(row, Reading) and knowledge.looks_like_a_slip(row):
                found.setdefault(row.scale, []).append(row)
    for scale_id, readings in found.items():
        values = ", ".join(dict.fromkeys(reading.value_as_entered for reading in readings[:_SHOWN]))
        more = ", ..." if len(readings) > _SHOWN else ""
        yield _("{name}: is {values} right?").format(
            name=translated(knowledge.scales[scale_id].label), values=values + more
        )


class _Items:
    """The reading of one file."""

    def __init__(self, found: Whole, people: Mapping[str, str], patient: str, knowledge: Knowledge) -> None:
        self._entries = found.entries
        self._people = people
        self._patient = patient
        self._knowledge = knowledge

    def read(self) -> tuple[list[Item], Skips, list[str]]:
        """The items in the order of the file, what was skipped, and the medicines in doubt."""
        skips = Skips()
        items: list[Item | Receptor | MedicineItem] = []
        for record in self._records():
            try:
                found = self._outcome(record)
                items.append(record.item(found) if isinstance(found, Found) else found)
            except Skip as skip:
                skips.add(record.entry.type or "resource", skip.reason, record.entry.where)
        doubts = [item.name for item in items if isinstance(item, MedicineItem) and item.doubt]
        return list(_settled(items, skips)), skips, doubts

    def _records(self) -> Iterator[Record]:
        by_reference = self._references()
        only = next(iter(set(self._people.values())), "") if len(set(self._people.values())) == 1 else ""
        self._entries.reverse()
        while self._entries:
            entry = self._entries.pop()  # let go once it is read, so that a large file stays small
            reference = short(subject(entry.resource))
            if entry.type == "Patient":
                reference = _own_name(entry)
            yield Record(entry, self._people.get(reference, only), self._knowledge, by_reference)

    def _references(self) -> dict[str, dict[str, Any]]:
        """Each Medication by its full URL and by "Medication/id"."""
        found: dict[str, dict[str, Any]] = {}
        for entry in self._entries:
            if entry.type == "Medication":
                for reference in filter(None, (entry.url, short(entry.url), f"{entry.type}/{entry.id}")):
                    found.setdefault(reference, entry.resource)
        return found

    def _outcome(self, record: Record) -> Outcome:
        """What a resource becomes. Raises Skip."""
        entry = record.entry
        if not entry.type:
            raise Skip("bad-line" if entry.is_line else "bad-value")
        if entry.type in _PARTS:
            raise Skip("part-of-another")
        if entry.type not in _READERS:
            raise Skip("not-kept")
        if self._patient and record.patient and record.patient != self._patient:
            raise Skip("unticked")
        return _READERS[entry.type](record)


def _settled(found: Sequence[Item | Receptor | MedicineItem], skips: Skips) -> Iterator[Item]:
    """Everything found as items, receptors and medicines once all of them are known."""
    later: dict[int, Found] = {}
    later |= {id(one): item for one, item in receptors.settled([one for one in found if isinstance(one, Receptor)])}
    later |= {id(one): item for one, item in therapies.settled([one for one in found if isinstance(one, MedicineItem)])}
    for one in found:
        if isinstance(one, Item):
            yield one
            continue
        try:
            yield one.record.item(later[id(one)])
        except Skip as skip:
            skips.add(one.record.entry.type, skip.reason, one.record.entry.where)
