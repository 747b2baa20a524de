import gzip
from datetime import date
from hashlib import sha256

import brotli
import pytest
import zstandard

from vanort.publishing import manifest as manifest_module
from vanort.publishing import release
from vanort.publishing.clearing import clear_leftovers, clear_unnamed
from vanort.publishing.compression import encodings
from vanort.publishing.manifest import Folder
from vanort.publishing.released import faults

from .sites import Town, released

DAY = date(2026, 3, 1)
LONG = "Kalmars vänorter " * 100


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_every_body_lies_under_its_hash_in_each_encoding(folder):
    served = released(Town({"/": LONG}), DAY, folder)
    entry = served.addresses["/"]
    plain = folder.body(entry.body).read_bytes()
    assert sha256(plain).hexdigest() == entry.body
    assert gzip.decompress(folder.body(entry.body, "gzip").read_bytes()) == plain
    assert brotli.decompress(folder.body(entry.body, "br").read_bytes()) == plain
    assert zstandard.ZstdDecompressor().decompress(folder.body(entry.body, "zstd").read_bytes()) == plain
    assert entry.sizes == {
        encoding: folder.body(entry.body, encoding).stat().st_size for encoding in ("identity", "br", "gzip", "zstd")
    }


def test_an_encoding_that_is_not_smaller_is_not_kept():
    assert encodings(b"short", "text/html") == {}
    assert encodings(b"x" * 5000, "image/png") == {}
    assert set(encodings(b"x" * 5000, "text/css; charset=utf-8")) == {"br", "gzip", "zstd"}


def test_compressing_again_gives_the_same_bytes():
    body = LONG.encode()
    assert encodings(body, "text/html") == encodings(body, "text/html")


def test_a_release_is_served_only_after_the_switch(folder):
    first = released(Town({"/": "ett"}), DAY, folder)
    assert folder.current_number() == first.number == 1
    second = released(Town({"/": "två"}), DAY, folder)
    assert folder.current_number() == second.number == 2


def test_a_body_that_a_crash_left_empty_is_written_again(folder):
    town = Town({"/": LONG})
    digest = released(town, DAY, Folder(folder.path / "elsewhere")).addresses["/"].body
    folder.body(digest).parent.mkdir(parents=True)
    folder.body(digest).write_bytes(b"")
    assert faults(folder, released(town, DAY, folder)) == []


STEPS = [
    (release, "write_body", 0),
    (release, "write_body", 1),
    (release, "dump", 0),
    (release, "sync", 0),
    (release, "switch", 0),
    (manifest_module.os, "symlink", 0),
    (manifest_module.os, "replace", 0),
    (manifest_module.os, "replace", 4),
]


@pytest.mark.parametrize(("module", "name", "spared"), STEPS, ids=[f"{n}-{i}" for _, n, i in STEPS])
def test_a_crash_at_any_step_leaves_a_whole_release(folder, monkeypatch, module, name, spared):
    town = Town({"/": LONG, "/a/": LONG + "a", "/b/": LONG + "b"})
    released(town, DAY, folder)
    town.texts |= {"/": "nytt" + LONG, "/b/": "nyare" + LONG, "/c/": "nyast" + LONG}
    with monkeypatch.context() as patch:
        patch.setattr(module, name, crashing(getattr(module, name), spared))
        with pytest.raises(KeyboardInterrupt):
            released(town, DAY, folder)
    served = folder.current_manifest()
    assert served.number == 1
    assert faults(folder, served) == []
    clear_leftovers(folder)
    clear_unnamed(folder)
    again = released(town, DAY, folder)
    assert faults(folder, again) == []
    assert set(again.addresses) == {"/", "/a/", "/b/", "/c/", "/sitemap.xml", "/robots.txt"}
    assert not list(folder.path.rglob(".new-*"))


def crashing(function, spared):
    """The function, which works `spared` times and then dies as a process does."""
    left = [spared]

    def call(*arguments, **named):
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return function(*arguments, **named)

    return call
