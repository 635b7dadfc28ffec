"""All settings of Regie, driven by the environment and safe by default.

Without ``LOCAL=1`` this is production: SECRET_KEY, ALLOWED_HOSTS and TEXT_KEYS must be given.
``LOCAL=1`` is for one's own computer: keys are made once in ``var/``, hosts are localhost, no https.
``DEBUG=1`` implies it and is for developing. README.md lists every variable.
"""

import logging
import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR", ROOT / "var"))  # everything that changes: database, keys, collected files


def flag(name: str) -> bool:
    """True when the variable ``name`` is set to something else than nothing or 0."""
    return os.environ.get(name, "0") not in ("", "0")


def words(name: str, default: str = "") -> list[str]:
    """The variable ``name`` as a list; commas part its items."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def kept_key(name: str, make) -> str:
    """A key of one's own computer, made once in ``var/`` (mode 600), so that a restart keeps everyone signed in."""
    path = VAR / name
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(make())
    return path.read_text()


DEBUG = flag("DEBUG")
LOCAL = DEBUG or flag("LOCAL")
IS_HTTPS = not LOCAL

if LOCAL:
    SECRET_KEY = kept_key("secret_key", get_random_secret_key)
    TEXT_KEYS = [kept_key("text_key", lambda: Fernet.generate_key().decode())]
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
else:
    missing = [name for name in ("SECRET_KEY", "ALLOWED_HOSTS", "TEXT_KEYS") if not os.environ.get(name)]
    if missing:
        raise ImproperlyConfigured(f"Set {', '.join(missing)}, or LOCAL=1 on your own computer. See README.md.")
    SECRET_KEY = os.environ["SECRET_KEY"]
    TEXT_KEYS = words("TEXT_KEYS")  # the first seals, all of them open
    ALLOWED_HOSTS = words("ALLOWED_HOSTS")
SECRET_KEY_FALLBACKS = words("SECRET_KEY_FALLBACKS")

QUICK_EXIT_URL = os.environ.get("QUICK_EXIT_URL", "https://www.buienradar.nl/")

ADMIN_PATH = os.environ.get("ADMIN_PATH", "").strip("/")  # where the operator's site is; empty: nowhere

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # else FORM_RENDERER finds no widget template
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "regie",
    "relations",
    "assessment",
]

MIDDLEWARE = [
    "regie.middleware.strict_headers",  # first: also on files, redirects, 400, 404 and 500
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # leaves alone what already has a Content-Encoding
    "regie.public.keep_public_pages",  # inside GZip, else it keeps packed bytes; it answers 304 itself
    "django.middleware.http.ConditionalGetMiddleware",  # outside Common: else a 304 carries Content-Length: 0
    "regie.middleware.closed_by_default",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "regie.middleware.language_by_path",  # instead of LocaleMiddleware, which varies on Accept-Language
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "regie.urls"
WSGI_APPLICATION = "regie.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "regie.templatetags.components"],
        },
    },
]
FORM_RENDERER = "regie.renderers.Renderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "forms"
CRISPY_FAIL_SILENTLY = False

# Databases. One view does at most one write transaction, and only the deeds open one: ATOMIC_REQUESTS stays off,
# since on SQLite each read would take the write lock.
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{VAR / 'regie.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
    # Each thread keeps its connection: opening one costs half a millisecond, and on a full disk it may not be possible,
    # since the first one has to make the write-ahead log. So one can still read then.
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 4, "timeout": 10}}
# The counters of signing in, for all workers. Django would keep 300 and forget the rest: then many wrong names
# would wash away the counter of a right one.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Languages: the path alone decides. Dutch has no prefix.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "regie" / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# Static files: hashed, compressed, immutable.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "regie.storage.ShippedStorage"
    },
}

