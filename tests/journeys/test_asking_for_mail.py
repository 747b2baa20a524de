"""A visitor asks for a protected address, by keyboard and without scripts; programs ask in vain."""

import urllib.error
import urllib.request

import pytest

from vanort.publishing.routes import reaches_django

from .crawling import crawl, fetch
from .test_public_site import WCAG

LIST = {
    "sv": "/demokrati/internationellt-arbete/kalmars-vanorter/",
    "en": "/en/democracy/international-work/kalmars-twin-towns/",
}
LINK = {"sv": "Visa e-postadressen till Nils Påhittsson", "en": "Show the e-mail address of Nils Påhittsson"}
BUTTON = {"sv": "Visa adressen", "en": "Show the address"}
HIDDEN = ("nils.pahittsson@", "karin.pahittsdotter@")


def press_tab_to(page, name):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == name:
            return
    raise AssertionError(f"the keyboard does not reach {name}")


@pytest.mark.browser
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_keyboard_is_enough_and_no_script_is_needed(demo_site, chromium, language):
    context = chromium.new_context(java_script_enabled=True)
    page = context.new_page()
    page.goto(demo_site.url + LIST[language])
    press_tab_to(page, LINK[language])
    page.keyboard.press("Enter")
    page.wait_for_url("**/e*/*/")
    assert "nils.pahittsson@" not in page.content()
    # In haste, then with patience: the same page, the same button.
    press_tab_to(page, BUTTON[language])
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    page.wait_for_timeout(2100)
    press_tab_to(page, BUTTON[language])
    page.keyboard.press("Enter")
    page.get_by_role("link", name="nils.pahittsson@kalmar.example").wait_for()
    assert page.evaluate("document.activeElement.href") == "mailto:nils.pahittsson@kalmar.example"
    assert context.cookies() == []
    context.close()


@pytest.mark.browser
def test_it_works_with_scripts_off(demo_site, chromium):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(demo_site.url + LIST["sv"])
    page.get_by_role("link", name=LINK["sv"]).click()
    page.wait_for_timeout(2100)
    page.get_by_role("button", name=BUTTON["sv"]).click()
    assert page.get_by_role("link", name="nils.pahittsson@kalmar.example").is_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing_in_any_state(own_site, chromium, look):
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(**look)
    page, seen, found = context.new_page(), set(), {}
    path = next(link for link in fetch(own_site.url, LIST["sv"]).links if link.startswith("/epost/"))

    def look_at(state):
        seen.add(state)
        wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
        if faults := Axe().run(page, options={"runOnly": WCAG}).response["violations"]:
            found[state] = [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in faults]
        assert wide <= 0, state

    page.goto(own_site.url + path)
    look_at("question")
    for _ in range(12):
        page.get_by_role("button", name=BUTTON["sv"]).click()
        if "too early" not in seen and page.get_by_role("status").count():
            look_at("too early")
        page.wait_for_timeout(2100)
        if page.get_by_role("button", name=BUTTON["sv"]).count():
            page.get_by_role("button", name=BUTTON["sv"]).click()
        look_at("limit" if page.get_by_role("status").count() else "address")
        if "limit" in seen:
            break
        page.goto(own_site.url + path)
        page.wait_for_timeout(2100)
    context.close()
    assert {"question", "address", "limit"} <= seen and found == {}


def test_a_crawler_never_meets_a_protected_address(demo_site):
    answers = crawl(demo_site.url)
    asked = [path for path in answers if path.startswith(("/epost/", "/en/e-mail/"))]
    assert len(asked) == 4 and all(answers[path].status == 200 for path in asked)
    assert [path for path, answer in answers.items() if any(one.encode() in answer.body for one in HIDDEN)] == []
    for path in asked:
        headers = answers[path].headers
        assert headers["cache-control"] == "no-store" and "noindex" in headers["x-robots-tag"]
        assert "set-cookie" not in headers and "form-action 'self'" in headers["content-security-policy"]
        assert "nonce" not in headers["content-security-policy"]
    robots = answers["/robots.txt"].text
    assert all(f"Disallow: {path.rsplit('/', 2)[0]}/" in robots for path in asked)


def test_a_bot_in_haste_gets_nothing(demo_site):
    path = next(link for link in fetch(demo_site.url, LIST["sv"]).links if reaches_django(link))
    body = fetch(demo_site.url, path).text
    token = body.split('name="token" value="')[1].split('"')[0]
    for data in (f"token={token}&more=", f"token={token}&more=x", "token=&more="):
        request = urllib.request.Request(demo_site.url + path, data.encode(), method="POST")
        try:
            answered = urllib.request.urlopen(request, timeout=20).read()
        except urllib.error.HTTPError as refused:
            answered = refused.read()
        assert not any(one.encode() in answered for one in HIDDEN)
