import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from vanort.pages.blocks import TEXT_FEATURES
from vanort.pages.spoken import LANGUAGES, label_of


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_stretch_marked_with_its_language_survives_the_editor(code):
    converter = ContentstateConverter(features=TEXT_FEATURES)
    stored = f'<p data-block-key="a">Till <span lang="{code}">Stadt</span></p>'
    assert f'<span lang="{code}">Stadt</span>' in converter.to_database_format(converter.from_database_format(stored))


def test_languages_are_named_in_swedish():
    assert label_of("de") == "tyska"
