"""From a typed record to a visitor's screen: the real processes, a real browser, the demonstration town."""

import re
import time

import pytest

from .crawling import fetch, released

pytestmark = pytest.mark.browser

LIST = "/demokrati/internationellt-arbete/kalmars-vanorter/"
LIST_EN = "/en/democracy/international-work/kalmars-twin-towns/"
PATIENCE = 30  # seconds; a busy machine is not a fault, and what it takes is measured in bench/


@pytest.fixture
def editor(own_site, chromium):
    """Sign in as somebody and return their page; complaints of the browser fail the test."""
    contexts, complaints = [], []

    def sign_in(who: str, language: str = "sv-SE"):
        context = chromium.new_context(locale=language)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda problem: complaints.append(str(problem)))
        page.goto(own_site.url + "/redigera/")
        page.fill("input[name=username]", who)
        page.fill("input[name=password]", own_site.logins[who])
        page.click("button[type=submit]")
        page.wait_for_url(re.compile(r"/redigera/$"))
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert complaints == []


def wait_for(site, path: str, words: str) -> str:
    """Poll a public address until it says the words; return what it says."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        text = plain(fetch(site.url, path).text)
        if words in text:
            return text
        time.sleep(0.05)
    raise AssertionError(f"{path} never said “{words}”:\n{text[:3000]}")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ").split())


def end_tie(page, site, town: str) -> None:
    page.goto(f"{site.url}/redigera{LIST}{town}/")
    page.get_by_role("link", name="Ändra läge").click()
    page.select_option("select[name=status]", "ended")
    page.fill("input[name=effective]", "idag")
    page.locator("details summary", has_text="Fler").first.click()
    page.fill("input[name=decided_by]", "Kommunfullmäktige")
    page.fill("[name=reason_sv]", "Samarbetet har gjort sitt.")
    page.fill("[name=reason_en]", "The cooperation has done its work.")
    page.locator("form.desk-form button[type=submit]").click()


def test_a_coordinator_ends_a_tie_and_every_place_that_counts_says_so(own_site, editor):
    before = plain(fetch(own_site.url, LIST).text)
    assert "8 vänorter i 8 länder" in before and "1 tidigare samarbete" in before
    page = editor("samordnare")

    end_tie(page, own_site, "arendal")

    swedish = wait_for(own_site, LIST, "7 vänorter i 7 länder")
    assert "2 tidigare samarbeten" in swedish and "Tidigare samarbeten (2)" in swedish
    former = swedish.split("Tidigare samarbeten (2)")[1]
    assert "Arendal" in former and "Avslutad" in former
    drawn = re.findall(r'href="[^"]*/arendal/"[^>]*><title>([^<]*)', fetch(own_site.url, LIST).text)
    assert drawn and all("Avslutad" in link for link in drawn), drawn
    english = wait_for(own_site, LIST_EN, "7 twin towns in 7 countries")
    assert "2 former ties" in english
    town = wait_for(own_site, LIST + "arendal/", "Samarbetet har gjort sitt.")
    assert "Kommunfullmäktige" in town
    assert "The cooperation has done its work." in wait_for(own_site, LIST_EN + "arendal/", "Ended")
    page.wait_for_selector("text=/publicerad för .* sedan/", timeout=PATIENCE * 1000)


def test_what_was_done_by_mistake_is_undone_and_the_log_keeps_both(own_site, editor):
    page = editor("samordnare")
    end_tie(page, own_site, "wismar")
    wait_for(own_site, LIST, "7 vänorter i 7 länder")

    page.goto(own_site.url + "/redigera/angra/")
    page.get_by_role("button", name="Ångra").click()

    wait_for(own_site, LIST, "8 vänorter i 8 länder")
    page.goto(own_site.url + "/redigera/andringar/")
    log = page.locator("main").inner_text()
    assert "ångrade" in log and "ändrade läget" in log


def test_a_web_editor_changes_the_page_and_readers_see_it(own_site, editor):
    page = editor("webbredaktor")
    page.goto(f"{own_site.url}/redigera{LIST}")
    page.fill("textarea[name=lead]", "Nu med nya ord om vänorterna.")
    page.locator(".actions--primary .w-dropdown__toggle, footer .w-dropdown-button .w-dropdown__toggle").first.click()
    page.locator("button[name=action-publish]").click()
    assert "Nu med nya ord" in wait_for(own_site, LIST, "Nu med nya ord om vänorterna.")


def test_a_hidden_tie_is_nowhere(own_site, editor):
    page = editor("samordnare")
    page.goto(f"{own_site.url}/redigera{LIST}gdansk/")
    page.get_by_role("link", name="Dölj för allmänheten").click()
    page.locator("form.desk-form button[type=submit]").click()
    text = wait_for(own_site, LIST, "7 vänorter i 7 länder")
    assert "Gdańsk" not in text
    assert fetch(own_site.url, LIST + "gdansk/").status == 404
    assert not [path for path in released(own_site.data) if "gdansk" in path]
    assert "gdansk" not in fetch(own_site.url, "/sitemap.xml").text


def test_a_reader_sees_everything_and_can_change_nothing(own_site, editor):
    page = editor("lasare")
    page.goto(f"{own_site.url}/redigera{LIST}wismar/")
    assert "Wismar" in page.locator("h1").inner_text()
    assert page.get_by_role("link", name="Ändra läge").count() == 0
    tie = page.url
    for action in ("lage/", "borjan/", "uppgifter/", "dolj/"):
        answer = page.request.get(tie + action)
        assert answer.status in (302, 403) or "lage" not in answer.url, (action, answer.status)
        token = page.context.cookies()[0]["value"]
        posted = page.request.post(
            tie + action, form={"status": "ended", "csrfmiddlewaretoken": token}, max_redirects=0
        )
        assert posted.status in (302, 403), (action, posted.status)
    time.sleep(1)
    assert "8 vänorter i 8 länder" in plain(fetch(own_site.url, LIST).text)


def test_two_editors_never_undo_each_other_unseen(own_site, editor):
    first, second = editor("samordnare"), editor("administrator")
    for page in (first, second):
        page.goto(f"{own_site.url}/redigera{LIST}wismar/")
        page.get_by_role("link", name="Ändra läge").click()
        page.select_option("select[name=status]", "dormant")
        page.fill("input[name=effective]", "idag")
    first.locator("form.desk-form button[type=submit]").click()
    wait_for(own_site, LIST + "wismar/", "Vilande")
    second.locator("form.desk-form button[type=submit]").click()
    told = second.locator("main").inner_text()
    assert "Kim" in told and "har ändrat" in told, told
    assert second.input_value("select[name=status]") == "dormant"


def test_wrong_passwords_are_stopped_in_both_languages(own_site, chromium):
    context = chromium.new_context(locale="sv-SE")
    page = context.new_page()
    for _ in range(6):
        page.goto(own_site.url + "/redigera/admin/login/")
        if page.locator("input[name=username]").count() == 0:
            break
        page.fill("input[name=username]", "samordnare")
        page.fill("input[name=password]", "helt fel lösenord")
        with page.expect_navigation() as answer:
            page.click("button[type=submit]")
    assert answer.value.status == 429
    told = page.locator("body").inner_text()
    assert "För många" in told and "Too many" in told
    context.close()


def test_sign_in_speaks_both_languages(own_site, chromium):
    for language, words in (("sv-SE", "Logga in"), ("en-GB", "Sign in")):
        context = chromium.new_context(locale=language)
        page = context.new_page()
        page.goto(own_site.url + "/redigera/admin/login/")
        assert page.get_by_role("button", name=words, exact=True).count() == 1
        assert page.locator("html").get_attribute("lang") == language[:2]
        context.close()


def test_the_public_site_stays_when_the_editors_site_is_gone(own_site):
    import psutil

    for child in psutil.Process(own_site.process.pid).children(recursive=True):
        if any("wsgi" in word or "django" in word for word in child.cmdline()):
            child.suspend()
    try:
        assert fetch(own_site.url, LIST).status == 200
    finally:
        for child in psutil.Process(own_site.process.pid).children(recursive=True):
            child.resume()
