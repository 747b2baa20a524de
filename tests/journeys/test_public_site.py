"""Everything the public can fetch, crawled: it holds together, for everybody, without scripts or cookies."""

import os
import shutil
import subprocess
from urllib.parse import urlsplit

import brotli
import pytest

from vanort.publishing.routes import reaches_django

from .crawling import crawl, fetch, released

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIRST_VIEW = 14_000


@pytest.fixture(scope="module")
def site(demo_site):
    return demo_site


@pytest.fixture(scope="module")
def answers(site):
    return crawl(site.url)


@pytest.fixture(scope="module")
def html(answers):
    pages = {path: a for path, a in answers.items() if a.is_html and a.status == 200}
    assert len(pages) > 20, sorted(pages)
    return pages


def test_a_visitor_reaches_everything_that_is_released(site, answers):
    addresses = released(site.data)
    errors = {p for p in addresses if p.rsplit("/", 1)[-1] in ("404.html", "500.html", "503.html")}
    redirects = {p for p, entry in addresses.items() if entry.get("status") in (301, 302)}
    assert set(addresses) - errors - redirects <= set(answers)


def test_no_link_leads_astray(answers):
    assert {p: a.status for p, a in answers.items() if a.status not in (200, 301)} == {}


def test_no_answer_sets_a_cookie_or_asks_another_host(answers):
    assert [p for p, a in answers.items() if "set-cookie" in a.headers] == []
    assert {p: a.outside for p, a in answers.items() if a.outside} == {}


def test_every_answer_carries_the_security_headers(answers):
    for path, answer in answers.items():
        csp = answer.headers["content-security-policy"]
        # A picture opened by itself may dress itself, in a sandbox.
        assert "default-src 'none'" in csp and ("unsafe" not in csp or "sandbox" in csp), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin", path


def test_both_languages_have_every_page_and_name_each_other(html):
    html = {p: answer for p, answer in html.items() if not reaches_django(p)}
    swedish = {p for p in html if not p.startswith("/en/")}
    english = {p for p in html if p.startswith("/en/")}
    assert len(swedish) == len(english) > 10
    for path, answer in html.items():
        assert f'lang="{"en" if path.startswith("/en/") else "sv"}"' in answer.text[:200], path
        assert 'hreflang="sv"' in answer.text and 'hreflang="en"' in answer.text, path


def test_titles_are_unique(html):
    titles = [a.text.split("<title>")[1].split("</title>")[0] for a in html.values()]
    assert len(set(titles)) == len(titles)


def test_the_first_view_fits_one_window(site, html):
    styles = {p: len(brotli.compress(fetch(site.url, p).body, quality=5)) for p in _stylesheets(html)}
    for path, answer in html.items():
        whole = len(brotli.compress(answer.body, quality=5)) + sum(styles[p] for p in _stylesheets({path: answer}))
        assert whole < FIRST_VIEW, (path, whole)


def _stylesheets(html) -> set[str]:
    return {link for a in html.values() for link in a.links if link.endswith(".css")}


def test_html_is_valid(html, tmp_path):
    jar = os.environ.get("VANORT_VNU_JAR")
    if not (jar and shutil.which("java")):
        if os.environ.get("CI"):
            pytest.fail("the Nu checker or Java is missing in CI")
        pytest.skip("no Nu checker here: set VANORT_VNU_JAR, which ./test does")
    for number, (path, answer) in enumerate(sorted(html.items())):
        (tmp_path / f"{number:03}{path.strip('/').replace('/', '_')}.html").write_bytes(answer.body)
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--also-check-css", *map(str, sorted(tmp_path.glob("*.html")))],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.browser
@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing(site, html, chromium, look):
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(**look)
    page = context.new_page()
    found = {}
    for path in html:
        page.goto(site.url + path)
        violations = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        if violations:
            found[path] = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in violations]
    context.close()
    assert found == {}


@pytest.mark.browser
def test_pages_work_alike_with_scripts_off_and_say_nothing_to_the_console(site, html, chromium):
    complaints: list[str] = []
    texts = []
    for scripts in (True, False):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on(
            "request",
            lambda r: complaints.append(r.url) if urlsplit(r.url).netloc != urlsplit(site.url).netloc else None,
        )
        seen = {}
        for path in html:
            page.goto(site.url + path)
            seen[path] = page.locator("body").inner_text()
        assert context.cookies() == []
        context.close()
        texts.append(seen)
    assert complaints == []
    assert texts[0] == texts[1]


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 400, 768, 1280])
def test_nothing_scrolls_sideways(site, html, chromium, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = {}
    for path in html:
        page.goto(site.url + path)
        over = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[path] = over
    context.close()
    assert wide == {}


@pytest.mark.browser
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(site, html, chromium):
    context = chromium.new_context()
    page = context.new_page()
    for path in html:
        page.goto(site.url + path)
        expected = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, select, summary')]"
            ".filter(e => e.checkVisibility() && e.getAttribute('tabindex') !== '-1').length"
        )
        reached = set()
        for _ in range(expected + 5):
            page.keyboard.press("Tab")
            state = page.evaluate(_FOCUS)
            if state is None:
                break
            assert state["visible"], (path, state)
            reached.add(state["index"])
        assert len(reached) == expected, (path, len(reached), expected)
    context.close()


_FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const drawn = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
  const near = [e, e.parentElement, e.parentElement.parentElement, ...e.querySelectorAll('*')];
  const visible = drawn(getComputedStyle(e, '::after')) || near.some(x => {
    const s = getComputedStyle(x);
    return drawn(s) || x instanceof SVGElement && x !== e && s.stroke !== 'none';
  });
  return {index: [...document.querySelectorAll('*')].indexOf(e), html: e.outerHTML.slice(0, 120), visible};
}"""


def test_an_unknown_address_gets_the_page_of_its_language(site):
    for path, words in (("/finns-inte/", 'lang="sv"'), ("/en/no-such-thing/", 'lang="en"')):
        answer = fetch(site.url, path)
        assert answer.status == 404 and words in answer.text[:200], path
