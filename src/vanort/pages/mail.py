"""Asking for a protected address: a page with a button, and the page after it. No script, no cookie."""

import datetime as dt

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_deny
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from vanort.contacts.models import ContactCard
from vanort.contacts.protection import Verdict, client_mark, is_same_site, issue, judge
from vanort.contacts.reveals import LimitReached, UsedBefore, use
from vanort.pages.addresses import ErrorSubject
from vanort.pages.facts import Facts, load_facts
from vanort.pages.mail_view import MailView, answer, mail_page, otherwise, question
from vanort.pages.show import show
from vanort.theme.texts import Texts


# The front gives the answer the policy of every public page; the signed token stands for Django's own, which needs
# a cookie.
@csp_exempt()  # type: ignore[arg-type]
@csrf_exempt
@xframe_options_deny
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest, card_id: int, language: str) -> HttpResponse:
    """The question, or with a good token the address; 404 for a card that has none to show."""
    now, facts = timezone.now(), load_facts("default")
    on = timezone.localdate(now)
    card = ContactCard.objects.visible(on).filter(pk=card_id).first()
    if card is None or not card.has_protected_email:
        return _answered(show(ErrorSubject(404, language), facts, on).body, language, 404)
    asking = _Asking(card, facts, language, now)
    view, status = asking.pressed(request) if request.method == "POST" else (asking.again(""), 200)
    return _answered(mail_page(view, facts.cards[card.pk], facts, language), language, status)


def _answered(body: bytes, language: str, status: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    return HttpResponse(body, status=status, headers=headers)


class _Asking:
    """One request about one card."""

    def __init__(self, card: ContactCard, facts: Facts, language: str, now: dt.datetime) -> None:
        self.card, self.facts, self.language, self.now = card, facts, language, now
        self.shown, self.texts = facts.cards[card.pk], Texts(language)

    def again(self, notice: str, token: str = "") -> MailView:
        """The question with a token, a new one unless the old one is still to be good."""
        token = token or issue(self.card.pk, self.now, settings.SECRET_KEY)
        return question(self.shown, self.language, token, notice)

    def pressed(self, request: HttpRequest) -> tuple[MailView, int]:
        """What the button leads to, and the status of the answer."""
        origin = request.headers.get("Origin", "")
        if not is_same_site(request.headers.get("Sec-Fetch-Site", ""), origin, request.get_host()):
            return self.again(self.texts._("The button was pressed on another page than this one. Press it here.")), 403
        token = request.POST.get("token", "")
        # Nobody sees the other field; a program that fills in everything fills in that too.
        is_filled = bool(request.POST.get("more"))
        verdict = Verdict.FORGED if is_filled else judge(token, self.card.pk, self.now, settings.SECRET_KEY)
        if verdict is Verdict.EARLY:
            notice = self.texts._("That was quicker than we can tell people from programs. Press once more.")
            return self.again(notice, token), 422
        if verdict is not Verdict.GOOD:
            return self._once_more()
        return self._used(token, request)

    def _used(self, token: str, request: HttpRequest) -> tuple[MailView, int]:
        address = request.META.get("HTTP_X_FORWARDED_FOR") or request.META.get("REMOTE_ADDR", "")
        client = client_mark(address, timezone.localdate(self.now), settings.SECRET_KEY)
        try:
            use(token, self.card, client, self.now)
        except UsedBefore:
            return self._once_more()
        except LimitReached:
            return otherwise(self.shown, self.facts, self.language, timezone.localdate(self.now)), 429
        return answer(self.shown, self.language, self.card.email), 200

    def _once_more(self) -> tuple[MailView, int]:
        notice = self.texts._(
            "The page had been open too long, or the button had been pressed before. Press once more."
        )
        return self.again(notice), 422
