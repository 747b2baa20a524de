from datetime import date

import pytest

from vanort.publishing.bake import bake
from vanort.publishing.plan import moved
from vanort.publishing.reading import Readings
from vanort.publishing.verify import Finding, verify

from .sites import BASE, File, Shown, Town, baked, findings, markup

PAGE = {"/": '<h2 id="karta">Karta</h2>', "/en/town/": "<p>town</p>"}


def kinds(inner, **more):
    return [(f.address, f.kind, f.target) for f in findings(Town({**PAGE, "/a/": inner}, **more))]


@pytest.mark.parametrize(
    "inner",
    [
        '<a href="/">hem</a>',
        '<a href="/#karta">karta</a>',
        '<a href="#top">upp</a><a href="#x">x</a><p id="x">',
        '<a href="../en/town/?page=2">town</a>',
        '<a href="https://www.kalmar.se/">ut</a><a href="mailto:a@b.se">m</a><a href="tel:0480450000">t</a>',
        f'<a href="{BASE}/grannen/">granne på samma värd</a>',
        '<svg><use href="#x"/><g id="x"/></svg>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_sound_pages_are_let_through(inner):
    assert kinds(inner) == []


@pytest.mark.parametrize(
    ("inner", "kind", "target"),
    [
        ('<a href="/saknas/">x</a>', "dead_link", "/saknas/"),
        ('<a href="/#kartan">x</a>', "dead_fragment", "/#kartan"),
        ('<a href="#borta">x</a>', "dead_fragment", "#borta"),
        ('<img src="/-/bild.png" alt="">', "dead_link", "/-/bild.png"),
        ('<img src="https://cdn.example/b.png" alt="">', "foreign_resource", "https://cdn.example/b.png"),
        ('<img srcset="//cdn.example/b.png 2x" alt="">', "foreign_resource", "//cdn.example/b.png"),
        ('<link rel="stylesheet" href="https://cdn.example/s.css">', "foreign_resource", "https://cdn.example/s.css"),
        ('<p style="color:red">', "inline_style", "color:red"),
        ("<style>p{}</style>", "inline_style", "<style>"),
        ("<script>alert(1)</script>", "inline_script", "alert(1)"),
        ('<p onclick="x()">', "inline_script", "onclick=x()"),
        ('<a href="javascript:x()">x</a>', "inline_script", "javascript:x()"),
        ('<a href="/redigera/admin/">x</a>', "editors_link", "/redigera/admin/"),
        (f'<link rel="canonical" href="{BASE}/saknas/">', "dead_link", f"{BASE}/saknas/"),
    ],
)
def test_what_is_wrong_is_found_with_its_address(inner, kind, target):
    assert kinds(inner) == [("/a/", kind, target)]


def test_a_link_to_a_moved_page_is_sound_and_its_fragment_is_looked_for_there():
    moved = {"redirects": {"/gammal/": "/"}}
    assert kinds('<a href="/gammal/#karta">x</a>', **moved) == []
    assert kinds('<a href="/gammal/#borta">x</a>', **moved) == [("/a/", "dead_fragment", "/gammal/#borta")]


def test_redirects_lead_somewhere_and_not_in_a_circle():
    readings = Readings()
    answers = baked(Town(PAGE), date(2026, 1, 1), readings=readings)
    for address, location in {"/x/": "/saknas/", "/y/": "/z/", "/z/": "/y/", "/ut/": "https://www.kalmar.se/"}.items():
        answers[address] = moved(location)
    assert [(f.address, f.kind) for f in verify(answers, readings, BASE)] == [
        ("/x/", "dead_link"),
        ("/y/", "redirect_loop"),
        ("/z/", "redirect_loop"),
    ]


def test_a_page_without_title_or_language_is_not_published():
    readings = Readings()
    site = Town({"/": ""}).site()
    answers = bake(
        site,
        lambda subject, facts, on: Shown(b"<!doctype html><html><title> </title>"),
        on=date(2026, 1, 1),
        base_url=BASE,
        served=None,
        readings=readings,
    )
    assert verify(answers, readings, BASE) == [Finding("/", "no_title"), Finding("/", "no_language")]


def test_the_title_is_the_pages_and_not_a_drawings():
    answers = baked(Town({"/": "<svg><title>Karta</title></svg>"}), date(2026, 1, 1))
    assert Readings().of(answers["/"]).title == "Sida"


def test_what_a_stylesheet_fetches_is_looked_at_too():
    css = File(b'a{background:url("saknas.png")}b{background:url(//x.example/y.png)}', "text/css; charset=utf-8")
    town = Town({"/": '<link rel="stylesheet" href="/-/stil.1.css">'}, files={"/-/stil.1.css": css})
    assert [(f.kind, f.target) for f in findings(town)] == [
        ("dead_link", "saknas.png"),
        ("foreign_resource", "//x.example/y.png"),
    ]


def test_bodies_are_read_once():
    readings = Readings()
    answers = baked(Town(PAGE), date(2026, 1, 1), readings=readings)
    first = readings.of(answers["/"])
    readings.forget_others()
    assert readings.of(answers["/"]) is first
    readings.forget_others()
    readings.forget_others()
    assert readings.of(answers["/"]) is not first


def test_markup_helper_is_sound():
    assert markup("x").startswith("<!doctype html>")
