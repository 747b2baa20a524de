import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.words import WordsField, said

from ..phones import read_phone
from ..term import Term
from .person import Person
from .unit import Unit

# What a card can show; an editor ticks which of it the public sees.
SHOWABLE = {
    "visiting": _("visiting address"),
    "postal": _("postal address"),
    "phone": _("phone"),
    "mobile": _("mobile"),
    "email": _("e-mail"),
}


def everything_shown() -> list[str]:
    """What a new card shows."""
    return list(SHOWABLE)


class ContactCardQuerySet(models.QuerySet["ContactCard"]):
    """Questions about cards."""

    def publishable(self) -> "ContactCardQuerySet":
        """Those that may be public on some day: a named person of the other side only by their own leave."""
        needs_leave = models.Q(side=ContactCard.Side.THEIRS, person__isnull=False)
        return self.exclude(needs_leave & ~models.Q(legal_basis=ContactCard.LegalBasis.LEAVE))

    def current(self, on: dt.date) -> "ContactCardQuerySet":
        """Those in whose days ``on`` lies."""
        begun = models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=on)
        return self.filter(begun, models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=on))

    def visible(self, on: dt.date) -> "ContactCardQuerySet":
        """Those the public may see on that day: the dates decide, nobody needs to remember."""
        return self.publishable().current(on)


class ContactCard(models.Model):
    """How a role is reached: a unit's function, or a person in it. One record, shown on many pages.

    It ends by its last day, and with it what the public reads. The log notes that it changed, never what it
    said. Where the idea fails: somebody with two roles has two cards, and a new number is typed twice.
    """

    LOG_HOLDS_VALUES = False

    class Side(models.TextChoices):
        OURS = "ours", _("ours")
        THEIRS = "theirs", _("the other side’s")

    class EmailClass(models.TextChoices):
        OPEN = "open", _("open: can be read on the page")
        PROTECTED = "protected", _("protected: shown to who asks for it")
        CLOSED = "closed", _("never shown")

    class LegalBasis(models.TextChoices):
        PUBLIC_TASK = "public_task", _("task of public interest: the role (GDPR 6.1 e)")
        LEAVE = "leave", _("own leave to publish (GDPR 6.1 a)")
        NO_PERSON = "no_person", _("no personal data: a function")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cards", verbose_name=_("unit"))
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="cards", null=True, blank=True, verbose_name=_("person")
    )
    role = WordsField(_("role"))
    side = models.CharField(_("side"), max_length=8, choices=Side, default=Side.OURS)
    note = WordsField(_("note"))
    visiting_street = models.CharField(_("visiting address"), max_length=120, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    postal_box = models.CharField(_("postal address"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    post_town = models.CharField(_("post town"), max_length=60, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    mobile = models.CharField(_("mobile"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_class = models.CharField(_("how the e-mail is shown"), max_length=10, choices=EmailClass)
    shown = models.JSONField(_("what is shown"), default=everything_shown, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=12, choices=LegalBasis, default=LegalBasis.PUBLIC_TASK)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True, editable=False)
    heir = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, editable=False, verbose_name=_("heir")
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    # The address itself is read by nobody who renders: open mailboxes leave through `mailbox`.
    PUBLIC = frozenset(
        "id unit person role side note visiting_street latitude longitude postal_box postcode post_town phone "
        "mobile email_class shown starts_on ends_on heir".split()
    )
    INTERNAL = frozenset("email legal_basis confirmed_on version".split())

    objects = ContactCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact card")
        verbose_name_plural = _("contact cards")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(starts_on__lte=models.F("ends_on")),
                name="card_begins_before_it_ends",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="card_point_is_whole",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                condition=~models.Q(heir=models.F("pk")),
                name="card_is_not_its_own_heir",
                violation_error_message=_("Somebody else has to take over."),
            ),
        ]

    def __str__(self) -> str:
        role = said(self.role, "sv")[0]
        return ", ".join(part for part in (self.person.name if self.person else "", role, str(self.unit)) if part)

    @property
    def term(self) -> Term:
        """When it holds."""
        return Term(self.starts_on, self.ends_on)

    @property
    def mailbox(self) -> str:
        """The address that may stand on a page; empty for one that is protected or never shown."""
        return self.email if self.email_class == self.EmailClass.OPEN and "email" in self.shown else ""

    @property
    def has_protected_email(self) -> bool:
        """Whether who asks for it is shown the address."""
        is_protected = self.email_class == self.EmailClass.PROTECTED
        return bool(self.email) and is_protected and "email" in self.shown

    def usual_email_class(self) -> str:
        """How the address is shown when nobody has chosen: a function's openly, a person's not, theirs never."""
        if self.person is None:
            return self.EmailClass.OPEN
        return self.EmailClass.CLOSED if self.side == self.Side.THEIRS else self.EmailClass.PROTECTED

    def clean_fields(self, exclude: Any = None) -> None:
        """Choose how the e-mail is shown where nobody has, then check each field."""
        self.email_class = self.email_class or self.usual_email_class()
        super().clean_fields(exclude)

    def clean(self) -> None:
        """Refuse numbers nobody could call, a card that says neither who nor what, and what a person must allow."""
        if self.ends_on is None:
            self.heir = None  # somebody who stays has none
        faults: dict[str, Any] = {}
        for name in ("phone", "mobile"):
            if written := getattr(self, name):
                try:
                    read_phone(written, self.unit.organisation.country)
                except ValueError as fault:
                    faults[name] = str(fault)
        if not any(self.role.values()):
            faults["role"] = _("Say what the contact is for.")
        if unknown := set(self.shown) - SHOWABLE.keys():
            faults["shown"] = ", ".join(sorted(unknown))
        is_theirs = self.side == self.Side.THEIRS and self.person is not None
        if is_theirs and self.email_class != self.EmailClass.CLOSED and self.legal_basis != self.LegalBasis.LEAVE:
            faults["email_class"] = _("The address of a person of the other side is shown only by their own leave.")
        if faults:
            raise ValidationError(faults)
