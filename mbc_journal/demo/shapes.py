"""How symptoms go with each treatment: a usual level, a rise in some days of the cycle, and what grows slowly."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A symptom on one treatment: usual level, and `rise` more from day `first` to `last` of the cycle."""

    usual: float
    rise: float = 0.0
    first: int = 1
    last: int = 0
    growth: float = 0.0  # more with each cycle, up to four cycles

    def level(self, day: int, cycle: int) -> float:
        """The level to expect on `day` of cycle number `cycle`; the rise fades in and out within two days."""
        distance = max(self.first - day, day - self.last, 0)
        return self.usual + self.rise * max(0.0, 1.0 - distance / 2.0) + self.growth * min(cycle, 4)


_EACH: Mapping[str, Shape] = {
    "pain": Shape(0.9), "insomnia": Shape(1.0), "anxiety": Shape(0.9), "headache": Shape(-0.4),
    "shortness-of-breath": Shape(-0.8), "constipation": Shape(-0.9),
}  # fmt: skip
_HORMONE: Mapping[str, Shape] = {
    "joint-pain": Shape(1.3), "hot-flashes": Shape(1.3), "muscle-pain": Shape(0.6), "numbness": Shape(-0.3),
}  # fmt: skip

SHAPES: Mapping[str, Mapping[str, Shape]] = {
    "letrozole": {
        "fatigue": Shape(0.9, 0.9, 12, 22), "nausea": Shape(0.1, 0.6, 2, 6), "mouth-sores": Shape(-0.3, 0.8, 13, 17),
        "appetite": Shape(0.1), "hair-loss": Shape(0.5), **_HORMONE, **_EACH,
    },
    "fulvestrant": {
        "fatigue": Shape(1.1), "nausea": Shape(0.4, 0.5, 1, 4), "diarrhea": Shape(0.9, 0.5, 2, 4),
        "rash": Shape(0.3), "appetite": Shape(0.4), "needle-site": Shape(-0.4, 1.4, 1, 2), **_HORMONE, **_EACH,
    },
    "exemestane": {
        "fatigue": Shape(1.2), "mouth-sores": Shape(0.9), "rash": Shape(0.5), "cough": Shape(0.3),
        "appetite": Shape(0.7), "nausea": Shape(0.3), **_HORMONE, **_EACH,
    },
    "capecitabine": {
        "fatigue": Shape(1.0, 1.0, 8, 15), "hand-foot": Shape(0.1, 0.9, 9, 16, 0.2),
        "numbness": Shape(0.0, 0.3, 8, 14, 0.15), "nausea": Shape(0.3, 1.0, 3, 9), "diarrhea": Shape(0.2, 1.0, 8, 15),
        "mouth-sores": Shape(-0.2, 1.2, 9, 14),
        "appetite": Shape(0.8, 0.4, 5, 12), "dry-skin": Shape(1.0), "cough": Shape(-0.3), "hot-flashes": Shape(-0.6),
        **_EACH,
    },
}  # fmt: skip
"""Regimen of course.py -> scale id -> shape."""

LENGTHS: Mapping[str, int] = {"letrozole": 28, "fulvestrant": 28, "exemestane": 28, "capecitabine": 21}
"""Days of a cycle of each regimen."""

LATELY: Mapping[str, tuple[float, float]] = {
    "mouth-sores": (-9.0, 0.3), "nausea": (1.0, -0.9), "hand-foot": (-0.4, 0.9), "cough": (1.3, -9.0),
    "numbness": (-0.2, 0.5),
}  # fmt: skip
"""What is more in the weeks before the last visit, and since then: so that the two periods tell a story."""

TWICE = ("fatigue", "pain", "nausea", "hand-foot", "joint-pain")
"""Asked in the morning too."""
IMPACTS = ("fatigue", "pain", "hand-foot", "joint-pain")
"""Asked how much they got in the way, on days that had them."""
ROWS = (
    "fatigue", "hand-foot", "numbness", "nausea", "pain", "insomnia", "mouth-sores", "diarrhea", "appetite", "anxiety",
    "temperature", "weight",
)  # fmt: skip
"""The rows of Today, as she ordered them."""
