from datetime import date

from vanort.publishing.manifest import Folder
from vanort.publishing.plan import plan

from .sites import Town, baked, released

DAY = date(2026, 3, 1)


def test_without_a_served_release_everything_is_new():
    todo = plan(None, baked(Town({"/": "hej"}), DAY))
    assert todo.new == ("/", "/robots.txt", "/sitemap.xml")
    assert todo.count == 3
    assert len(todo.bodies) == 3


def test_only_what_differs_is_written(tmp_path):
    town = Town({"/": "hej", "/a/": "ett"})
    served = released(town, DAY, Folder(tmp_path))
    town.texts["/a/"] = "två"
    todo = plan(served, baked(town, DAY, served))
    assert (todo.new, todo.changed, todo.gone) == ((), ("/a/",), ())
    assert len(todo.bodies) == 1


def test_the_same_text_at_two_addresses_is_one_body():
    todo = plan(None, baked(Town({"/a/": "lika", "/b/": "lika"}), DAY))
    assert todo.entries["/a/"].body == todo.entries["/b/"].body
    assert len(todo.bodies) == 3


def test_what_is_no_longer_there_is_gone(tmp_path):
    served = released(Town({"/": "hej", "/a/": "ett"}), DAY, Folder(tmp_path))
    assert plan(served, baked(Town({"/": "hej"}), DAY, served)).gone == ("/a/",)


def test_nothing_to_do_when_nothing_changed(tmp_path):
    town = Town({"/": "hej"}, redirects={"/gammal/": "/"})
    served = released(town, DAY, Folder(tmp_path))
    assert plan(served, baked(town, DAY, served)).is_empty


def test_another_day_of_expiry_is_a_change_though_the_text_is_the_same(tmp_path):
    town = Town({"/": "hej"}, ends={"/": date(2026, 5, 1)})
    served = released(town, DAY, Folder(tmp_path))
    town.ends["/"] = date(2026, 6, 1)
    assert plan(served, baked(town, DAY, served)).changed == ("/",)
