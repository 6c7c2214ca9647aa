"""Pictures of every page in build/shots, to be looked at: `pytest -m shots tests/look`."""

from pathlib import Path

import pytest

from tests.look.conftest import Open
from tests.look.stage import SIZES, THEMES, pages
from tests.surroundings import ROOT

_CALM = 700  # milliseconds until charts and previews stand


@pytest.fixture(autouse=True)
def _only_when_asked(request: pytest.FixtureRequest) -> None:
    if "shots" not in str(request.config.getoption("markexpr")):
        pytest.skip("pictures are made with -m shots")


@pytest.fixture
def folder() -> Path:
    made = ROOT / "build" / "shots"
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.shots
@pytest.mark.parametrize("language", ["English", "pseudo"])
@pytest.mark.parametrize("journal", ["full", "empty"])
@pytest.mark.parametrize("step", [100, 150, 200])
@pytest.mark.parametrize("colours", THEMES)
def test_pictures_of_every_page(
    stage: Open, folder: Path, journal: str, language: str, colours: str, step: int
) -> None:
    opened = stage(journal, language)
    opened.look(colours, step)
    for size in (SIZES[0], SIZES[-1]):
        opened.resize(size)
        for page in pages(opened):
            opened.wait(_CALM)
            name = f"{page.NAME}-{journal}-{language}-{colours}-{step}-{size[0]}.png"
            assert opened.window.grab().save(str(folder / name))
