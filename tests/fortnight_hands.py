"""What is entered in the fortnight, and how each thing of it is done with the mouse and with the keyboard."""

from tests.hands import Keyboard, Mouse

USUAL = (1, (2, 1, 0, 0, 1))
HELPED = "A nap after lunch helped."
FOR_DOCTOR = "My fingers tingle in the cold."
ASKED = ("Can the dose change?", "Is the tingling from the tablets?", "May I fly in summer?")
ANSWER = "Yes, one step lower from Monday."
SHEET = (
    ("Hemoglobin", "11.2", "12.0-15.5"),
    ("White blood cells", "3.4", "4.0-10.0"),
    ("Neutrophils", "1.6", "1.5-7.5"),
    ("Platelets", "182", "150-400"),
    ("ALT", "41", "0-35"),
    ("Creatinine", "0.8", "0.5-1.1"),
    ("Calcium", "2.31", "2.15-2.55"),
    ("CA 15-3", "<30", "0-30"),
)
UNIT = {"Calcium": "mmol/L"}
ROWS = ("fatigue", "pain", "nausea", "insomnia", "numbness")


class ByMouse(Mouse):
    """How each thing of the fortnight is done with clicks."""

    def morning(self) -> None:
        self.click_page("Today")

    def day(self, hard: int, levels: tuple[int, ...]) -> None:
        self.bad_day(hard)
        for row, level in zip(ROWS, levels, strict=False):
            self.click(f"{row}_{level}")

    def same(self, hard: int) -> None:
        self.bad_day(hard)
        self.click("same_as_yesterday")

    def bad_day(self, hard: int) -> None:
        self.click(f"how_hard_{hard}")

    def too_unwell(self) -> None:
        self.click("too_unwell")

    def fill_in(self, hard: int, levels: tuple[int, ...]) -> None:
        self.click("earlier_day")
        self.day(hard, levels)
        self.click("back_to_today")

    def what_helped(self, text: str) -> None:
        self.write("note", text)
        self.click("note_helped")

    def note_for_doctor(self, text: str) -> None:
        self.click_page("Journal")
        self.click("new_note")
        self.write("text", text)
        self.click("for_doctor")
        self.click("note_close")

    def lab_report(self) -> None:
        self.click_page("Results")
        self.click("add_result")
        for test, number, printed in SHEET:
            self.write("scale", test)
            self.write("value", number)
            if test in UNIT:
                self.choose("unit_choice", UNIT[test])
            self.write("range_text", printed)
            self.click("result_keep")

    def visit(self, day: str, who: str) -> None:
        self.click_page("Visits")
        self.click("add_visit")
        self.write("day", day)
        self.write("who", who)
        self.click("visit_keep")
        for question in ASKED:
            self.write("new_question", question)
            self.click("add_question")

    def go_to_print(self) -> None:
        self.click_page("Print")

    def save_pdf(self) -> None:
        self.click("save_pdf")

    def answer(self, text: str) -> None:
        self.click_page("Visits")
        self.click("question_1_asked")
        self.write("answer", text)
        self.click_page("Today")


class ByKeys(Keyboard):
    """How each thing of the fortnight is done with keys."""

    def morning(self) -> None:
        self.press("Ctrl+T")

    def day(self, hard: int, levels: tuple[int, ...]) -> None:
        self.bad_day(hard)
        for level in levels:
            self.press("Down", str(level))

    def same(self, hard: int) -> None:
        self.bad_day(hard)
        self.press("Alt+S")

    def bad_day(self, hard: int) -> None:
        self.press(str(hard))

    def too_unwell(self) -> None:
        self.press("Tab", "Space")

    def fill_in(self, hard: int, levels: tuple[int, ...]) -> None:
        self.press("Alt+PageUp")
        self.day(hard, levels)
        self.press("Ctrl+T")

    def what_helped(self, text: str) -> None:
        self.go("note")
        self.type(text)
        self.press("Tab", "Space")

    def note_for_doctor(self, text: str) -> None:
        self.press("Ctrl+N")
        self.type(text)
        self.press("Alt+D", "Escape")

    def lab_report(self) -> None:
        self.press("Ctrl+7", "Space")
        for test, number, printed in SHEET:
            self.type(test)
            self.press("Tab")
            self.type(number)
            self.press("Tab")
            if test in UNIT:
                self.press("Down")
            self.press("Tab")
            self.type(printed)
            self.press("Return")

    def visit(self, day: str, who: str) -> None:
        self.press("Ctrl+6", "Alt+A")
        self.type(day)
        self.go("who")
        self.type(who)
        self.press("Return", "Ctrl+Shift+N")
        for question in ASKED:
            self.type(question)
            self.press("Return")

    def go_to_print(self) -> None:
        self.press("Ctrl+8")

    def save_pdf(self) -> None:
        self.press("Return")

    def answer(self, text: str) -> None:
        self.press("Ctrl+6", "Up", "Up", "Up", "Space")
        self.go("answer", "Shift+Tab")
        self.type(text)
        self.press("Ctrl+T")
