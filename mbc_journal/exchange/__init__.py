"""Out of the journal, and into it: records to bytes, and bytes to items; the journal itself is never seen here."""

from mbc_journal.exchange.formats import AUTO, FORMATS, Format, format_of, read, recognise

__all__ = ["AUTO", "FORMATS", "Format", "format_of", "read", "recognise"]
