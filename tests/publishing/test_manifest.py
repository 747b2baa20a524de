"""A release survives being written down, and is switched whole."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from vanort.publishing.manifest import Entry, Folder, Manifest, dump, load


def manifest(number: int = 12) -> Manifest:
    return Manifest(
        number=number,
        made_at="2026-11-24T18:00:00Z",
        on=date(2026, 11, 24),
        up_to_change=345,
        languages=("sv", "en"),
        errors={"404": {"sv": "/404.html", "en": "/en/404.html"}},
        addresses={
            "/vänorter/": Entry(
                type="text/html; charset=utf-8",
                language="sv",
                body="ab" * 32,
                sizes={"identity": 5400, "br": 1100},
                true_until=date(2027, 1, 1),
            ),
            "/-/stil.css": Entry(type="text/css", body="cd" * 32, sizes={"identity": 5}, immutable=True),
            "/gammal/": Entry(status=301, location="/ny/"),
        },
    )


def test_what_is_dumped_is_loaded(tmp_path: Path) -> None:
    dump(manifest(), tmp_path / "one.json")
    assert load(tmp_path / "one.json") == manifest()
    assert [path.name for path in tmp_path.iterdir()] == ["one.json"]


def test_json_has_the_agreed_shape() -> None:
    plain = manifest().as_json()
    assert plain["addresses"]["/gammal/"] == {"status": 301, "location": "/ny/"}
    assert plain["addresses"]["/-/stil.css"]["immutable"] is True
    assert plain["addresses"]["/vänorter/"]["true_until"] == "2027-01-01"
    assert plain["languages"] == ["sv", "en"]


def test_a_file_that_is_no_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{}")
    with pytest.raises(KeyError):
        load(tmp_path / "bad.json")
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.json")


def test_bodies_are_kept_once_and_larger_encodings_not_at_all(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    digest, sizes = folder.keep(b"hej" * 9, {"br": b"short", "gzip": b"long" * 30})
    assert digest == sha256(b"hej" * 9).hexdigest()
    assert sizes == {"identity": 27, "br": 5}
    assert folder.body(digest).read_bytes() == b"hej" * 9
    assert folder.body(digest, "br").read_bytes() == b"short"
    assert not folder.body(digest, "gzip").exists()
    before = folder.body(digest).stat().st_ino
    folder.keep(b"hej" * 9)
    assert folder.body(digest).stat().st_ino == before


def test_switching_points_current_at_another_release(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.current_number() is None
    assert folder.current_manifest() is None
    for number in (1, 2):
        dump(manifest(number), folder.release(number))
    folder.switch(1)
    folder.switch(2)
    assert folder.current_number() == 2
    assert folder.current_manifest() == manifest(2)
    assert folder.numbers() == [1, 2]
    folder.switch(1)
    assert folder.current_number() == 1
    assert (folder.path / "current").readlink() == Path("releases/000001.json")


def test_a_release_that_is_not_there_is_not_switched_to(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    dump(manifest(1), folder.release(1))
    folder.switch(1)
    with pytest.raises(FileNotFoundError):
        folder.switch(7)
    assert folder.current_number() == 1
