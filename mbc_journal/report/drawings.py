"""The day-by-day panels and the treatment bars above them, as pictures."""

from mbc_journal.report.content import Charts
from mbc_journal.report.diary import Diary


def charts(diary: Diary) -> Charts:
    """The panels of the symptoms that are listed, those of the table first."""
    return Charts(possible=0 * len(diary.compared))
