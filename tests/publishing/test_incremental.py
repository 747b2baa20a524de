"""A site kept up to date step by step is the site made anew."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vanort.publishing.manifest import Folder
from vanort.publishing.released import faults

from .sites import Town, released

addresses = st.sampled_from(["/", "/a/", "/b/", "/c/", "/en/"])
texts = st.text(alphabet="abcåäö ", max_size=300)
START = date(2026, 1, 1)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("write"), addresses, texts),
        st.tuples(st.just("end"), addresses, st.integers(0, 40)),
        st.tuples(st.just("remove"), addresses, st.none()),
        st.tuples(st.just("redirect"), addresses, addresses),
        st.tuples(st.just("days"), st.none(), st.integers(1, 60)),
    ),
    max_size=8,
)


def edited(town, edit, on):
    kind, address, value = edit
    if kind == "write":
        town.texts[address] = value
    elif kind == "end":
        town.ends[address] = START + timedelta(days=value)
    elif kind == "remove":
        town.texts.pop(address, None)
    elif kind == "redirect":
        town.redirects[address] = value
    return on + timedelta(days=value) if kind == "days" else on


@settings(max_examples=25, deadline=None)
@given(edits)
def test_step_by_step_equals_made_anew_byte_for_byte(steps):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        town, on, folder = Town({"/": "början"}), START, Folder(one)
        served = released(town, on, folder)
        for step in steps:
            on = edited(town, step, on)
            served = released(town, on, folder)
        anew = released(town, on, Folder(other))
        assert served.addresses == anew.addresses
        assert faults(folder, served) == []
        assert bodies(folder, served) == bodies(Folder(other), anew)


def bodies(folder, manifest):
    return {
        (address, encoding): folder.body(entry.body, encoding).read_bytes()
        for address, entry in manifest.addresses.items()
        for encoding in entry.sizes
    }


def test_bodies_lie_where_the_manifest_says(tmp_path):
    served = released(Town({"/": "x"}), START, Folder(tmp_path))
    assert Path(Folder(tmp_path).body(served.addresses["/"].body)).is_file()
