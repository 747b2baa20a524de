"""A visitor searches: by form without script, while typing with it, and when the editors' site is down."""

from urllib.parse import quote

import pytest

from .crawling import fetch

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def site(demo_site):
    return demo_site


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("/sok/", "Arborg", "Árborg"),
        ("/sok/", "nyslott", "Nyslott"),
        ("/sok/", "gdansk", "Gdańsk"),
        ("/en/search/", "Gdansk", "Gdańsk"),
    ],
)
def test_a_town_is_found_and_its_link_leads_there(site, path, query, found):
    answer = fetch(site.url, f"{path}?q={quote(query)}")
    assert answer.status == 200 and "set-cookie" not in answer.headers and found in answer.text
    towns = [link for link in answer.links if link.count("/") > 3 and not link.startswith("/-/")]
    assert towns and all(fetch(site.url, town).status == 200 for town in towns)


def test_the_address_without_its_slash_and_others_below_it_are_as_elsewhere(site):
    assert fetch(site.url, "/sok").status == 301
    assert fetch(site.url, "/sok/mer/").status == 404


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_asks_from_the_keyboard(site, chromium, scripts):
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(site.url)
    field = page.get_by_role("searchbox")
    field.fill("Selfoss")
    field.press("Enter")
    page.wait_for_url("**/sok/?q=Selfoss")
    page.get_by_role("main").get_by_role("link", name="Árborg").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Árborg"
    assert context.cookies() == []
    context.close()


@pytest.mark.browser
def test_pages_are_named_while_somebody_types(site, chromium):
    context = chromium.new_context()
    page = context.new_page()
    complaints = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.goto(site.url)
    field = page.get_by_role("searchbox")
    field.press_sequentially("arb")
    link = page.get_by_role("search").get_by_role("link", name="Árborg")
    link.wait_for()
    assert "hittades" in page.get_by_role("search").get_by_role("status").inner_text()
    page.keyboard.press("Escape")
    assert link.count() == 0 and field.input_value() in ("", "arb") and complaints == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("query", ["", "?q=kalmar", "?q=finnsinte"])
@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_axe_finds_nothing_in_any_state(site, chromium, query, look):
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(**look)
    page = context.new_page()
    page.goto(f"{site.url}/sok/{query}")
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == []
    over = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0
    context.close()
