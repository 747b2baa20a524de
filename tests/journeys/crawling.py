"""Fetch everything the public can reach, by following links as a visitor would."""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit


@dataclass(frozen=True)
class Answer:
    """One address as it was answered: `links` are same-site paths, `outside` other hosts' resources."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    links: frozenset[str]
    outside: frozenset[str]

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return self.body.decode()


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base, self.links, self.outside = base, set(), set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_resource = tag in ("img", "script", "source", "iframe", "use", "image") or (
            tag == "link" and dict(attrs).get("rel") in ("stylesheet", "icon", "preload")
        )
        for name, value in attrs:
            targets = [value] if name in ("href", "src") else _srcset(value) if name == "srcset" else []
            for target in targets:
                self._take(target or "", is_resource)

    def _take(self, target: str, is_resource: bool) -> None:
        whole = urldefrag(urljoin(self.base, target)).url
        if urlsplit(whole).netloc == urlsplit(self.base).netloc:
            self.links.add(urlsplit(whole).path)
        elif is_resource:
            self.outside.add(whole)


def _srcset(value: str | None) -> list[str]:
    return [part.split()[0] for part in (value or "").split(",") if part.strip()]


def fetch(base: str, path: str, headers: dict[str, str] | None = None) -> Answer:
    """Return the answer of one address, redirects not followed."""
    opener = urllib.request.build_opener(_Stay)
    request = urllib.request.Request(base + path, headers=headers or {})
    try:
        with opener.open(request, timeout=20) as got:
            status, raw, body = got.status, got.headers, got.read()
    except urllib.error.HTTPError as problem:
        status, raw, body = problem.code, problem.headers, problem.read()
    answered = {name.lower(): value for name, value in raw.items()}
    found = _Links(base + path)
    if answered.get("content-type", "").startswith("text/html"):
        found.feed(body.decode())
    if "location" in answered:
        found._take(answered["location"], False)
    if path.endswith("sitemap.xml"):
        found.links |= {urlsplit(loc).path for loc in re.findall(r"<loc>([^<]+)</loc>", body.decode())}
    return Answer(path, status, answered, body, frozenset(found.links), frozenset(found.outside))


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


def crawl(base: str, starts: tuple[str, ...] = ("/", "/robots.txt", "/sitemap.xml")) -> dict[str, Answer]:
    """Return every answer reachable from `starts`, by path."""
    waiting, answers = list(starts), {}
    while waiting:
        path = waiting.pop()
        if path in answers:
            continue
        answers[path] = fetch(base, path)
        waiting += sorted(answers[path].links - answers.keys())
    return answers


def released(data: Path) -> dict[str, dict]:
    """Return the addresses of the release being served, as its manifest has them."""
    return json.loads((data / "site" / "current").read_text())["addresses"]
