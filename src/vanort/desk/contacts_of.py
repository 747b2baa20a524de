"""Who answers for a page, and who for a tie: cards chosen in their order."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.contacts.models import ContactCard
from vanort.pages.actions import NamedMeanwhile, name_page_contacts
from vanort.pages.models.page_contact import contacts_of
from vanort.pages.models.public_page import PublicPage
from vanort.relations.actions import name_contacts
from vanort.relations.models import Relation

from .card_forms import ContactsForm
from .published import tell_saved
from .register import spoken
from .roles import CHANGE_CONTACTS, CHANGE_REGISTER
from .screen import Crumb, for_those_who, refusal, screen


@for_those_who(CHANGE_REGISTER)
def tie_contacts(request: HttpRequest, relation_id: int) -> HttpResponse:
    """Name the contacts of a tie."""
    relation = get_object_or_404(Relation.objects.kept().select_related("place"), pk=relation_id)
    name, back = relation.place.name_in(spoken()), reverse("desk:tie", args=[relation.pk])

    def act(form: ContactsForm) -> Change:
        return name_contacts(
            relation=relation, cards=form.cards, by=request.user, seen_version=form.cleaned_data["version"]
        )

    form = _form(request, [row.card for row in relation.contacts.select_related("card")], version=relation.version)
    text = _(
        "Our cards and theirs, in the order in which they are shown. None: the town’s page shows those of the list."
    )
    return _answer(request, form, act, name, [(reverse("desk:ties"), _("Ties")), (back, name)], text)


@for_those_who(CHANGE_CONTACTS)
def page_contacts(request: HttpRequest, page_id: int) -> HttpResponse:
    """Name the contacts of a page, in all its languages."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, PublicPage) or not page.permissions_for_user(request.user).can_edit():
        return refusal(request)

    def act(form: ContactsForm) -> Change:
        seen = [int(key) for key in form.cleaned_data["seen"].split(",") if key.isdigit()]
        return name_page_contacts(page=page, cards=form.cards, by=request.user, seen=seen)

    form = _form(request, [row.card for row in contacts_of(page)])
    text = _(
        "Shown on this page in all its languages, and on the pages below that name none of their own. "
        "None: the page shows those of the page above."
    )
    return _answer(request, form, act, page.title, [(reverse("desk:pages"), _("Pages"))], text)


def _form(request: HttpRequest, named: Sequence[ContactCard], version: int | None = None) -> ContactsForm:
    seen = ",".join(str(card.pk) for card in named)
    initial = {"seen": seen, "version": version}
    return ContactsForm(request.POST or None, on=timezone.localdate(), named=named, initial=initial)


def _answer(
    request: HttpRequest,
    form: ContactsForm,
    act: Callable[[ContactsForm], Change],
    name: str,
    crumbs: Sequence[Crumb],
    text: str,
) -> HttpResponse:
    status, back = 200, crumbs[-1][0]
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                tell_saved(request, _("Saved: %(name)s.") % {"name": name}, act(form))
                return redirect(back)
            except (StaleRecord, NamedMeanwhile) as refused:
                form.add_error(None, str(refused))
                status = 409
    return screen(
        request,
        "desk/form.html",
        f"{name}: {_('Contacts')}",
        crumbs=crumbs,
        crumb=_("Contacts"),
        status=status,
        form=form,
        hidden=[form["seen"]],
        first=[form[field] for field in form.first],
        button=_("Save"),
        back=back,
        text=text,
        anew=request.path if status == 409 else "",
    )
