from datetime import date

import pytest

from vanort.publishing.bake import bake
from vanort.publishing.manifest import Folder
from vanort.publishing.plan import plan
from vanort.publishing.reading import Readings
from vanort.publishing.render import RenderFailed

from .sites import BASE, File, Shown, Town, baked, markup, released

DAY = date(2026, 3, 1)


def test_only_files_that_a_page_refers_to_are_public():
    town = Town(
        {"/": '<img src="/-/a.1.png" alt=""><a href="/-/avtal.2.pdf">avtal</a><link rel="stylesheet" href="/-/s.css">'},
        files={
            "/-/a.1.png": File(b"a"),
            "/-/avtal.2.pdf": File(b"pdf", "application/pdf"),
            "/-/s.css": File(b"p{background:url(b.3.png)}", "text/css"),
            "/-/b.3.png": File(b"b"),
            "/-/hemlig.4.pdf": File(b"nej", "application/pdf"),
        },
    )
    answers = baked(town, DAY)
    assert {a for a in answers if a.startswith("/-/")} == {"/-/a.1.png", "/-/avtal.2.pdf", "/-/s.css", "/-/b.3.png"}
    assert answers["/-/a.1.png"].entry.immutable


def test_a_picture_that_is_released_already_is_not_read_again(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"bild")
    town = Town({"/": '<img src="/-/a.1.png" alt="">'}, files={"/-/a.1.png": File(picture)})
    served = released(town, DAY, Folder(tmp_path))
    picture.unlink()
    town.texts["/"] += "ny text"
    todo = plan(served, baked(town, DAY, served))
    assert todo.changed == ("/",)
    assert todo.entries["/-/a.1.png"] == served.addresses["/-/a.1.png"]


def test_a_file_that_is_missing_fails_with_its_address(tmp_path):
    town = Town({"/": '<img src="/-/a.1.png" alt="">'}, files={"/-/a.1.png": File(tmp_path / "nej.png")})
    with pytest.raises(RenderFailed) as failure:
        baked(town, DAY)
    assert failure.value.address == "/-/a.1.png"


def test_a_page_that_cannot_be_shown_fails_with_its_address_and_cause():
    def broken(subject, facts, on):
        return 1 / 0

    with pytest.raises(RenderFailed) as failure:
        bake(Town({"/x/": ""}).site(), broken, on=DAY, base_url=BASE, served=None, readings=Readings())
    assert failure.value.address == "/x/"
    assert isinstance(failure.value.__cause__, ZeroDivisionError)


def test_a_page_at_a_former_address_counts_more_than_the_redirect():
    answers = baked(Town({"/": "hej", "/a/": "ny sida"}, redirects={"/a/": "/", "/b/": "/"}), DAY)
    assert answers["/a/"].body is not None
    assert answers["/b/"].entry.location == "/"


def test_a_redirect_that_leads_nowhere_is_a_miss_and_not_a_failure():
    redirects = {
        "/x/": "/saknas/",
        "/y/": "/z/",
        "/z/": "/y/",
        "/v/": "/w/",
        "/w/": "/#h",
        "/ut/": "https://a.example/",
    }
    answers = baked(Town({"/": '<h2 id="h">'}, redirects=redirects), DAY)
    assert {a for a, answer in answers.items() if answer.entry.location} == {"/v/", "/w/", "/ut/"}


def test_the_sitemap_names_pages_with_their_languages_and_leaves_out_what_is_not_to_be_indexed():
    texts = {
        "/": f'<link rel="alternate" hreflang="en" href="{BASE}/en/">'
        f'<link rel="alternate" hreflang="sv" href="{BASE}/">',
        "/en/": "home",
        "/utkast/": '<meta name="robots" content="noindex">',
        "/404.html": "borta",
    }
    town = Town(texts)
    site = town.site()
    object.__setattr__(site, "errors", {"404": {"sv": "/404.html"}})
    answers = bake(
        site,
        lambda subject, facts, on: Shown(markup("", head=facts.texts[subject]).encode()),
        on=DAY,
        base_url=BASE,
        served=None,
        readings=Readings(),
    )
    text = answers["/sitemap.xml"].body.decode()
    assert f"<loc>{BASE}/</loc>" in text
    assert f'hreflang="en" href="{BASE}/en/"' in text
    assert "utkast" not in text
    assert "404" not in text
    assert "lastmod" not in text


def test_robots_bars_the_editors_and_names_the_sitemap():
    text = baked(Town({"/": ""}), DAY)["/robots.txt"].body.decode()
    assert "Disallow: /redigera/" in text
    assert f"Sitemap: {BASE}/sitemap.xml" in text


def test_the_manifest_knows_language_and_expiry_of_a_page():
    entry = baked(Town({"/": "x"}, ends={"/": date(2026, 5, 1)}), DAY)["/"].entry
    assert (entry.language, entry.true_until, entry.immutable) == ("sv", date(2026, 5, 1), False)
