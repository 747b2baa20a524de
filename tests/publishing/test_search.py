"""Search: what was released is found, by names and words, with and without marks, and nothing else is."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from vanort.pages.search_address import SEARCH
from vanort.publishing import hold
from vanort.publishing.publication import publish
from vanort.publishing.routes import reaches_django
from vanort.publishing.search import follow, shell, view, words
from vanort.publishing.search.documents import Document
from vanort.publishing.search.extract import extract
from vanort.publishing.search.index import index

from .sites import markup


def document(title, text="", *, language="sv", kind="page", names=(), address=""):
    where = address or f"/{title.lower()}/"
    return Document(where, language, kind, title, tuple(names), text, f"1:{title}{text}")


DAY = date(2026, 3, 1)
SITE = [
    document("Árborg", "En kommun på södra Island.", kind="town", names=["Selfoss"]),
    document("Gdańsk", "Stad vid Östersjön.", kind="town", names=["Danzig"]),
    document("Nyslott", "Stad i Finland.", kind="town", names=["Savonlinna"]),
    document("Kalmars vänorter", "Kalmar har vänorter i många länder. En resa till en vänort."),
    document("Malmö", "Ligger i Skåne."),
    document("Twin towns", "Kalmar has twin towns in many countries.", language="en"),
]


@pytest.fixture
def held(db):
    index().replace(SITE)
    return index()


def titles(found):
    return [hit.title for hit in found]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Arborg", "Árborg"),
        ("árb", "Árborg"),
        ("selfoss", "Árborg"),
        ("Gdansk", "Gdańsk"),
        ("Gdańsk", "Gdańsk"),
        ("danz", "Gdańsk"),
        ("nyslott", "Nyslott"),
        ("savonlinna", "Nyslott"),
        ("malmo", "Malmö"),
        ("MALMÖ", "Malmö"),
        ("Malmo\u0308", "Malmö"),
        ("skane", "Malmö"),
        ("vänorten", "Kalmars vänorter"),
        ("resor vänorter", "Kalmars vänorter"),
        ("kalmar län", "Kalmars vänorter"),
    ],
)
def test_a_page_is_found_by_how_people_write(held, query, title):
    assert titles(held.search(query, "sv"))[:1] == [title]


def test_letters_of_our_own_are_not_taken_for_others(held):
    assert titles(held.search("stad", "sv")) == ["Gdańsk", "Nyslott"]
    assert held.search("städ", "sv") == []
    assert words.asked("Ås Łódź Ærø") == ["ås", "lodz", "aero"]


def test_names_come_before_texts_and_every_word_counts(held):
    held.replace([document("Om Island", "Árborg ligger där.")])
    assert titles(held.search("island", "sv")) == ["Om Island", "Árborg"]
    assert titles(held.search("island södra", "sv")) == ["Árborg"]
    assert titles(held.search("stad", "sv", 1)) == ["Gdańsk"]


def test_each_language_has_its_own(held):
    assert titles(held.search("kalmar", "en")) == ["Twin towns"]
    assert titles(held.search("country", "en")) == ["Twin towns"]
    assert held.search("towns", "sv") == []


def test_a_whole_word_is_asked_for_without_prefix(held):
    assert held.search("gdan", "sv", prefix=False) == []
    assert titles(held.search("gdansk", "sv", prefix=False)) == ["Gdańsk"]


def test_short_beginnings_are_looked_for_among_names_only(held):
    assert titles(held.search("s", "sv")) == ["Nyslott", "Árborg"]
    assert titles(held.search("st", "sv")) == []


def test_what_is_replaced_is_found_no_more(held):
    held.replace([document("Malmö", "Nu utan landskap.")], gone=["/gdańsk/"])
    assert held.search("skåne", "sv") == [] and held.search("gdansk", "sv") == []
    assert titles(held.search("landskap", "sv")) == ["Malmö"]
    assert "/gdańsk/" not in held.held()


@given(query=st.text(max_size=120))
def test_no_question_breaks_the_index(query):
    for word in words.asked(query):
        assert not set(word) & set("\"'*:&|()\\\0 ")


@pytest.mark.parametrize("query", ['"', "' OR 1", "a* NOT b", "NEAR(a b)", "\\", "x:*", "ﷺ ½ 学 ⅷ", "--", "a" * 500])
def test_signs_of_the_databases_are_only_signs(held, query):
    assert isinstance(held.search(query, "sv"), list)


@given(text=st.text(alphabet="aåbö .,-", max_size=400), query=st.text(alphabet="aåbö ", max_size=5))
def test_an_extract_is_a_part_of_the_text(text, query):
    pieces = extract(text, query, "sv")
    said = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert said in text and len(said) < 400


def test_an_extract_marks_the_words_that_were_asked_for():
    text = "Ord. " * 40 + "Kalmar har vänorter i många länder." + " Mer." * 80
    pieces = extract(text, "vänort", "sv")
    assert [piece.text for piece in pieces if piece.is_found] == ["vänorter"]
    assert pieces[0].text == "… " and pieces[-1].text == " …"


def test_the_index_follows_what_is_released(db, press, town):
    town.texts["/wismar/"] = (
        '<main id="main"><h1>Wismar</h1><nav>Meny</nav><p>Hansestad.</p></main><footer>Fot</footer>'
    )
    publish(press, on=DAY)
    assert titles(index().search("hansestaden", "sv")) == ["Wismar"]
    assert index().search("meny", "sv") == [] and index().search("fot", "sv") == []
    del town.texts["/wismar/"]
    publish(press, on=DAY)
    assert index().search("hansestad", "sv") == []


def test_only_what_differs_is_read_again(db, press, town, monkeypatch):
    publish(press, on=DAY)
    read = []
    real = follow.documents
    monkeypatch.setattr(follow, "documents", lambda folder, entries: read.extend(entries) or real(folder, entries))
    town.texts["/wismar/"] = '<main id="main"><h1>Wismar</h1></main>'
    publish(press, on=DAY)
    assert read == ["/wismar/"]


def test_an_index_that_fails_fails_no_publication_and_is_made_good_by_the_next(db, press, town, monkeypatch, caplog):
    town.texts["/wismar/"] = '<main id="main"><h1>Wismar</h1></main>'

    def broken():
        raise DatabaseError("the index is gone")

    with monkeypatch.context() as patch:
        patch.setattr(follow, "index", broken)
        assert publish(press, on=DAY).outcome == "released"
    assert "could not follow" in caplog.text and index().search("wismar", "sv") == []
    assert publish(press, on=DAY).outcome == "unchanged"
    assert titles(index().search("wismar", "sv")) == ["Wismar"]


def test_a_rollback_is_followed_too(db, press, town, data):
    town.texts["/wismar/"] = '<main id="main"><h1>Wismar</h1></main>'
    publish(press, on=DAY)
    town.texts["/wismar/"] = '<main id="main"><h1>Lübeck</h1></main>'
    publish(press, on=DAY)
    hold.roll_back(data, by=None)
    assert titles(index().search("wismar", "sv")) == ["Wismar"] and index().search("lübeck", "sv") == []


def test_only_the_search_addresses_themselves_reach_django():
    assert reaches_django("/sok/") and reaches_django("/en/search/")
    assert not reaches_django("/sok/mer/") and not reaches_django("/sok/..")


@pytest.fixture
def visitor(held, press, town, data, monkeypatch):
    """Somebody asking a site whose 404 gives the frame."""
    ways = '<main id="main"><h1>Borta</h1><ul><li><a href="/">Hem</a></li></ul></main>'
    body = markup(f"<header>Topp</header>{ways}", title="Finns inte – Kalmar kommun")
    path = Path(data, "404.html")
    path.write_text(body)
    monkeypatch.setattr(view, "shell", lambda folder, language: shell._shell(path))
    return Client()


def test_results_say_what_they_are_in_the_frame_of_the_site(visitor):
    answer = visitor.get("/sok/", {"q": "arborg"})
    page = answer.content.decode()
    assert answer.status_code == 200 and "<header>Topp</header>" in page
    assert "<title>Sökning efter ”arborg” – Kalmar kommun</title>" in page
    assert '<a href="/árborg/">Árborg</a>' in page and ">Ort</p>" in page and "1 sida hittades." in page
    assert 'value="arborg"' in page and 'href="/en/search/?q=arborg"' in page
    assert not answer.cookies and answer["cache-control"] == "no-store"
    assert "default-src 'none'" in answer["content-security-policy"]


def test_words_found_are_marked_and_nothing_asked_is_markup(visitor):
    assert "En <mark>resa</mark> till" in visitor.get("/sok/", {"q": "resor"}).content.decode()
    page = visitor.get("/sok/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "Skriv namnet på en ort"), ("?!", "Skriv namnet på en ort"), ("saknas", "Inget hittades för ”saknas”")],
)
def test_no_result_says_how_to_go_on(visitor, query, said):
    page = visitor.get("/sok/", {"q": query}).content.decode()
    assert said in page and '<a href="/">Hem</a>' in page


def test_a_failing_index_is_told_with_ways_on(visitor, monkeypatch):
    def broken():
        raise DatabaseError("gone")

    monkeypatch.setattr(view, "index", broken)
    answer = visitor.get("/sok/", {"q": "wismar"})
    assert answer.status_code == 503 and "Sökningen vilar" in answer.content.decode()
    assert '<a href="/">Hem</a>' in answer.content.decode()


def test_the_script_gets_the_same_as_json(visitor):
    answer = visitor.get("/en/search/", {"q": "tw", "format": "json"})
    assert json.loads(answer.content) == {
        "said": "1 page was found.",
        "hits": [{"address": "/twin towns/", "title": "Twin towns", "kind": "Page"}],
    }


def test_only_reading_is_answered_and_long_questions_are_cut(visitor):
    assert visitor.post("/sok/", {"q": "x"}).status_code == 405
    page = visitor.get("/sok/", {"q": "ö" * 5000}).content.decode()
    assert "ö" * 100 in page and "ö" * 101 not in page


def test_without_a_release_it_says_so(db, data):
    answer = Client().get(SEARCH["sv"], {"q": "x"})
    assert answer.status_code == 503 and "publicerats" in answer.content.decode()
