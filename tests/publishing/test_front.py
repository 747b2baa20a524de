"""The front's answers for public addresses: what HTTP asks, to the letter."""

import gzip
import threading

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from vanort.publishing.front.negotiation import ENCODINGS, choose, matches, ranked
from vanort.publishing.front.paths import as_url, canonical
from vanort.publishing.manifest import Folder

from .releases import PAGE, Visitor, release

DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, "zstd": zstandard.decompress, None: bytes}


@pytest.fixture
def visitor(tmp_path):
    release(tmp_path)
    return Visitor(tmp_path)


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        (None, None),
        ("", None),
        ("identity", None),
        ("br", "br"),
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip;q=1, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*;q=0.1, br;q=0", "zstd"),
        ("BR", "br"),
        ("gzip;q=0", None),
        ("deflate", None),
        ("x-gzip", "gzip"),
        ("br;q=banana, gzip", "gzip"),
    ],
)
def test_the_encoding_is_what_was_asked_for(visitor, accept, encoding):
    code, headers, body = visitor.ask("/sida/", **({} if accept is None else {"accept_encoding": accept}))
    assert (code, headers.get("content-encoding")) == (200, encoding)
    assert DECODE[encoding](body) == PAGE
    assert int(headers["content-length"]) == len(body)
    assert headers["vary"] == "accept-encoding"


def test_of_equally_welcome_encodings_the_smallest_is_sent(visitor):
    sizes = {name: len(visitor.ask("/sida/", accept_encoding=name)[2]) for name in ("br", "gzip", "zstd")}
    _code, headers, _body = visitor.ask("/sida/", accept_encoding="gzip, deflate, br, zstd")
    assert headers["content-encoding"] == min(sizes, key=sizes.__getitem__)


def test_one_who_refuses_every_form_is_told(visitor):
    assert visitor.ask("/sida/", accept_encoding="identity;q=0, *;q=0")[0] == 406


def test_each_encoding_has_its_own_strong_tag_and_a_304_of_its_own(visitor):
    tags = {}
    for accept in (None, "br", "gzip", "zstd"):
        asked = {} if accept is None else {"accept_encoding": accept}
        _code, headers, _body = visitor.ask("/sida/", **asked)
        tags[accept] = headers["etag"]
        code, again, body = visitor.ask("/sida/", **asked, if_none_match=f'"other", W/{headers["etag"]}')
        assert (code, body) == (304, b"")
        assert again["etag"] == headers["etag"] and again["vary"] and again["cache-control"]
        assert "content-length" not in again
    assert len(set(tags.values())) == 4 and not any(tag.startswith("W/") for tag in tags.values())
    assert visitor.ask("/sida/", accept_encoding="br", if_none_match=tags["gzip"])[0] == 200
    assert visitor.ask("/sida/", if_none_match="*")[0] == 304


def test_head_has_the_headers_of_get_and_no_body(visitor):
    _code, get, _body = visitor.ask("/sida/", accept_encoding="br")
    code, head, body = visitor.ask("/sida/", "HEAD", accept_encoding="br")
    assert (code, head, body) == (200, get, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_a_file_can_only_be_read(visitor, method):
    code, headers, _body = visitor.ask("/sida/", method)
    assert (code, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/sida", "/sida/"),
        ("//sida//", "/sida/"),
        ("/./sida/", "/sida/"),
        ("/x/../sida/", "/sida/"),
        ("/hälsa", "/h%C3%A4lsa/"),
        ("/ha\u0308lsa/", "/h%C3%A4lsa/"),
        ("/gammal/", "/sida/"),
        ("/redigera", "/redigera/"),
    ],
)
def test_other_spellings_of_an_address_lead_to_it(visitor, path, leads_to):
    code, headers, _body = visitor.ask(path, query="a=1" if path != "/redigera" else "")
    assert code == 301
    assert headers["location"] == (leads_to + "?a=1" if path != "/redigera" else leads_to)


def test_an_address_with_foreign_letters_is_served(visitor):
    assert visitor.ask("/hälsa/")[0] == 200


@pytest.mark.parametrize("path", ["/\xff", "/a\x00b", "/a\nb", "no-slash"])
def test_what_cannot_be_an_address_is_refused(tmp_path, path):
    release(tmp_path)
    visitor = Visitor(tmp_path)
    told = []
    list(visitor.front({"REQUEST_METHOD": "GET", "PATH_INFO": path}, lambda status, fields: told.append(status)))
    assert told == ["400 Bad Request"]


@pytest.mark.parametrize(
    ("path", "page"), [("/finns/inte/", "/404.html"), ("/en/nothing", "/en/404.html"), ("/enn/", "/404.html")]
)
def test_a_miss_is_the_page_of_its_language(visitor, path, page):
    code, headers, body = visitor.ask(path)
    assert code == 404 and page.encode() in body and headers["cache-control"] == "no-store"
    assert visitor.ask(path, "HEAD")[2] == b""
    assert visitor.ask(path, "POST")[0] == 404


