"""Rich text as it is stored, turned into rich text as it is published."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

PLAIN = frozenset("p b strong i em ul ol li br".split())
# (kind of link, its key or address) -> address, or None when nothing public is there.
Resolve = Callable[[str, str], str | None]


def published(stored: str, resolve: Resolve) -> Markup:
    """Only the elements we know; links resolved, those that lead nowhere public become plain text."""
    rewriter = _Rewriter(resolve)
    rewriter.feed(stored)
    rewriter.close()
    return Markup("".join(rewriter.written))  # noqa: S704  the rewriter escapes and lets known elements through


class _Rewriter(HTMLParser):
    def __init__(self, resolve: Resolve) -> None:
        super().__init__(convert_charrefs=True)
        self.resolve = resolve
        self.written: list[str] = []
        # What closes each element that is open: nothing for those left out.
        self.closers: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        opener = self._opener(tag, given)
        self.written.append(opener)
        if tag != "br":
            self.closers.append((tag, f"</{tag}>" if opener else ""))

    def handle_endtag(self, tag: str) -> None:
        if any(opened == tag for opened, _closer in self.closers):
            while self.closers:
                opened, closer = self.closers.pop()
                self.written.append(closer)
                if opened == tag:
                    return

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))

    def close(self) -> None:
        super().close()
        while self.closers:
            self.written.append(self.closers.pop()[1])

    def _opener(self, tag: str, given: dict[str, str]) -> str:
        if tag in PLAIN:
            return f"<{tag}>"
        if tag == "span" and given.get("lang"):
            return f'<span lang="{escape(given["lang"])}">'
        if tag == "a":
            href = self._href(given)
            return f'<a href="{escape(href)}">' if href else ""
        return ""

    def _href(self, given: dict[str, str]) -> str | None:
        if kind := given.get("linktype"):
            return self.resolve(kind, given.get("id", ""))
        href = given.get("href", "")
        return href if href.startswith(("https://", "http://", "mailto:", "tel:", "/", "#")) else None
