"""Writing a whole file: the old or the new one is there at any moment, and every refusal is said in words."""

import hashlib
import os
import resource
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mbc_journal.files import Written, write_whole
from mbc_journal.problems import CannotWrite

TEMPORARY = os.environ["PYTEST_DEBUG_TEMPROOT"]
as_root = sys.platform != "win32" and os.geteuid() == 0


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process may grow past `size` bytes meanwhile: what a full disk looks like."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def as_another_user(folder: Path) -> Iterator[None]:
    """Without root's rights for a while: root is not stopped by the mode of a folder."""
    if not as_root:
        yield
        return
    for parent in folder.parents:
        if str(parent).startswith(TEMPORARY) and parent.stat().st_mode & 0o005 != 0o005:
            os.chmod(parent, 0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def names(folder: Path) -> list[str]:
    """What lies in `folder`, hidden files too."""
    return sorted(entry.name for entry in folder.iterdir())


def test_what_is_written_is_there_with_its_size_and_hash(tmp_path: Path) -> None:
    data = b"\x00\xff lines\r\n" * 100_000
    written = write_whole(tmp_path / "a.json", data)
    assert written == Written(tmp_path / "a.json", len(data), hashlib.sha256(data).hexdigest())
    assert (tmp_path / "a.json").read_bytes() == data
    assert names(tmp_path) == ["a.json"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a", b"").bytes == 0
    assert (tmp_path / "a").read_bytes() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_owner_can_read_it_whatever_the_umask_or_the_old_mode(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    os.chmod(tmp_path / "a", 0o666)
    before = os.umask(0)
    try:
        write_whole(tmp_path / "a", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_an_existing_file_is_replaced_by_default_and_kept_without_force(tmp_path: Path) -> None:
    target = tmp_path / "a"
    write_whole(target, b"one")
    write_whole(target, b"two")
    with pytest.raises(CannotWrite, match="there is something with this name already"):
        write_whole(target, b"three", force=False)
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == ["a"]


def test_a_leftover_of_a_killed_write_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".a.part").write_bytes(b"half")
    write_whole(tmp_path / "a", b"whole")
    assert names(tmp_path) == ["a"]


def test_a_full_disk_leaves_the_old_file_and_no_leftover(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    with files_end_at(10_000), pytest.raises(CannotWrite) as caught:
        write_whole(tmp_path / "a", b"x" * 50_000)
    assert str(caught.value).startswith(f"{tmp_path / 'a'} could not be written: the disk is full.")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_read_only_folder_is_named_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    os.chmod(folder, 0o555)
    with as_another_user(folder), pytest.raises(CannotWrite, match="this folder can only be read"):
        write_whole(folder / "a", b"data")
    os.chmod(folder, 0o755)
    assert names(folder) == []


def test_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="the folder is not there"):
        write_whole(tmp_path / "gone" / "a", b"data")
    assert names(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="the folder is not there"):
        write_whole(tmp_path / "file" / "a", b"data")


def test_a_folder_a_pipe_and_a_device_are_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/null")
    for name in ("folder", "pipe", "device"):
        with pytest.raises(CannotWrite, match="not a file"):
            write_whole(tmp_path / name, b"data")
    assert names(tmp_path) == ["device", "folder", "pipe"]


def test_the_root_folder_is_not_a_file() -> None:
    with pytest.raises(CannotWrite, match="not a file"):
        write_whole(Path("/"), b"data")


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="the name is too long"):
        write_whole(tmp_path / ("n" * 254), b"data")
    assert names(tmp_path) == []


def test_odd_names_are_only_names(tmp_path: Path) -> None:
    for name in ("-rf", "a b", "\u202ename", "päper \N{GRINNING FACE}", "$(x)", "a\nb", "\udcff"):
        write_whole(tmp_path / name, b"data")
        assert (tmp_path / name).read_bytes() == b"data"
