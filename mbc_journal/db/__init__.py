"""The journal file on disk: SQLAlchemy and sqlcipher3 live only here."""
