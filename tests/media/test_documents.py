import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from vanort.media.fingerprint import fingerprint
from vanort.media.models import Document
from vanort.media.models.document import LARGEST


def test_the_fingerprint_follows_the_content_and_leaves_the_file_at_its_beginning():
    file = io.BytesIO(b"avtal")
    assert fingerprint(file) == fingerprint(io.BytesIO(b"avtal"))
    assert fingerprint(file) != fingerprint(io.BytesIO(b"avtal 2"))
    assert file.tell() == 0


@pytest.mark.django_db
def test_a_document_keeps_its_inner_and_its_public_title(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    paper = Document.objects.create(title="utkast 3", public_title="Avtal", file=ContentFile(b"x", "a.txt"))
    assert (paper.title, paper.public_title, len(paper.fingerprint)) == ("utkast 3", "Avtal", 16)


@pytest.mark.django_db
def test_a_file_too_large_is_refused_in_words():
    file = ContentFile(b"x", "a.txt")
    file.size = LARGEST + 1
    with pytest.raises(ValidationError) as fault:
        Document(title="x", file=file).clean()
    assert "file" in fault.value.error_dict
