"""The front as a process on a socket: what granian does for us and must not do, and what stays quick under load."""

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from vanort.publishing.front.main import ASKING, DOWNLOADING

from .releases import PAGE, release
from .running import served


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    data = tmp_path_factory.mktemp("f")
    release(data)
    with served(data) as site:
        yield site


def test_a_page_is_sent_with_its_length_and_a_head_with_the_same_and_no_body(site):
    for accept in ("br", "identity"):
        got, head = (site.ask("/sida/", method, accept_encoding=accept) for method in ("GET", "HEAD"))
        assert (got.status, head.status, head.content) == (200, 200, b"")
        assert int(got.headers["content-length"]) == len(got.content) == int(head.headers["content-length"])
        names = [name.lower() for name in got.headers]
        assert len(names) == len(set(names)) and {"date", "etag", "content-security-policy"} <= set(names)


def test_a_304_has_neither_body_nor_length(site):
    tag = site.ask("/sida/").headers["etag"]
    said = site.raw(f"GET /sida/ HTTP/1.1\r\nHost: a\r\nIf-None-Match: {tag}\r\n\r\n".encode())
    head, _blank, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 304") and body == b""
    assert b"content-length" not in head.lower() and tag.encode() in head and b"content-security-policy" in head


def test_requests_on_one_connection_are_answered_in_order(site):
    said = site.raw(b"HEAD /sida/ HTTP/1.1\r\nHost: a\r\n\r\n" + b"GET /nej HTTP/1.1\r\nHost: a\r\n\r\n")
    assert [line.split()[1] for line in said.split(b"\r\n") if line.startswith(b"HTTP/1.1")] == [b"200", b"404"]


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"GET /sida/ HTTP/1.1\r\nHost: a\r\nX : a\r\n\r\n", b"400"),
        (b"GET /sida/ HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 900_000 + b"\r\n\r\n", b"431"),
        (b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", b"400"),
        (b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", b"400"),
        (b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", b"400"),
        (b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
        (b"GET /%zz%ff HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"GET /sida/ HTTP/1.0\r\n\r\n", b"200"),
        (b"GET http://elsewhere/sida/ HTTP/1.1\r\nHost: a\r\n\r\n", b"200"),
    ],
)
def test_odd_requests_get_plain_answers(site, sent, code):
    assert site.raw(sent).split(b" ", 2)[1] == code


def test_two_lengths_in_one_message_smuggle_nothing(site):
    hidden = b"GET /redigera/hemligt HTTP/1.1\r\nHost: a\r\n\r\n"
    head = b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
    said = site.raw(head + b"0\r\n\r\n" + hidden)
    assert said.count(b"HTTP/1.1 ") == 1 and b"hemligt" not in said


def test_letters_outside_ascii_break_no_header(site):
    said = site.raw("GET /sida?fråga=å HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    assert b" 301 " in said and b"location: /sida/?fr%C3%A5ga=%C3%A5" in said
    answer = site.ask("/redigera/brev")
    assert answer.status == 200 and answer.headers["content-disposition"].startswith("attachment")


def test_the_editors_site_sees_who_asks_and_no_environment_of_ours(site):
    told = json.loads(
        site.ask("/redigera/%C3%A5?q=1", X_Forwarded_For="6.6.6.6", Connection="x-own", x_own="1").content
    )
    assert told["PATH_INFO"].encode("latin-1").decode() == "/redigera/å" and told["QUERY_STRING"] == "q=1"
    assert told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1" and "HTTP_X_OWN" not in told
    assert told["HTTP_X_FORWARDED_HOST"] == told["HTTP_HOST"] == f"127.0.0.1:{site.port}"


def test_uploads_and_downloads_pass_whole(site):
    large = b"u" * 10_000_000
    assert json.loads(site.ask("/redigera/", "POST", large).content)["received"] == len(large)
    in_chunks = (large[at : at + 300_000] for at in range(0, len(large), 300_000))
    assert json.loads(site.ask("/redigera/", "POST", in_chunks).content)["received"] == len(large)
    assert len(site.ask("/redigera/strom").content) == 10_000_000


def quick(site) -> float:
    """Seconds of the slowest of ten public pages."""
    taken = []
    for _ in range(10):
        begun = time.perf_counter()
        assert site.ask("/sida/").status == 200
        taken.append(time.perf_counter() - begun)
    return max(taken)


def test_more_slow_requests_than_we_have_threads_leave_the_pages_quick(site):
    with ThreadPoolExecutor(ASKING + 40) as many:
        asked = [many.submit(lambda: site.ask("/redigera/langsam").status) for _ in range(ASKING + 40)]
        time.sleep(0.5)
        assert quick(site) < 0.5
        codes = [one.result() for one in asked]
    assert set(codes) == {200, 503} and codes.count(200) >= 48
    assert site.ask("/redigera/").status == 200


def hold(site, sent: bytes, count: int) -> list[socket.socket]:
    calls = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(count)]
    for call in calls:
        call.sendall(sent)
    return calls


def test_those_who_never_finish_hold_only_themselves_up(site):
    slow_readers = hold(site, b"GET /-/avtal.pdf HTTP/1.1\r\nHost: a\r\n\r\n", DOWNLOADING + 20)
    slow_writers = hold(site, b"POST /redigera/ HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nhalf", 40)
    idle = hold(site, b"GET /sida/ HT", 300)
    time.sleep(0.5)
    assert quick(site) < 0.5
    assert site.ask("/redigera/").status == 200
    for call in slow_readers + slow_writers + idle:
        call.close()


def test_no_visitor_sees_half_of_a_release(tmp_path):
    pages = [PAGE + str(number).encode() * 2000 for number in range(5)]
    release(tmp_path, 1, pages[0])
    with served(tmp_path) as site:
        seen, is_over = [], threading.Event()

        def read() -> None:
            while not is_over.is_set():
                seen.append(site.ask("/sida/").content in pages)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for one in readers:
            one.start()
        for number in range(2, 30):
            release(tmp_path, number, pages[number % 5])
            assert site.ask("/sida/").content == pages[number % 5]
        is_over.set()
        for one in readers:
            one.join()
    assert len(seen) > 20 and all(seen)


def test_when_the_editors_site_dies_visitors_are_told_and_pages_go_on(tmp_path):
    release(tmp_path)
    with served(tmp_path) as site:
        assert site.ask("/redigera/").status == 200
        with ThreadPoolExecutor(1) as one:
            asked = one.submit(lambda: site.ask("/redigera/langsam").status)
            time.sleep(0.4)
            site.editors.kill()
            # The socket is still held, so what was under way is broken off and asked once more, and waits.
            assert site.ask("/sida/").status == 200
            site.editors.start()
            assert asked.result() == 200
        site.editors.kill()
        site.editors.listener.close()
        answer = site.ask("/redigera/")
        assert answer.status == 503 and answer.headers["retry-after"] and b"/503.html" in answer.content
        site.editors.process.returncode = 0


def test_who_comes_while_the_front_is_away_waits_and_is_not_refused(tmp_path):
    release(tmp_path)
    with served(tmp_path) as site, ThreadPoolExecutor(1) as one:
        site.ask("/sida/")
        site.front.kill()
        asked = one.submit(lambda: site.ask("/sida/").status)
        time.sleep(0.3)
        assert not asked.done()
        site.front.start()
        assert asked.result() == 200


def test_what_is_being_answered_is_answered_before_the_end(tmp_path):
    release(tmp_path)
    with served(tmp_path) as site, ThreadPoolExecutor(1) as one:
        site.ask("/redigera/")
        asked = one.submit(lambda: site.ask("/redigera/langsam").status)
        time.sleep(0.4)
        site.front.process.terminate()
        assert asked.result() == 200


def test_a_browser_that_only_opened_a_connection_does_not_delay_the_end(tmp_path):
    release(tmp_path)
    with served(tmp_path) as site:
        silent = hold(site, b"", 3)
        site.ask("/redigera/")
        begun = time.perf_counter()
        for one in (site.front, site.editors):
            one.process.terminate()
            one.process.wait(10)
        assert time.perf_counter() - begun < 3
        for call in silent:
            call.close()
