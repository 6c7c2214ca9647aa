"""The lists of Who to call, the same on screen and on paper and for everyone."""

from dataclasses import dataclass

from mbc_journal.call.guide import Guide, Statement, Urgency
from mbc_journal.wording import N_, _

NOT_SURE = N_("Not sure? Call your team.")
SAME_FOR_EVERYONE = N_("Both lists are the same for everyone. They never follow from what you log.")
NOT_REVIEWED = N_("No clinician has reviewed them yet.")


@dataclass(frozen=True)
class CallList:
    """One list of the page: whom to call now, or what is beside that; `lead` comes before its statements."""

    name: str
    title: str
    lead: str
    statements: tuple[Statement, ...]

    @property
    def says_whom(self) -> bool:
        """Whether it is one of the two lists of signs."""
        return self.name in (Urgency.EMERGENCY, Urgency.CALL_NOW)


def lists(guide: Guide, emergency_number: str = "") -> tuple[CallList, ...]:
    """The lists in the order of the page; `emergency_number` is the one the person chose, "": none yet."""
    beside = _("In any other place, call the local emergency number, or tell someone near you.")
    day_or_night = _("Call day or night. Do not wait for the next visit.")
    return (
        CallList(
            Urgency.EMERGENCY,
            _("1  Emergency services if"),
            emergency_words(emergency_number),
            guide.always(Urgency.EMERGENCY),
        ),
        CallList(Urgency.CALL_NOW, _("2  Your team's line now if"), day_or_night, guide.always(Urgency.CALL_NOW)),
        CallList("say", _("What to say when you call"), _("This list is our own."), guide.to_say),
        CallList("know", _("Good to know"), "", guide.notes),
        CallList("lines", _("If thoughts turn dark, these lines answer"), beside, guide.lines),
    )


def emergency_words(number: str) -> str:
    """Which number to call: the one the person chose, else the local one, whatever it is."""
    return _("Call {number}.").format(number=number) if number else _("Call your local emergency number.")
