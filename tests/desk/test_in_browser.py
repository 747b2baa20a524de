"""The desk in real Chromium: no accessibility fault, no console error, wide and at 320 pixels, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TIE = "/redigera/samarbeten/1/"
OURS = [
    "/redigera/",
    "/redigera/att-atgarda/",
    "/redigera/samarbeten/",
    "/redigera/samarbeten/nytt/",
    "/redigera/samarbeten/angivet-antal/",
    TIE,
    f"{TIE}lage/",
    f"{TIE}borjan/",
    f"{TIE}uppgifter/",
    f"{TIE}dolj/",
    "/redigera/orter/",
    "/redigera/orter/2/",
    "/redigera/installningar/kommunen/",
    "/redigera/installningar/typer/",
    "/redigera/installningar/typer/1/",
    "/redigera/sidor/",
    "/redigera/andringar/",
    "/redigera/angra/",
]
WAGTAILS = [
    "/redigera/demokrati/internationellt-arbete/kalmars-vanorter/",
    "/redigera/admin/pages/",
    "/redigera/admin/images/",
    "/redigera/admin/documents/",
    "/redigera/admin/users/",
    "/redigera/admin/users/new/",
    "/redigera/admin/redirects/",
    "/redigera/admin/redirects/add/",
    "/redigera/admin/settings/theme/look/",
    "/redigera/admin/account/",
]
pytestmark = pytest.mark.slow


def enter(page, site, username="administrator"):
    page.goto(f"{site.url}/redigera/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", site.logins[username])
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/redigera/")


def watched(chromium, **context):
    """A page, and a list that gathers everything the browser complains about."""
    page, faults = chromium.new_context(**context).new_page(), []
    page.on("console", lambda said: faults.append((page.url, said.text)) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))
    return page, faults


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


WIDE = {"viewport": {"width": 1280, "height": 900}, "locale": "sv-SE"}
NARROW = {"viewport": {"width": 320, "height": 640}, "locale": "en-GB"}
DARK = {"viewport": {"width": 1280, "height": 900}, "locale": "sv-SE", "color_scheme": "dark"}


@pytest.mark.parametrize(
    ("context", "paths"), [(WIDE, OURS + WAGTAILS), (NARROW, OURS), (DARK, OURS)], ids=["wide", "narrow", "dark"]
)
def test_every_screen_is_sound(context, paths, chromium, demo_site):
    page, faults = watched(chromium, **context)
    page.goto(f"{demo_site.url}/redigera/admin/login/")
    assert violations(page) == []
    enter(page, demo_site)
    for path in paths:
        page.goto(demo_site.url + path)
        page.wait_for_load_state("networkidle")
        faults += [(path, fault) for fault in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > context["viewport"]["width"]:
            faults.append((path, "scrolls sideways"))
    assert faults == []
    page.context.close()


def test_without_scripts_a_status_is_changed_and_publication_looked_up(chromium, own_site):
    page, faults = watched(chromium, locale="sv-SE", java_script_enabled=False)
    enter(page, own_site, "samordnare")
    page.click("nav[aria-label=Meny] >> text=Samarbeten")
    page.click("text=Wismar")
    page.click("text=Ändra läge")
    page.select_option("[name=status]", "ended")
    page.click("text=Spara läget")
    page.click("a.desk-published")
    assert "public" in page.inner_text("main")
    assert faults == []
    page.context.close()


def test_after_saving_the_page_says_when_it_became_public(chromium, own_site):
    page, faults = watched(chromium, locale="sv-SE")
    enter(page, own_site, "samordnare")
    page.goto(f"{own_site.url}/redigera/demokrati/internationellt-arbete/kalmars-vanorter/wismar/")
    page.click("text=Ändra läge")
    page.select_option("[name=status]", "ended")
    page.click("text=Spara läget")
    page.wait_for_selector("[data-published][data-state=public]")
    assert "publicerad för" in page.inner_text(".messages")
    page.goto(f"{own_site.url}/redigera/angra/")
    page.click("text=Ångra den")
    page.wait_for_selector("[data-published][data-state=public]")
    assert "Avslutad" not in page.inner_text(".desk-lead")
    assert faults == []
    page.context.close()


def test_the_form_of_a_status_is_filled_in_by_keyboard_alone(chromium, own_site):
    page, faults = watched(chromium, locale="sv-SE")
    enter(page, own_site, "samordnare")
    page.goto(f"{own_site.url}/redigera/samarbeten/1/lage/")
    page.focus("[name=status]")
    page.keyboard.type("Avs")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Spara läget":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-published]")
    assert "Avslutad" in page.inner_text(".desk-lead")
    assert faults == []
    page.context.close()
