"""What a model says about itself: which of its fields the public may see."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from . import rules

HOLD_WHAT_THE_PUBLIC_SEES = ("places", "contacts", "followup", "relations", "pages", "media", "theme")


def register():
    return [model for label in HOLD_WHAT_THE_PUBLIC_SEES for model in apps.get_app_config(label).get_models()]


@pytest.mark.parametrize("model", register(), ids=lambda model: model._meta.label)
def test_every_field_is_public_or_internal(model):
    assert not list(rules.undeclared(model))


@isolate_apps("vanort.places")
def test_an_undeclared_field_is_found():
    class Town(models.Model):
        name = models.TextField()
        note = models.TextField()
        PUBLIC = frozenset({"id", "name", "gone"})
        INTERNAL = frozenset({"name"})

        class Meta:
            app_label = "places"

    assert list(rules.undeclared(Town)) == [
        "places.Town.note is undeclared",
        "places.Town.name is both",
        "places.Town.gone is declared and not there",
    ]


def test_nobody_asks_wagtail_what_is_public():
    files = rules.tracked("src/*.py", "src/*.html", "src/*.jinja")
    assert not [fault for path in files for fault in rules.wagtails_public(path.name, path.read_text())]
    assert list(rules.wagtails_public("a.py", "pages = Page.objects.public()")) == ["a.py:1"]
    assert not list(rules.wagtails_public("a.py", "pages = Page.objects.live().public()"))
