import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.pages.rich_text import published

KNOWN = {("page", "4"): "/vanorter/", ("document", "7"): "/-/avtal.pdf"}


def resolve(kind, key):
    return KNOWN.get((kind, key))


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("<p>Hej <b>du</b></p>", "<p>Hej <b>du</b></p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ('<p><span lang="de">Stadt</span></p>', '<p><span lang="de">Stadt</span></p>'),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
        ('<p><a href="https://x.example/?a=1&amp;b">x</a></p>', '<p><a href="https://x.example/?a=1&amp;b">x</a></p>'),
        ('<p data-block-key="ab12">a</p>', "<p>a</p>"),
    ],
)
def test_what_an_editor_writes_is_published(stored, shown):
    assert published(stored, resolve) == shown


@pytest.mark.parametrize(
    "danger",
    [
        '<a href="javascript:alert(1)">x</a>',
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<img src="x" onerror="alert(1)">',
        '<p style="color:red">x</p>',
    ],
)
def test_nothing_that_runs_gets_through(danger):
    shown = published(danger, resolve)
    for word in ("javascript", "onclick", "onerror", "<script", "<img", "style"):
        assert word not in shown


def test_links_to_pages_and_documents_get_their_public_addresses():
    stored = '<p><a linktype="page" id="4">list</a> <a linktype="document" id="7">paper</a></p>'
    assert published(stored, resolve) == '<p><a href="/vanorter/">list</a> <a href="/-/avtal.pdf">paper</a></p>'


def test_a_link_that_leads_nowhere_public_becomes_plain_text():
    assert published('<p>Se <a linktype="page" id="99">här</a>.</p>', resolve) == "<p>Se här.</p>"


def test_what_is_left_open_is_closed():
    assert published("<ul><li><b>a", resolve) == "<ul><li><b>a</b></li></ul>"


@given(st.text(alphabet='<>/ab="&; pli', max_size=60))
def test_every_text_becomes_html_that_contains_no_other_elements(stored):
    shown = published(f"<p>{stored}</p>", resolve)
    tree = html5lib.parseFragment(str(shown), namespaceHTMLElements=False)
    assert {node.tag for node in tree.iter() if isinstance(node.tag, str)} <= {
        "DOCUMENT_FRAGMENT", "p", "b", "i", "a", "span", "ul", "ol", "li", "br", "strong", "em",
    }  # fmt: skip
