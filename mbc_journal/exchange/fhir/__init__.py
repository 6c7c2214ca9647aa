"""HL7 FHIR R4 as JSON: another program's record of the person, read into items."""

from mbc_journal.exchange.fhir.reading import read

__all__ = ["read"]
