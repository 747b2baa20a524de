"""The one settings module: everything that differs between installations comes from the environment.

Each variable read here is described in `.env.example` and `docs/reference/settings.md`; a test holds the
three together.
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from vanort.secret import read_or_make_secret

PACKAGE = Path(__file__).resolve().parent
VANORT_DATA = Path(os.environ.get("VANORT_DATA", "var")).resolve()
VANORT_DATA.mkdir(parents=True, exist_ok=True)
IS_DEMO = (VANORT_DATA / "demo.json").exists()

DEBUG = os.environ.get("VANORT_DEBUG") == "1"
SECRET_KEY = os.environ.get("VANORT_SECRET_KEY") or read_or_make_secret(VANORT_DATA / "secret")
# The public address decides host names, absolute links and whether cookies may travel over plain HTTP.
VANORT_BASE_URL = os.environ.get("VANORT_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
IS_HTTPS = VANORT_BASE_URL.startswith("https://")
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [h for h in os.environ.get("VANORT_HOSTS", "").split(",") if h] or [
    VANORT_BASE_URL.split("://", 1)[1].split("/")[0].rsplit(":", 1)[0],
    *LOOPBACK,
]
if IS_HTTPS:
    CSRF_TRUSTED_ORIGINS = [VANORT_BASE_URL]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The house, lowest room first; Django and Wagtail after it so that our templates win.
INSTALLED_APPS = [
    "vanort.accounts",
    "vanort.changes",
    "vanort.media",
    "vanort.theme",
    "vanort.places",
    "vanort.contacts",
    "vanort.followup",
    "vanort.relations",
    "vanort.pages",
    "vanort.publishing",
    "vanort.desk",
    "vanort.demo_town",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "vanort.urls"
WSGI_APPLICATION = "vanort.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _databases(url: str) -> dict:
    """`default` for editors; `snapshot`, the same database, from which the publisher reads one consistent state.

    SQLite: `default` takes the write lock at BEGIN (two editors queue instead of failing), `snapshot` is
    deferred so that reading blocks nobody. PostgreSQL: `snapshot` is repeatable read.
    """
    default = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    snapshot = {**default}
    if default["ENGINE"].endswith("sqlite3"):
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
        default["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        snapshot["OPTIONS"] = {"timeout": 20, "init_command": pragmas}
    else:
        from psycopg import IsolationLevel

        snapshot["OPTIONS"] = {"isolation_level": IsolationLevel.REPEATABLE_READ}
    snapshot["TEST"] = {"MIRROR": "default"}
    return {"default": default, "snapshot": snapshot}


DATABASES = _databases(os.environ.get("DATABASE_URL") or f"sqlite:///{VANORT_DATA / 'vanort.sqlite3'}")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": _VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

# Wrong sign-ins: five for one name from one address, then a rest of fifteen minutes.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "vanort.desk.sign_in.locked_out"
AXES_CLIENT_IP_CALLABLE = "vanort.desk.sign_in.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
TIME_ZONE = os.environ.get("VANORT_TIME_ZONE", "Europe/Stockholm")
USE_TZ = True
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE, "UTC"]

# Everything that sets a cookie lives under one prefix, and so do the cookies.
EDITORS_PREFIX = "/redigera/"
STATIC_URL = EDITORS_PREFIX + "static/"
MEDIA_URL = EDITORS_PREFIX + "media/"
MEDIA_ROOT = VANORT_DATA / "media"
_SECURE = "__Secure-" if IS_HTTPS else ""
SESSION_COOKIE_NAME = f"{_SECURE}vanort-session"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = EDITORS_PREFIX
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = f"{_SECURE}vanort-csrf"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the preview panel frames our own pages

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    },
}

WAGTAIL_SITE_NAME = "Vänort"
WAGTAILADMIN_BASE_URL = VANORT_BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
WAGTAILIMAGES_IMAGE_FORM_BASE = "vanort.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "txt"]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("VANORT_LOG_LEVEL", "WARNING")},
}
