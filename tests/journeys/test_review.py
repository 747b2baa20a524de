"""A page reviewed eleven years ago is reviewed in one press, and the notice to readers is gone."""

import os
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from .crawling import fetch
from .test_public_site import WCAG
from .test_the_walk import LIST, LIST_EN, PATIENCE, editor, plain, wait_for  # noqa: F401  a fixture

pytestmark = pytest.mark.browser
LATE = "Sidan väntar på att granskas"


def violations(page):
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def pictured(page, name):
    """Keep a picture for whoever wants to look (VANORT_PICTURES names the folder)."""
    if folder := os.environ.get("VANORT_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_one_press_takes_the_notice_away(own_site, editor):  # noqa: F811
    html = fetch(own_site.url, LIST).text
    assert LATE in plain(html) and '<time datetime="2015-04-24">24 april 2015</time>' in html
    assert "Kommunledningskontoret" in html
    assert "has not been reviewed yet" in plain(fetch(own_site.url, LIST_EN).text)
    page = editor("webbredaktor")
    page.goto(own_site.url + LIST)
    assert violations(page) == []
    pictured(page, "late")

    page.goto(own_site.url + "/redigera/")
    pictured(page, "start")
    page.get_by_role("link", name="Granska sidan").first.click()
    assert LATE in page.frame_locator("iframe.desk-preview").locator("main").inner_text()
    assert violations(page) == []
    pictured(page, "review")
    page.get_by_role("button", name="om 12 månader").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=/publicerad för .* sedan/", timeout=PATIENCE * 1000)

    text = wait_for(own_site, LIST, "Nästa granskning senast")
    assert LATE not in text and f"Sidan granskad {int(time.strftime('%d'))} " in text


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_the_notice_can_be_read_by_everybody(demo_site, chromium, look):
    context = chromium.new_context(**look)
    page = context.new_page()
    page.goto(demo_site.url + LIST)
    assert violations(page) == []
    pictured(page, f"late-{next(iter(look))}")
    context.close()