def test_pages_are_asked_for_again_and_fingerprinted_files_never(visitor):
    assert visitor.ask("/sida/")[1]["cache-control"] == "public, max-age=0, must-revalidate"
    assert visitor.ask("/-/stil.0123.css")[1]["cache-control"] == "public, max-age=31536000, immutable"


def test_a_document_is_streamed_downloaded_and_sandboxed(visitor):
    code, headers, body = visitor.ask("/-/avtal.pdf")
    assert code == 200 and len(body) == int(headers["content-length"]) > 1_000_000
    assert headers["content-disposition"] == "attachment" and "sandbox" in headers["content-security-policy"]


def test_a_new_release_is_served_by_the_next_request(tmp_path):
    release(tmp_path)
    visitor = Visitor(tmp_path)
    old = visitor.ask("/sida/")[1]["etag"]
    release(tmp_path, 2, PAGE + b"<p>nytt</p>")
    code, _headers, body = visitor.ask("/sida/", if_none_match=old)
    assert code == 200 and b"nytt" in body


def test_no_visitor_sees_half_of_a_switch(tmp_path):
    pages = [b"<title>" + str(n).encode() * 3000 for n in range(6)]
    release(tmp_path, 1, pages[0])
    visitor, torn, is_over = Visitor(tmp_path), [], threading.Event()

    def read() -> None:
        while not is_over.is_set():
            code, _headers, body = visitor.ask("/sida/", accept_encoding="br")
            if code != 200 or brotli.decompress(body) not in pages:
                torn.append((code, body[:80]))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(2, 60):
        release(tmp_path, number, pages[number % 6])
    is_over.set()
    for reader in readers:
        reader.join()
    assert torn == []


def test_an_unreadable_release_leaves_the_former_one_served(tmp_path):
    folder = release(tmp_path)
    visitor = Visitor(tmp_path)
    assert visitor.ask("/sida/")[0] == 200
    folder.release(2).write_text("{ broken")
    folder.switch(2)
    assert visitor.ask("/sida/")[0] == 200


def test_before_the_first_release_everybody_is_told_to_come_back(tmp_path):
    code, headers, body = Visitor(tmp_path).ask("/sida/")
    assert (code, headers["retry-after"]) == (503, "10")
    assert b"not available" in body and "inte tillgänglig".encode() in body


def test_a_body_that_is_gone_is_a_fault_and_not_an_empty_page(tmp_path):
    folder = release(tmp_path)
    entry = Folder(tmp_path).current_manifest().addresses["/sida/"]
    folder.body(entry.body).unlink()
    code, _headers, body = Visitor(tmp_path).ask("/sida/")
    assert code == 500 and b"/500.html" in body


@pytest.mark.parametrize("path", ["/sida/", "/nej/", "/gammal/", "/-/stil.0123.css", "/redigera/"])
def test_every_answer_carries_the_security_headers(visitor, path):
    _code, headers, _body = visitor.ask(path)
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "strict-transport-security" not in headers


def test_over_https_the_browser_is_told_to_stay_there(tmp_path):
    release(tmp_path)
    assert "includeSubDomains" in Visitor(tmp_path, https=True).ask("/sida/")[1]["strict-transport-security"]


names = st.sampled_from([*ENCODINGS, "*", "deflate", "x-gzip", "  ", "ü"])
qualities = st.sampled_from(["", ";q=0", ";q=0.5", ";q=1", ";q=1.000", ";q=2", ";q=", ";q=0.0001", ";level=3"])


@given(st.lists(st.tuples(names, qualities)).map(lambda parts: ", ".join(a + b for a, b in parts)))
def test_no_header_makes_us_send_what_was_refused(accept):
    chosen = choose(ranked(accept), {"identity": 100, "br": 20, "gzip": 30, "zstd": 25})
    refused = {part.split(";")[0].strip() for part in accept.split(",") if part.strip().endswith(";q=0")}
    allowed = {part.split(";")[0].strip() for part in accept.split(",")} - refused
    if chosen not in (None, "identity"):
        assert chosen in allowed | ({"gzip"} if "x-gzip" in allowed else set()) or "*" in allowed


@given(st.text())
def test_any_header_at_all_is_understood_or_passed_over(text):
    ranked(text)
    assert matches(text, '"tag"') in (True, False)


@given(st.lists(st.from_regex(r'(W/)?"[a-z0-9-]{1,8}"', fullmatch=True), min_size=1, max_size=6))
def test_a_tag_is_found_wherever_it_stands_in_the_list(tags):
    strong = [tag.removeprefix("W/") for tag in tags]
    assert all(matches(", ".join(tags), tag) for tag in strong)
    assert not matches(", ".join(tags), '"never-given"')


@given(st.text(alphabet=st.sampled_from("abÅä/.%\u0308"), max_size=20))
def test_an_address_is_its_own_canonical_form(text):
    once = canonical(("/" + text).encode().decode("latin-1"))
    assert once is not None and "//" not in once and "/../" not in once + "/"
    assert canonical(once.encode().decode("latin-1")) == once
    assert as_url(once).isascii()
