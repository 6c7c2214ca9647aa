"""The key of a locked file: how it comes from a password, and the lines that open the file with it."""

import hashlib
import hmac
import unicodedata
from pathlib import Path

SALT_BYTES = 16
_DIGITS = frozenset("0123456789abcdef")


def file_key(password: str, salt: bytes) -> str:
    """The key of the file whose first 16 bytes are `salt`, in 96 hex digits. Takes 0.3 s and 128 MiB, on purpose."""
    secret = hashlib.scrypt(
        unicodedata.normalize("NFC", password).encode(), salt=salt, n=2**17, r=8, p=1, maxmem=2**28, dklen=16
    )
    return hmac.new(secret, b"mbc-journal file key 1" + salt, hashlib.sha256).hexdigest() + salt.hex()


def salt_of(path: Path) -> bytes:
    """The salt of a locked file. Only for a file that is not open in this program."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def key_lines(key: str) -> tuple[str, ...]:
    """What a new connection says before anything else; nothing for a plain file.

    Raises ValueError unless `key` is "" or what `file_key` returns, so that no other text becomes part of the line.
    """
    if not key:
        return ()
    if len(key) != 96 or not _DIGITS.issuperset(key):
        raise ValueError("not a file key")
    return ("PRAGMA cipher_log_level=NONE", f"PRAGMA key=\"x'{key}'\"")
