"""How the info bar, the quick window and the Edit menu call an act: in one line, however long what was typed."""

import datetime as dt

from mbc_journal.ui.signals import Told
from mbc_journal.wording import _, act_subject

_SUBJECT, _ACT = 40, 90  # letters


def done(change: Told, now: dt.datetime) -> str:
    """What was done and when: "Saved 10:42 - Tiredness: Moderate"."""
    text = _("Undone {time} - {name}") if change.undone else _("Saved {time} - {name}")
    return text.format(time=f"{now:%H:%M}", name=short(change.name, _ACT))


def undo(name: str) -> str:
    """What Undo would take back, of the act called `name`: "Undo Tiredness"."""
    return _("Undo {name}").format(name=subject(name))


def subject(name: str) -> str:
    """What the act called `name` was about, short enough for a button."""
    return short(act_subject(name), _SUBJECT)


def short(words: str, letters: int) -> str:
    """`words` on one line of `letters` at most; what is left out is marked."""
    line = " ".join(words.split())
    if len(line) <= letters:
        return line
    kept = line[: letters - 3]
    return (kept.rsplit(" ", 1)[0] if " " in kept[letters // 2 :] else kept) + "..."
