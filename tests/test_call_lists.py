"""The lists of Who to call and their sources, as screen and paper have them."""

from dataclasses import replace

from mbc_journal import call
from mbc_journal.call import Urgency
from tests.report_journals import TODAY
from tests.report_reference import FOLDER

GUIDE = call.load(FOLDER)


def test_the_lists_stand_in_one_order_and_two_of_them_say_whom_to_call() -> None:
    found = call.lists(GUIDE, "112")
    assert [one.name for one in found] == [Urgency.EMERGENCY, Urgency.CALL_NOW, "say", "know", "lines"]
    assert [one.says_whom for one in found] == [True, True, False, False, False]
    assert found[0].lead == call.emergency_words("112") == "Call 112."
    assert call.lists(GUIDE)[0].lead == call.emergency_words("") == "Call your local emergency number."
    assert [said for one in found for said in one.statements] == list(GUIDE.shown())


def test_sources_called_alike_share_a_line_and_old_labels_have_a_star() -> None:
    lines = call.source_lines(GUIDE, TODAY, "2026-11-23")
    (labels,) = [line for line in lines if line.startswith("FDA / DailyMed, US prescribing information: ")]
    assert "[1]* Soltamox (tamoxifen), 29 Nov 2021; [2]* Arimidex (anastrozole), 16 Dec 2022; " in labels
    assert "[9] NICE (UK), guideline CG75, November 2008: Signs of spinal metastases" in "\n".join(lines)
    assert "Checked" not in "".join(lines)


def test_a_source_checked_another_day_or_not_read_says_so() -> None:
    ids = GUIDE.numbered()
    first, *_others = (source for source in GUIDE.sources if source.id in ids)
    odd = [replace(source, checked="", read="not read") if source is first else source for source in GUIDE.sources]
    lines = call.source_lines(replace(GUIDE, sources=tuple(odd)), TODAY, "2026-11-23")
    assert "".join(lines).count("Not yet checked") == 1
    assert "".join(lines).count("Not yet read") == 1
    all_odd = call.source_lines(GUIDE, TODAY, "2026-11-24")
    assert "".join(all_odd).count("Checked 23 Nov 2026") == len(ids)
