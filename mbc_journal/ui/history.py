"""Where the person was in the window: back and forward, as in a browser."""

from mbc_journal.ui.signals import Place

_LONGEST = 50


class History:
    """Places in the order they were visited; `visit` drops what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, place: Place) -> None:
        """A new place is shown."""
        if self._places and self._places[self._at] == place:
            return
        self._places = [*self._places[: self._at + 1], place][-_LONGEST:]
        self._at = len(self._places) - 1

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something was shown after, and left with Back."""
        return self._at + 1 < len(self._places)

    def back(self) -> Place | None:
        """Step back; None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward again; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._places[self._at]
