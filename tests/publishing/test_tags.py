from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.publishing.tags import start_tags


class Reference(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        first = {}
        for name, value in attrs:
            first.setdefault(name, value or "")
        self.seen.append((tag, first))


def by_reference(html):
    parser = Reference()
    parser.feed(html)
    return parser.seen


def by_us(html):
    return [(tag.name, tag.attributes) for tag in start_tags(html)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/a?b&amp;c=1" title=\'Å "citat"\'>x</a>',
        "<input disabled value=3><br/><img src=/a.png alt=''>",
        "<!-- <a href='/nej/'> --><p class=a>2 < 3 och 4 > 3</p>",
        "<script type='application/ld+json'>{\"a\": \"<b href='x'>\"}</script><i id=j>",
        '<svg viewBox="0 0 1 1"><title>K &amp; W</title><a xlink:href="#k"><path d="M0 0"/></a></svg>',
        '<p title="a > b">x<b\nclass="c"\n></b>',
    ],
)
def test_reads_tags_as_an_html_parser_does(html):
    assert by_us(html) == by_reference(html)


names = st.sampled_from(["a", "p", "div", "img", "h2", "path"])
values = st.text(alphabet="abåÄ /&;<>='-#?1", max_size=12)


@given(
    st.lists(st.tuples(names, st.dictionaries(st.sampled_from(["href", "id", "alt", "data-x"]), values)), max_size=6)
)
def test_any_quoted_attributes_are_read_as_they_were_meant(tags):
    from html import escape

    html = "text".join(
        f"<{name}{''.join(f' {key}=' + chr(34) + escape(value) + chr(34) for key, value in attributes.items())}>"
        for name, attributes in tags
    )
    assert by_us(html) == [(name, attributes) for name, attributes in tags]


def test_text_of_a_title_is_kept():
    assert next(start_tags("<title>Våra vänorter</title>")).text == "Våra vänorter"
