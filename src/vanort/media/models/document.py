"""Documents that pages link to."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument

from vanort.media.fingerprint import fingerprint
from vanort.media.users import uploaded_by

LARGEST = 25 * 1024 * 1024


class Document(AbstractDocument):
    """A file for readers, in one language, under the title they see.

    Its inner title may say more than the public should read ("utkast 3"), so both are kept. The idea fails for a
    document in several languages within one file: it gets the language of its first page.
    """

    PUBLIC = frozenset({"id", "public_title", "language", "file", "file_size", "fingerprint"})
    INTERNAL = frozenset({"title", "created_at", "uploaded_by_user", "collection", "file_hash"})

    uploaded_by_user = uploaded_by()
    # Wagtail's own Document, installed though unused, has taken the reverse name.
    tags = TaggableManager(help_text=None, blank=True, verbose_name=_("tags"), related_name="media_documents")
    public_title = models.CharField(_("title that readers see"), max_length=200, blank=True)
    language = models.CharField(_("language of the document"), max_length=8, choices=settings.LANGUAGES, default="sv")
    fingerprint = models.CharField(max_length=16, editable=False, blank=True)

    admin_form_fields = ("title", "file", "public_title", "language", "collection")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Refuse files too large to be a page's document."""
        super().clean()
        if self.file and self.file.size > LARGEST:
            raise ValidationError({"file": _("The file is larger than 25 MB.")})

    def save(self, *args: object, **kwargs: object) -> None:
        """Save with the fingerprint of the file, which its public address carries."""
        if self.file:
            self.fingerprint = fingerprint(self.file)
            if kwargs.get("update_fields"):
                kwargs["update_fields"] = {*kwargs["update_fields"], "fingerprint"}  # type: ignore[misc]
        super().save(*args, **kwargs)
