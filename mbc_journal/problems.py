"""Problems a person can be told about: what happened, that nothing was lost, what to do next."""

from mbc_journal.wording import N_, _


class UserProblem(Exception):
    """A problem said in three sentences; `facts` fill their places, as JournalTooNew(found=9, known=5).

    HAPPENED, KEPT and DO_NEXT are msgids; `exit_code` is what a verb ends with.
    """

    HAPPENED = N_("Something went wrong.")
    KEPT = N_("Nothing was changed, and nothing is lost.")
    DO_NEXT = N_("Please try again.")
    exit_code = 5

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts = facts

    def __str__(self) -> str:
        return " ".join(self.sentences())

    def sentences(self) -> tuple[str, ...]:
        """The sentences to show, translated, with the facts filled in."""
        return tuple(_(text).format(**self.facts) for text in (self.HAPPENED, self.KEPT, self.DO_NEXT) if text)


class JournalMissing(UserProblem):
    """There is no file at the path; never answered by making a new one."""

    HAPPENED = N_("There is no journal at {path}. The drive may be out, or the file was moved.")
    DO_NEXT = N_("Put the drive back or choose where the file is now.")


class JournalExists(UserProblem):
    """A file stands where a new one should be made."""

    HAPPENED = N_("{path} is there already.")
    DO_NEXT = N_("Choose another name.")


class NotAJournal(UserProblem):
    """The file is something else."""

    HAPPENED = N_("{path} is not a journal of this program.")
    DO_NEXT = N_("Choose another file.")


class JournalUnreadable(UserProblem):
    """The system does not let this account read the file, or the drive does not give it."""

    HAPPENED = N_("{path} could not be read: this account may not open it, or the drive does not answer.")
    DO_NEXT = N_("Check the drive and who may read the file, then try again.")


class JournalEmpty(UserProblem):
    """The file has no bytes: a journal that was cut to nothing."""

    HAPPENED = N_("{path} is empty: something cut this file to nothing.")
    DO_NEXT = N_("Restore the newest backup.")


class JournalDamaged(UserProblem):
    """The structure of the file is not as it was written."""

    HAPPENED = N_("{path} is damaged.")
    DO_NEXT = N_("Restore the newest backup.")


class JournalTooNew(UserProblem):
    """The file's version is above ours; raised before anything is written."""

    HAPPENED = N_("This journal was made by a newer version of the program ({found}; this one knows {known}).")
    KEPT = N_("It was not changed, and nothing is lost.")
    DO_NEXT = N_("Install the newest version, then open it again.")


class JournalLocked(UserProblem):
    """The file is encrypted and no password was given."""

    HAPPENED = N_("{path} is locked with a password.")
    DO_NEXT = N_("Open it in the window and type the password.")


class JournalOpenElsewhere(UserProblem):
    """Another program, or this one in another window, holds the file."""

    HAPPENED = N_("This journal is open on {computer} since {since}.")
    DO_NEXT = N_("Close it there, then open it here.")


class CannotWrite(UserProblem):
    """An output file could not be written."""

    HAPPENED = N_("{path} could not be written: {why}.")
    KEPT = N_("What was there before is unchanged.")
    DO_NEXT = N_("Choose another folder, or make room, then try again.")


class NotSaved(UserProblem):
    """A save did not reach the file. `why` is one of the sentences of db/journal.py."""

    HAPPENED = N_("Not saved: {why}.")
    KEPT = N_("Your answers are still on this page.")
    DO_NEXT = N_("Try again, or save a copy somewhere else.")


class NotAllowed(UserProblem):
    """Values that a record must not have; `why` is the sentence to show beside the field."""

    HAPPENED = N_("{why}")
    KEPT = N_("What you typed is kept here.")
    DO_NEXT = ""


class ResourceBroken(UserProblem):
    """A file of the program itself is damaged."""

    HAPPENED = N_("A file of the program is damaged: {file}, at {where}.")
    KEPT = N_("Your journal was not touched.")
    DO_NEXT = N_("Install the program again.")
    exit_code = 1


class ReferenceRefused(UserProblem):
    """A newer reference that cannot be taken; `why` follows a colon."""

    HAPPENED = N_("The reference in use stays, and {file} was not taken: {why}.")
    KEPT = N_("Nothing was changed.")
    DO_NEXT = N_("Choose another file, or ask whoever made it.")


class ImportRefused(UserProblem):
    """A file that cannot be brought in. `word` is the machine's word, `say` the sentence for a person."""

    HAPPENED = N_("{say}")
    KEPT = N_("Nothing was changed.")
    DO_NEXT = ""
    exit_code = 4


class ChoiceMissing(UserProblem):
    """An import needs an answer first; `word` names which, `choices` lists the answers."""

    HAPPENED = N_("{say}")
    KEPT = N_("Nothing was changed.")
    DO_NEXT = ""
    exit_code = 3