# Security. Cookie names carry __Host- wherever there is https.
COOKIE_PREFIX = "__Host-" if IS_HTTPS else ""
SESSION_ENGINE = "regie.accounts.sessions"  # rows that know their owner; django.contrib.sessions stays out
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
OUTCOME_COOKIE_NAME = f"{COOKIE_PREFIX}outcome"
CHECK_COOKIE_PREFIX = f"{COOKIE_PREFIX}check-"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "regie.errors.csrf_failure"
CSRF_COOKIE_AGE = None  # gone with the browser
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # a load balancer's probe speaks plain http
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_HANDLERS = ["regie.mydata.uploads.HeldUpload"]  # in memory: a file of names never lies on disk unsealed
FILE_UPLOAD_MAX_MEMORY_SIZE = 11 * 1_048_576  # 10 MB and the form around it
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry names in clear
# The preload list and the subdomains are the operator's decision, not ours.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

AUTH_USER_MODEL = "regie.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "relations:dashboard"
AUTHENTICATION_BACKENDS = ["regie.accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"regie.accounts.passwords.{name}"} for name in ("NotLikeYou", "LongEnough", "NotCommon")
]

# Accounts: a name and a password are enough; an address is optional and never tells who else has it.
ACCOUNT_ADAPTER = "regie.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}  # with "email" an unknown address would cost less time than a known one
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "email"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = ACCOUNT_CHANGE_EMAIL = ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True  # two weeks, Django's default; the list of sign-ins ends one at any time
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SIGNUP_REDIRECT_URL = "accounts:consent_notes"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "30/m/ip,10/5m/key",
    "signup": "20/h/ip",
    "import": "30/h/user",  # ours: reading a large file takes a second of a processor
}
ACCOUNT_FORMS = {
    "login": "regie.accounts.forms.SignInForm",
    "signup": "regie.accounts.forms.SignUpForm",
    "add_email": "regie.accounts.forms.AddressForm",
    "change_password": "regie.accounts.forms.PasswordForm",
    "reset_password": "regie.accounts.forms.ForgottenForm",
    "reset_password_from_key": "regie.accounts.forms.NewPasswordForm",
    "reauthenticate": "regie.accounts.forms.PasswordAgainForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "0"))  # behind one proxy: 1
MFA_ADAPTER = "regie.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Regie"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG  # a passkey needs https, or localhost
MFA_FORMS = {
    "authenticate": "regie.accounts.second_factor.CodeForm",
    "reauthenticate": "regie.accounts.second_factor.CodeAgainForm",
    "activate_totp": "regie.accounts.second_factor.FirstCodeForm",
    "add_webauthn": "regie.accounts.second_factor.PasskeyForm",
    "edit_webauthn": "regie.accounts.second_factor.PasskeyNameForm",
}

# Mail becomes rows; `manage.py send_mail` hands them to MAIL_TRANSPORT. On one's own computer: to the console, at once.
EMAIL_BACKEND = "regie.post.backend.QueueBackend"
MAIL_TRANSPORT = f"django.core.mail.backends.{'console' if LOCAL else 'smtp'}.EmailBackend"
MAIL_AT_ONCE = LOCAL
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_USE_SSL = flag("EMAIL_USE_SSL")
EMAIL_TIMEOUT = 20  # seconds
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000" if LOCAL else f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("MAIL_FROM", f"Regie <regie@{urlsplit(SITE_URL).hostname}>")
UNUSED_ACCOUNT_DAYS = int(os.environ.get("UNUSED_ACCOUNT_DAYS", "0"))  # 730: two years; 0: never erased

# Logs go to standard error, one JSON object a line; nothing in them names a person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "regie.logs.JsonLines"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
        # A line for each request, written a hundred at a time: one by one they cost a kept page a tenth more.
        "requests": {
            "class": "logging.handlers.MemoryHandler",
            "capacity": 100,
            "flushLevel": logging.WARNING,
            "target": "stderr",
        },
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "regie.request": {"handlers": ["requests"], "level": "INFO", "propagate": False},
        "django.request": {"level": "ERROR"},  # what is 4xx stands in the line of regie.request
        "django.security": {"level": "ERROR"},  # its lines quote the host or the address that was refused
    },
}
