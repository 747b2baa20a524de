"""How a screen of ours is put on the page, and who may see it."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

View = Callable[..., HttpResponse]
Crumb = tuple[str, str]


def for_those_who(*permissions: str) -> Callable[[View], View]:
    """Let only people in who have signed in and have one of the permissions (none named: any editor).

    Others get a page that says so, with status 403; before signing in one is led to sign-in.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if permissions and not any(request.user.has_perm(name) for name in permissions):
                return refusal(request)
            return view(request, *args, **kwargs)

        return never_cache(require_admin_access(guarded))

    return decorate


def refusal(request: HttpRequest) -> HttpResponse:
    """Say that this is for others, without a hint at what it holds."""
    return message(
        request,
        _("You may not do this"),
        _("Your role on this site does not include it. Ask an administrator if you think it should."),
        status=403,
    )


def message(
    request: HttpRequest, title: str, text: str, *, status: int = 200, links: Sequence[Crumb] = ()
) -> HttpResponse:
    """Say something plain on a screen of its own, with ways on."""
    return screen(request, "desk/message.html", title, status=status, text=text, links=links)


def screen(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    crumbs: Sequence[Crumb] = (),
    status: int = 200,
    **values: Any,
) -> TemplateResponse:
    """Render one of our screens. `crumbs` are the (address, words) of the screens above it, below Start."""
    start = reverse("desk:start")
    above = [] if request.path == start else [(start, gettext_lazy("Start")), *crumbs]
    return TemplateResponse(request, template, {"title": title, "crumbs": above, **values}, status=status)
