"""The accessibility statement."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from vanort.pages.blocks import WhatAndWhyBlock
from vanort.pages.models.public_page import PublicPage
from vanort.pages.statement_form import StatementForm
from vanort.pages.statement_parts import lacking
from vanort.places.models import Home


class AccessibilityStatementPage(PublicPage):
    """How far the site can be used by everybody, in the parts that the law asks for (2018:1937).

    Every part is a field, so that none can be forgotten: a draft may lack some, a public page may not. The name of
    the public body is the own municipality's and is not typed here. The idea fails where a part is filled in
    carelessly: we see that something stands there, not that it is so.
    """

    PUBLIC = PublicPage.PUBLIC | frozenset(
        "service_name conformity shortcomings assessed_on updated_on method assessor feedback_page feedback_url "
        "authority_name authority_url burden burdens exemption exempted".split()
    )

    class Conformity(models.TextChoices):
        """The set words of the law’s regulation."""

        FULL = "full", _("fully compliant")
        PARTIAL = "partial", _("partially compliant")
        NOT = "not", _("not compliant")

    class Method(models.TextChoices):
        """Who has looked."""

        SELF = "self", _("self-assessment")
        EXTERNAL = "external", _("review by somebody from outside")

    class Answer(models.TextChoices):
        """Said on purpose, since nothing listed could also be nothing considered."""

        NONE = "none", _("No, nothing")
        SOME = "some", _("Yes, what is listed")

    service_name = models.CharField(
        _("name of the service"), max_length=160, help_text=_("What readers call this site: “Kalmar och världen”.")
    )
    conformity = models.CharField(_("conformity with the law"), max_length=10, choices=Conformity.choices)
    shortcomings = StreamField(
        [("one", WhatAndWhyBlock())],
        blank=True,
        verbose_name=_("what is not accessible, and why"),
        help_text=_("All that is known. May be empty only when the service is fully compliant."),
    )
    burden = models.CharField(
        _("is anything excepted as an unreasonable burden (section 12)?"), max_length=10, choices=Answer.choices
    )
    burdens = StreamField(
        [("one", WhatAndWhyBlock())],
        blank=True,
        verbose_name=_("excepted as an unreasonable burden, and on what grounds"),
    )
    exemption = models.CharField(
        _("is any content outside the law (section 9)?"), max_length=10, choices=Answer.choices
    )
    exempted = StreamField([("one", WhatAndWhyBlock())], blank=True, verbose_name=_("content outside the law, and why"))
    assessed_on = models.DateField(_("assessed on"), null=True)
    updated_on = models.DateField(_("last updated on"), null=True)
    method = models.CharField(_("method"), max_length=10, choices=Method.choices)
    assessor = models.CharField(_("who examined it"), max_length=160, blank=True)
    feedback_page = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("page for feedback")
    )
    feedback_url = models.URLField(
        _("or address for feedback"),
        blank=True,
        help_text=_(
            "Where readers tell what does not work, without giving their name. "
            "A mail address or a phone number is not enough."
        ),
    )
    authority_name = models.CharField(_("name of the supervising authority"), max_length=120)
    authority_url = models.URLField(_("address for complaints to the authority"))

    base_form_class = StatementForm
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("service_name"),
        FieldPanel("conformity"),
        FieldPanel("shortcomings"),
        MultiFieldPanel([FieldPanel("burden"), FieldPanel("burdens")], _("Unreasonable burden")),
        MultiFieldPanel([FieldPanel("exemption"), FieldPanel("exempted")], _("Outside the law")),
        MultiFieldPanel(
            [FieldPanel("assessed_on"), FieldPanel("updated_on"), FieldPanel("method"), FieldPanel("assessor")],
            _("Assessment"),
        ),
        MultiFieldPanel([FieldPanel("feedback_page"), FieldPanel("feedback_url")], _("Feedback")),
        MultiFieldPanel([FieldPanel("authority_name"), FieldPanel("authority_url")], _("Supervision")),
    ]
    parent_page_types = ["pages.FrontPage", "pages.SectionPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def lacking(self) -> Mapping[str, Any]:
        """What keeps it from being published, in words, by field; empty when every part is there."""
        home = Home.objects.first()
        return lacking(self, str(home) if home else "")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Besides the fields one by one, all of them together; a form asks for that itself, and not for drafts."""
        found = {} if args or kwargs else dict(self.lacking())
        try:
            super().full_clean(*args, **kwargs)
        except ValidationError as fault:
            # Ours says which part and what to do; the field's own "may not be empty" says less.
            raise ValidationError({**fault.error_dict, **found}) from fault
        if found:
            raise ValidationError(found)
