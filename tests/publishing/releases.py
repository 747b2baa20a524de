"""A small release made by hand, and a visitor who asks the front as WSGI does."""

import datetime as dt
import gzip
from pathlib import Path

import brotli
import zstandard

from vanort.publishing.front.app import Front
from vanort.publishing.front.shelf import Shelf
from vanort.publishing.front.upstream import Upstream
from vanort.publishing.manifest import Entry, Folder, Manifest, dump

TYPE = "text/html; charset=utf-8"
PAGE = b"<!doctype html><html lang=sv><title>Vanorter</title>" + b"<p>Samma ord om och om igen.</p>" * 60
ERRORS = {code: {"sv": f"/{code}.html", "en": f"/en/{code}.html"} for code in ("404", "500", "503")}


def encodings(body: bytes) -> dict[str, bytes]:
    return {
        "br": brotli.compress(body, quality=5),
        "gzip": gzip.compress(body),
        "zstd": zstandard.compress(body),
    }


def put(folder: Folder, body: bytes, language: str = "", content_type: str = TYPE, **more) -> Entry:
    digest, sizes = folder.keep(body, encodings(body))
    return Entry(content_type, digest, sizes, language, **more)


def release(data: Path, number: int = 1, page: bytes = PAGE) -> Folder:
    folder = Folder(data)
    addresses = {
        "/": put(folder, page, "sv"),
        "/sida/": put(folder, page, "sv"),
        "/en/": put(folder, page, "en"),
        "/hälsa/": put(folder, page, "sv"),
        "/-/stil.0123.css": put(folder, b"p{margin:0}" * 40, "", "text/css; charset=utf-8", immutable=True),
        "/-/avtal.pdf": put(folder, b"%PDF-" + bytes(range(256)) * 8000, "", "application/pdf", immutable=True),
        "/gammal/": Entry(status=301, location="/sida/"),
    }
    for by_language in ERRORS.values():
        for language, address in by_language.items():
            addresses[address] = put(folder, f"<title>{address}</title>".encode() * 20, language)
    manifest = Manifest(number, "2026-11-24T00:00:00Z", dt.date(2026, 11, 24), 0, ("sv", "en"), addresses, ERRORS)
    dump(manifest, folder.release(number))
    folder.switch(number)
    return folder


class Visitor:
    """Asks the front directly; an answer is (code, headers, body)."""

    def __init__(self, data: Path, upstream: str = "", https: bool = False) -> None:
        self.front = Front(Shelf(data, https), Upstream(upstream, https=https) if upstream else None)

    def ask(self, path: str, method: str = "GET", query: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "REMOTE_ADDR": "192.0.2.7",
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        told: list = []
        body = b"".join(self.front(environ, lambda status, fields: told.append((status, fields))))
        status, fields = told[0]
        names = [name for name, _value in fields]
        assert len(names) == len(set(names)), f"a header twice: {names}"
        return int(status.split()[0]), dict(fields), body
