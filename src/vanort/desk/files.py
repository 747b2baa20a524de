"""Files of the editors' site: styles and scripts of the installed apps, and what editors have uploaded."""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

_FOR_EVER = "public, max-age=31536000, immutable"
_FOR_A_WHILE = "public, max-age=300"
# What a browser may show inside the page; everything else is handed over as a file.
_SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif")


@require_safe
def static_file(request: HttpRequest, path: str) -> HttpResponse:
    """A style, script, font or icon of an installed app; browsers keep it for ever when the address has its version."""
    found = _found(path)
    if found is None:
        raise Http404(path)
    content, content_type, etag = found
    response = get_conditional_response(request, etag=etag) or HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = _FOR_EVER if request.GET.get("v") else _FOR_A_WHILE
    return response


# The package's own files, read once: they change only with a new version, which restarts the process.
@cache
def _kept(path: str) -> tuple[bytes, str, str] | None:
    name = finders.find(path)
    if not isinstance(name, str) or not Path(name).is_file():
        return None
    content = Path(name).read_bytes()
    return content, _type(name), f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _found(path: str) -> tuple[bytes, str, str] | None:
    try:
        return _kept.__wrapped__(path) if settings.DEBUG else _kept(path)
    except SuspiciousFileOperation:
        return None


def versioned(path: str) -> str:
    """Return the address of one of our own static files with its content's hash, so that it may be kept for ever."""
    found = _found(path)
    return f"{settings.STATIC_URL}{path}" + (f"?v={found[2][1:13]}" if found else "")


def _type(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("javascript") else kind


@require_safe
@require_admin_access
def uploaded_file(request: HttpRequest, path: str) -> HttpResponse:
    """A picture or document in the data folder, for those who signed in; documents are downloaded, never shown."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except SuspiciousFileOperation:
        raise Http404(path) from None
    if not file.is_file():
        raise Http404(path)
    state = file.stat()
    etag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
    response = get_conditional_response(request, etag=etag)
    if not isinstance(response, HttpResponseNotModified):
        kind = _type(file.name)
        response = HttpResponse(file.read_bytes(), content_type=kind)
        response["Content-Disposition"] = "inline" if kind in _SHOWN else f'attachment; filename="{_plain(file.name)}"'
    response["ETag"] = etag
    response["Cache-Control"] = "private, max-age=300"
    response["X-Content-Type-Options"] = "nosniff"
    # An uploaded drawing that is opened by itself can neither run nor fetch anything.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def _plain(name: str) -> str:
    return "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in '"\\' else "_" for letter in name
    )
