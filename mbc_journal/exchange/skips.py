"""What a reader leaves out, counted by kind and reason."""

from mbc_journal.records import Skipped

_NAMED = 20


class Skips:
    """The items left out so far; of each kind and reason the first 20 are named."""

    def __init__(self) -> None:
        self._count: dict[tuple[str, str], int] = {}
        self._where: dict[tuple[str, str], list[str]] = {}

    def add(self, what: str, reason: str, where: str) -> None:
        """One more item of kind `what`, found at `where`."""
        key = (what, reason)
        self._count[key] = self._count.get(key, 0) + 1
        named = self._where.setdefault(key, [])
        if len(named) < _NAMED:
            named.append(where)

    def listed(self) -> tuple[Skipped, ...]:
        """One line a kind and reason, in the order they first came."""
        return tuple(Skipped(*key, count, tuple(self._where[key])) for key, count in self._count.items())
