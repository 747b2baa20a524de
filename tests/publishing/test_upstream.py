"""The way to Django: bounded, streamed, and closed to what would deceive it."""

import io
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from vanort.publishing.front import message, upstream
from vanort.publishing.front.app import Front
from vanort.publishing.front.shelf import Shelf

from .releases import Visitor, release


class Django(BaseHTTPRequestHandler):
    """Stands in for Django: tells what it was asked, slowly if told so."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if "langsam" in self.path:
            time.sleep(0.4)
        length = int(self.headers.get("content-length") or 0)
        told = {
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "received": len(self.rfile.read(length)),
        }
        body = b"x" * 3_000_000 if "stor" in self.path else json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "keep-alive")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def django():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Django)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def visitor(tmp_path, django):
    release(tmp_path)
    return Visitor(tmp_path, f"127.0.0.1:{django.server_port}")


def asked(front: Front, path: str, **environ: object) -> tuple[int, dict[str, str], bytes]:
    told: list = []
    whole = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "REMOTE_ADDR": "192.0.2.7", "QUERY_STRING": "", **environ}
    body = b"".join(front(whole, lambda status, headers: told.append((status, headers))))
    return int(told[0][0].split()[0]), dict(told[0][1]), body


def test_only_the_editors_prefix_reaches_django(visitor):
    assert visitor.ask("/redigera/admin/", query="a=%C3%A5&b")[0] == 200
    told = json.loads(visitor.ask("/redigera/ä/", query="a=%C3%A5&b")[2])
    assert told["path"] == "/redigera/%C3%A4/?a=%C3%A5&b"
    assert visitor.ask("/admin/")[0] == visitor.ask("/redigerat/")[0] == 404


def test_a_path_that_climbs_out_of_the_prefix_is_not_passed_on(visitor):
    assert visitor.ask("/redigera/../sida/")[0] == 301
    assert visitor.ask("/redigera/../finns-inte/")[0] == 404


def test_what_the_visitor_says_of_the_way_here_is_not_believed(visitor):
    _code, _headers, body = visitor.ask(
        "/redigera/",
        x_forwarded_for="10.0.0.1",
        x_forwarded_proto="https",
        forwarded="for=10.0.0.1",
        connection="close",
        te="trailers",
        host="kalmar.example",
        cookie="a=1",
    )
    told = json.loads(body)["headers"]
    assert (told["x-forwarded-for"], told["x-forwarded-proto"]) == ("192.0.2.7", "http")
    assert (told["host"], told["cookie"]) == ("kalmar.example", "a=1")
    assert not {"forwarded", "te"} & set(told) and told.get("connection") != "close"


def test_the_answer_keeps_djangos_headers_and_gets_those_it_lacks(visitor):
    _code, headers, _body = visitor.ask("/redigera/")
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cache-control"] == "no-store" and headers["x-robots-tag"] == "noindex"
    assert "connection" not in headers and headers["x-content-type-options"] == "nosniff"


def test_a_message_is_passed_on_whole(visitor):
    sent = b"y" * 2_000_000
    code, _headers, body = asked(
        visitor.front, "/redigera/", CONTENT_LENGTH=str(len(sent)), **{"wsgi.input": io.BytesIO(sent)}
    )
    assert (code, json.loads(body)["received"]) == (200, len(sent))


def test_a_message_in_chunks_is_passed_on_whole(visitor):
    code, _headers, body = asked(
        visitor.front, "/redigera/", HTTP_TRANSFER_ENCODING="chunked", **{"wsgi.input": io.BytesIO(b"z" * 70_000)}
    )
    assert (code, json.loads(body)["received"]) == (200, 70_000)


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"CONTENT_LENGTH": "5", "HTTP_TRANSFER_ENCODING": "chunked"}, 400),
        ({"HTTP_TRANSFER_ENCODING": "gzip, chunked"}, 400),
        ({"CONTENT_LENGTH": "-1"}, 400),
        ({"CONTENT_LENGTH": "1e3"}, 400),
        ({"CONTENT_LENGTH": "٣"}, 400),
        ({"CONTENT_LENGTH": str(message.LARGEST + 1)}, 413),
        ({"CONTENT_LENGTH": "50"}, 400),
    ],
)
def test_a_message_that_deceives_or_is_too_large_is_refused(visitor, environ, code):
    assert asked(visitor.front, "/redigera/", **environ, **{"wsgi.input": io.BytesIO(b"short")})[0] == code


def test_a_large_answer_is_streamed(visitor):
    assert len(visitor.ask("/redigera/stor")[2]) == 3_000_000


def test_without_django_the_page_of_the_language_says_so(tmp_path):
    release(tmp_path)
    for where in ("127.0.0.1:9", f"unix:{tmp_path}/nobody.sock"):
        code, headers, body = Visitor(tmp_path, where).ask("/redigera/")
        assert (code, headers["retry-after"]) == (503, "10") and b"/503.html" in body
        assert Visitor(tmp_path, where).ask("/sok/")[0] == 503


def test_a_connection_gone_stale_is_not_the_visitors_trouble(visitor, django):
    visitor.ask("/redigera/")
    visitor.front.upstream._mine.connection.sock.close()
    visitor.front.upstream._mine.connection.sock = None
    assert visitor.ask("/redigera/")[0] == 200


def test_many_slow_requests_do_not_stop_the_public_pages(tmp_path, django, monkeypatch):
    release(tmp_path)
    monkeypatch.setattr(upstream, "WAIT", 0.05)
    visitor = Visitor(tmp_path, f"127.0.0.1:{django.server_port}")
    codes: list[int] = []
    slow = [threading.Thread(target=lambda: codes.append(visitor.ask("/redigera/langsam")[0])) for _ in range(60)]
    for thread in slow:
        thread.start()
    time.sleep(0.1)
    begun = time.perf_counter()
    assert visitor.ask("/sida/")[0] == 200
    assert time.perf_counter() - begun < 0.3
    for thread in slow:
        thread.join()
    assert codes.count(200) == upstream.IN_FLIGHT and codes.count(503) == 60 - upstream.IN_FLIGHT


def test_places_are_given_back_also_when_the_visitor_leaves(tmp_path, django):
    release(tmp_path)
    front = Front(Shelf(tmp_path), upstream.Upstream(f"127.0.0.1:{django.server_port}"))
    for _ in range(upstream.IN_FLIGHT + 5):
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/redigera/stor", "QUERY_STRING": ""}
        answer = front(environ, lambda status, headers: None)
        next(iter(answer))
        answer.close()
