"""Fields of a note: what it is about, tags, linked symptom, coping idea, and whether it helped."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import journaling, wording
from mbc_journal.journaling import Ideas
from mbc_journal.problems import NotAllowed
from mbc_journal.records import NoteKind
from mbc_journal.scales import Group, Kind, Scales, other_id
from mbc_journal.ui.forms import LongText, PickInput, Suggestion
from mbc_journal.ui.forms.text_inputs import LineInput
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Choice, FlowRow, LinkButton
from mbc_journal.wording import _

_LINKED = (Group.SYMPTOM, Group.VITAL, Group.SCORE)


class NoteText(LongText):
    """The words of a note; what is typed is not touched while it means what is kept."""

    def set_value(self, value: object) -> None:
        """Show `value`, unless only spaces at the ends tell it from what is typed."""
        if str(value or "") != self.toPlainText().replace("\0", "").strip():
            super().set_value(value)


class TagsInput(LineInput):
    """Tags, parted by commas."""

    def value(self) -> tuple[str, ...]:
        """The tags, each once. Raises NotAllowed if one is too long."""
        return journaling.tags(self.text())

    def set_value(self, value: object) -> None:
        """Show tags; a text that means the same stays as typed."""
        tags = tuple(value) if isinstance(value, tuple) else ()
        typed = tuple(" ".join(part.split()) for part in self.text().split(",") if part.strip())
        if tags != typed:
            super().set_value(", ".join(tags))


class KindInput(QWidget):
    """What a note is about: one of four."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = {kind.value: _(word) for kind, word in journaling.KINDS.items()}
        self.choice = Choice(_("What it is about"), words, theme)
        self.choice.setObjectName("kind")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        self.choice.changed.connect(self.changed)

    def value(self) -> NoteKind:
        """The kind chosen."""
        return NoteKind(self.choice.value() or NoteKind.JOURNAL)

    def set_value(self, value: object) -> None:
        """Show a kind."""
        self.choice.set_value(value)


class HelpedInput(QWidget):
    """Did it help? Five words of our own; no answer is not "It did not"."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = {str(level): _(word) for level, word in enumerate(journaling.HELPED)}
        self.choice = Choice(_("Did it help?"), words, theme)
        self.choice.setObjectName("helped")
        self.clear = LinkButton(_("Clear the answer"), theme)
        self.clear.setObjectName("helped_clear")
        self.clear.setAccessibleName(_("Clear the answer: did it help?"))
        row = FlowRow(theme)
        row.add(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(row)
        self.clear.hide()
        self.choice.changed.connect(self._on_choice_changed)
        self.clear.clicked.connect(self._on_clear_clicked)

    def value(self) -> int | None:
        """0-4, None while nothing was answered."""
        chosen = self.choice.value()
        return None if chosen is None else int(chosen)

    def set_value(self, value: object) -> None:
        """Show an answer, or none."""
        self.choice.set_value(value)
        self.clear.setVisible(value is not None)

    @Slot()
    def _on_choice_changed(self) -> None:
        self.clear.show()
        self.changed.emit()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.choice.setFocus()
        self.set_value(None)
        self.changed.emit()


class NamedInput(PickInput):
    """A field for the name of something that has an id; what is stored is the id."""

    def __init__(self, suggest: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(suggest)

    def value(self) -> str:
        """The id of what is named; "" for nothing. Raises NotAllowed for a name that cannot be kept."""
        if self.suggestion is not None:
            return self.suggestion.id
        name = " ".join(super().value().split())
        return self.id_of(name) if name else ""

    def set_value(self, value: object) -> None:
        """Show the name of an id; a text that means the same stays as typed."""
        named = str(value or "")
        if not named:
            if self.field.text().strip():
                super().set_value("")
        elif self.suggestion is None or self.suggestion.id != named:
            super().set_value(self.name_of(named))
            self.suggestion = Suggestion(named, self.field.text())

    def id_of(self, name: str) -> str:
        """The id for a name as typed."""
        raise NotImplementedError

    def name_of(self, named: str) -> str:
        """The name for an id."""
        raise NotImplementedError


class SymptomInput(NamedInput):
    """A symptom by its name; what is none of ours is kept in her own words."""

    def __init__(self, scales: Scales) -> None:
        super().__init__(partial(_fitting_scales, scales))
        self._scales = scales

    def id_of(self, name: str) -> str:
        """The id of our scale, or of one in her own words."""
        known = self._scales.named(name)
        return known.id if known is not None else other_id(name, Kind.LEVEL)

    def name_of(self, named: str) -> str:
        """How the scale is called."""
        return wording.say(self._scales.get(named).label)


class IdeaInput(NamedInput):
    """A coping idea by a word of its title."""

    def __init__(self, ideas: Ideas) -> None:
        super().__init__(partial(_fitting_ideas, ideas))
        self._ideas = ideas

    def id_of(self, name: str) -> str:
        """The id of the idea with this title. Raises NotAllowed if there is none."""
        for idea in self._ideas.all:
            if wording.say(idea.title).casefold() == name.casefold():
                return idea.id
        raise NotAllowed(why=_("Take one of the ideas that are offered, or leave this empty."))

    def name_of(self, named: str) -> str:
        """The title of the idea; one that is not in this reference is its own name."""
        return wording.say(self._ideas.titles.get(named, named))


def _fitting_scales(scales: Scales, typed: str) -> list[Suggestion]:
    found = [scale for scale in scales.find(typed) if scale.group in _LINKED]
    return [Suggestion(scale.id, wording.say(scale.label)) for scale in found]


def _fitting_ideas(ideas: Ideas, typed: str) -> list[Suggestion]:
    named = [Suggestion(idea.id, wording.say(idea.title)) for idea in ideas.all if idea.can_be_tried]
    return [one for one in named if typed.casefold() in one.text.casefold()]
