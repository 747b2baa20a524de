from datetime import date

from vanort.publishing.clearing import clear_leftovers, clear_old, clear_unnamed
from vanort.publishing.manifest import Folder, load
from vanort.publishing.released import faults

from .sites import Town, released

DAY = date(2026, 3, 1)


def many(folder, count):
    return [released(Town({"/": "lika", "/a/": f"nummer {n}"}), DAY, folder) for n in range(count)]


def test_old_releases_go_and_the_kept_ones_stay_whole(tmp_path):
    folder = Folder(tmp_path)
    made = many(folder, 9)
    assert clear_old(folder, kept=4, at_once=5) > 5
    assert folder.numbers() == [6, 7, 8, 9]
    assert all(faults(folder, load(folder.release(n))) == [] for n in folder.numbers())
    assert not folder.body(made[0].addresses["/a/"].body).exists()
    assert folder.body(made[0].addresses["/"].body).exists()


def test_nothing_goes_for_a_few_too_many(tmp_path):
    folder = Folder(tmp_path)
    many(folder, 8)
    assert clear_old(folder, kept=4, at_once=5) == 0


def test_the_served_release_stays_however_old(tmp_path):
    folder = Folder(tmp_path)
    many(folder, 9)
    folder.switch(1)
    clear_old(folder, kept=2, at_once=1)
    assert folder.numbers() == [1, 8, 9]
    assert faults(folder, folder.current_manifest()) == []


def test_no_body_goes_while_a_manifest_cannot_be_read(tmp_path):
    folder = Folder(tmp_path)
    made = many(folder, 3)
    folder.release(2).write_text("{")
    folder.release(1).unlink()
    assert clear_unnamed(folder) == 0
    assert folder.body(made[0].addresses["/a/"].body).exists()


def test_half_written_files_go(tmp_path):
    folder = Folder(tmp_path)
    many(folder, 1)
    (folder.path / "releases" / ".new-x").touch()
    (next((folder.path / "bodies").iterdir()) / ".new-y").touch()
    (folder.path / ".current-77").symlink_to("nowhere")
    assert clear_leftovers(folder) == 3
