"""What the tests of the command line stand on."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Command, small_journal


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line in this process."""
    return Command(capsys)


@pytest.fixture(scope="package")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up journal, which no test changes."""
    return small_journal(tmp_path_factory.mktemp("made-up") / "demo.mbcj")


@pytest.fixture
def own(made_up: Path, tmp_path: Path) -> Path:
    """The made-up journal in a copy that a test may change."""
    return Path(shutil.copy(made_up, tmp_path / "own.mbcj"))
