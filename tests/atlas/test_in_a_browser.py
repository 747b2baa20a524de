"""What only a browser knows: real fonts, what axe says, what a screen reader is given."""

import pytest

from vanort import atlas

from .worlds import KALMAR, TEN, WORDS

PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Karta</title><style>:root{{--brand:#0b4f6c;--accent:#f2b705;--ink:#16242c;--muted:#52646e;--paper:#fff}}
body{{margin:1rem;font:17px/1.6 system-ui,sans-serif}}{css}</style><main><h1>Vänorter</h1>{maps}</main></html>"""
WINDOWS = {"wide": 1200, "tablet": 720, "phone": 360, "small phone": 320}


@pytest.fixture(params=WINDOWS)
def page(request, chromium):
    context = chromium.new_context(viewport={"width": WINDOWS[request.param], "height": 800})
    opened = context.new_page()
    opened.set_content(PAGE.format(css=atlas.CSS.read_text(), maps="".join(atlas.draw(KALMAR, TEN, WORDS))))
    yield opened
    context.close()


def test_axe_finds_nothing(page):
    from axe_playwright_python.sync_playwright import Axe

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules})
    assert found.violations_count == 0, found.generate_report()


def test_exactly_one_map_is_shown_without_sideways_scrolling(page):
    shown = page.eval_on_selector_all(".map", "maps => maps.filter(map => map.getClientRects().length).length")
    assert shown == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_letters_as_drawn_overlap_no_other_letters_nor_marks(page):
    overlaps = page.evaluate(
        """() => {
            const shown = [...document.querySelectorAll('.map')].find(map => map.getClientRects().length);
            const boxes = [...shown.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
            const marks = [...shown.querySelectorAll('.dot,.home circle')].map(mark => ['mark', mark.getBBox()]);
            const slack = 2, found = [];
            boxes.forEach(([name, a], i) => [...boxes.slice(i + 1), ...marks].forEach(([other, b]) => {
                const high = a.height * .12;  // the font's own air above and below its letters
                if (a.x + slack < b.x + b.width && b.x + slack < a.x + a.width &&
                    a.y + high + slack < b.y + b.height && b.y + high + slack < a.y + a.height)
                    found.push([name, other]);
            }));
            return found;
        }"""
    )
    assert overlaps == []


def test_a_finger_meets_every_place(page):
    """24 pixels for every target, the name counted in (WCAG 2.2, 2.5.8)."""
    small = page.evaluate(
        """() => [...document.querySelectorAll('.map > a')].filter(link => link.getClientRects().length)
            .filter(link => { const box = link.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
            .map(link => link.textContent)"""
    )
    assert small == []


def test_a_screen_reader_is_given_a_named_group_of_links(page):
    heard = page.locator("main").aria_snapshot()
    assert heard.count("link ") == len(TEN)
    assert f'group "{WORDS.title}"' in heard
    assert 'link "Wismar, Tyskland, 437 km åt sydväst, Aktiv"' in heard.replace("\N{NO-BREAK SPACE}", " ")


def test_the_keyboard_passes_each_place_once_and_shows_where_it_is(page):
    seen = []
    for _ in TEN:
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.getAttribute('href')"))
        ring = page.evaluate("getComputedStyle(document.activeElement.querySelector('.hit')).strokeWidth")
        assert ring == "3px"
    assert sorted(seen) == sorted(spot.href for spot in TEN)
