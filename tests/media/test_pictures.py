import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from vanort.accounts.models import User
from vanort.media.models import Document, Picture
from vanort.media.renditions import WIDTHS, spec

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make(**more):
    given = {"title": "Hamn", "file": get_test_image_file(size=(1600, 800)), "alt_text": "Hamnen"} | more
    return Picture.objects.get(pk=Picture.objects.create(**given).pk)


def test_ours_is_the_picture_that_the_editors_site_uses():
    assert get_image_model() is Picture


def test_saving_makes_every_public_size_once():
    picture = make()
    picture.save()
    found = picture.renditions.filter(filter_spec__in=map(spec, WIDTHS))
    assert sorted(row.width for row in found) == list(WIDTHS)
    assert all(len(row.fingerprint) == 16 for row in found)


def test_a_small_picture_is_never_enlarged():
    picture = make(file=get_test_image_file(size=(300, 200)))
    assert {row.width for row in picture.renditions.all()} == {300}


def test_the_same_bytes_have_the_same_fingerprint_and_others_another():
    one, same = make(), make()
    other = make(file=get_test_image_file(colour="red", size=(1600, 800)))

    def prints(picture):
        return {row.fingerprint for row in picture.renditions.all()}

    assert prints(one) == prints(same)
    assert prints(one).isdisjoint(prints(other))


def test_replacing_the_file_makes_the_sizes_anew():
    picture = make()
    before = set(picture.renditions.values_list("fingerprint", flat=True))
    data = {
        "title": "Hamn",
        "alt_text": "Hamnen",
        "consent": "nobody",
        "collection": Collection.get_first_root_node().pk,
    }
    drawn = get_test_image_file(colour="blue", size=(1600, 800)).file.getvalue()
    upload = SimpleUploadedFile("ny.png", drawn, "image/png")
    form = get_image_form(Picture)(
        data, {"file": upload}, instance=picture, user=User(is_superuser=True, is_active=True)
    )
    assert form.is_valid(), form.errors
    form.save()
    after = set(picture.renditions.filter(filter_spec__in=map(spec, WIDTHS)).values_list("fingerprint", flat=True))
    assert len(after) == 3
    assert before.isdisjoint(after)


@pytest.mark.parametrize(
    ("given", "is_fine"),
    [({"alt_text": "Hamnen"}, True), ({"is_decorative": True}, True), ({}, False)],
)
def test_a_picture_is_described_or_only_decoration(given, is_fine):
    picture = Picture(title="Hamn", file=get_test_image_file(), **given)
    if is_fine:
        picture.clean()
    else:
        with pytest.raises(ValidationError) as fault:
            picture.clean()
        assert "alt_text" in fault.value.error_dict


def test_wagtail_proposes_the_picture_s_own_words_where_it_is_used():
    assert make().default_alt_text == "Hamnen"
    assert make(is_decorative=True).default_alt_text == ""


def test_a_user_gets_no_reverse_names_from_pictures_and_documents():
    assert not [rel for rel in User._meta.related_objects if rel.related_model._meta.app_label == "media"]


def test_every_field_is_public_or_internal():
    for model in (Picture, Document):
        declared = model.PUBLIC | model.INTERNAL
        assert {field.name for field in model._meta.concrete_fields} <= declared
        assert not model.PUBLIC & model.INTERNAL
