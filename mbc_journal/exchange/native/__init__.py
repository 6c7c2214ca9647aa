"""The journal's own file: every record and field as JSON, one record a line; what is written reads back the same."""

from mbc_journal.exchange.native.reading import read
from mbc_journal.exchange.native.writing import write

__all__ = ["read", "write"]
