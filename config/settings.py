"""One settings file. What differs between installations comes from the environment (`config/env.py`)."""

from urllib.parse import unquote, urlsplit

import django_stubs_ext
from csp.constants import NONE, SELF

from config.env import BASE_DIR, DATA_DIR, PRODUCTION, env, languages, secret

django_stubs_ext.monkeypatch()

SECRET_KEY = secret("SECRET_KEY")
FIELD_KEYS = secret("FIELD_KEYS").split(",")  # newest first: encrypts second-factor secrets (people/encryption.py)
DEBUG = False
DEMONSTRATION = env.bool("OWNSTORY_DEMONSTRATION", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "config.apps.OwnstoryConfig",
    "portal",
    "access_requests",
    "moderation",
    "stories",
    "official_file",
    "people",
    "files",
    "audit",
    "cms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_otp",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "portal.middleware.PrivateResponses",
    "portal.middleware.NotTooLarge",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.ReaderLocale",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "people.second_factor.SecondFactorBridge",
    "allauth.account.middleware.AccountMiddleware",
    "portal.middleware.DomainErrors",
    "portal.middleware.SignInEverywhere",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates", BASE_DIR / "audit"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.every_page",
            ],
        },
    },
]

# --- Database: SQLite in DATA_DIR, or any address Django reaches -------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'ownstory.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;",
    }

# --- Three storages: sealed originals, safe copies, and the public files of the help pages -----------------
STORAGE_URL = env.str("STORAGE_URL", default="")
# Safe copies on S3 are handed out by an address signed for less than a minute; off where browsers do not reach that server
STORAGE_REACHED_BY_BROWSERS = env.bool("STORAGE_REACHED_BY_BROWSERS", default=True)
# The council's own case management system: file:///folder or https://address; empty, what goes there waits (docs/how-to/write-back.md)
WRITE_BACK_URL = env.str("WRITE_BACK_URL", default="")
WRITE_BACK_KEY = env.str("WRITE_BACK_KEY", default="")  # signs what is sent to an address
WRITE_BACK_CA = env.str("WRITE_BACK_CA", default="")  # a file with the council's own certificate authority, if it has one
WRITE_BACK_SECONDS = env.float("WRITE_BACK_SECONDS", default=60.0)  # how long an address may take to answer
SCANNER_URL = env.str("SCANNER_URL", default="")  # clamd://host:port; without it no original is ever handed out
STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(DATA_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_MAX_AGE = 31_536_000
MEDIA_URL = "/cms-media/"
MEDIA_ROOT = DATA_DIR / "cms"


def s3_server(url: str) -> str:
    """Where the S3 server answers, without the keys."""
    address = urlsplit(url)
    return f"{address.scheme.removeprefix('s3+')}://{address.netloc.rpartition('@')[2]}"


def s3_storage(url: str, name: str) -> dict[str, object]:
    """The storage `name` on an S3 server: `url` is `s3+http(s)://KEY:SECRET@host:port/bucket`."""
    address = urlsplit(url)
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "endpoint_url": s3_server(url),
            "access_key": unquote(address.username or ""),
            "secret_key": unquote(address.password or ""),
            "bucket_name": address.path.strip("/"),
            "location": name,
            "addressing_style": "path",
            "signature_version": "s3v4",
            "querystring_expire": 60,
            "file_overwrite": False,
        },
    }


def _storage(name: str) -> dict[str, object]:
    if STORAGE_URL:
        return s3_storage(STORAGE_URL, name)
    if name == "cms":
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_ROOT, "base_url": MEDIA_URL}}
    return {"BACKEND": "files.storages.PrivateFileSystemStorage", "OPTIONS": {"location": DATA_DIR / name}}


STORAGES = {
    "default": _storage("cms"),
    "sealed": _storage("sealed"),
    "safe": _storage("safe"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Who signs in -------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["people.sign_in.SignInBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["username"]}},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "people.sign_in.AccountAdapter"
MFA_ADAPTER = "people.sign_in.SecondFactorAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/5m/ip,5/5m/key",
    "join_code": "20/5m/ip",
    # without an account: begin to ask, come back to it, open a request by reference (key) and code, get a new code
    "ask_for_file": "30/h/ip",
    "draft_code": "20/5m/ip",
    "status_code": "20/5m/ip,10/h/key",
    "new_status_code": "10/h/ip,3/h/key",
    "complaint": "20/h/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Ownstory"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds either way: phones' clocks differ, and people type slowly
MFA_RECOVERY_CODES_SHOW_ONCE = True
OTP_LOGIN_URL = "account_login"
# How many proxies of ours stand in front and add to X-Forwarded-For: tries are counted for each visitor, not for the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1 if PRODUCTION else 0)

SESSION_COOKIE_AGE = 15 * 60  # away for 15 minutes: we close the page to keep it private
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes, like the session: a phone keeps no sign of a visit
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # what was just done is never said in a cookie
CSRF_FAILURE_VIEW = "portal.errors.form_expired"
if PRODUCTION:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LARGEST_FORM = 3_000_000  # bytes: the longest words a draft holds, as they are sent, and a little
LARGEST_PICTURE = 12_000_000  # bytes: a picture for a help page
LARGEST_BROUGHT_IN = 320_000_000  # bytes: what an officer brings in for a request, in one go
LARGEST_ATTACHMENT = 120_000_000  # bytes: several photos or a recording of a young person's, as they are sent from a page without a script
DATA_UPLOAD_MAX_NUMBER_FILES = 500  # of one form: an officer brings in a box of scans

# --- Headers ------------------------------------------------------------------------------------------------
SAFE_COPIES = [s3_server(STORAGE_URL)] if STORAGE_URL and STORAGE_REACHED_BY_BROWSERS else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *SAFE_COPIES, "data:"],
        "media-src": [SELF, *SAFE_COPIES],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("geolocation", "camera", "payment", "usb", "accelerometer", "gyroscope", "browsing-topics")
} | {"microphone": ["self"]}  # for a voice, recorded in the page; the browser asks its owner each time
SECURE_REFERRER_POLICY = "same-origin"  # nothing to other hosts; "no-referrer" would make browsers send Origin: null, which CSRF refuses
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
NEUTRAL_SITE = env.str("NEUTRAL_SITE", default="https://www.bbc.co.uk/weather")  # where "Hide this page" goes

# --- Time and language --------------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True
LANGUAGE_CODE = "en-gb"
LANGUAGES = languages(BASE_DIR / "locale")  # English, and every language that has a catalogue: adding one needs no code
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]

# --- This council -------------------------------------------------------------------------------------------
NATION = env.str("NATION", default="EW")  # EW, SC or NI: decides bank holidays and parts of the law
WORDS_BESIDE_ENTRIES = ("stories.described.words_about_entries",)  # whom the search asks for words kept above the file
SERVICE_NAME = env.str("SERVICE_NAME", default="My story")  # the CMS setting overrules it
COUNCIL_NAME = env.str("COUNCIL_NAME", default="the council")
# Who hears complaints about data for the whole country: the Information Commission takes over when its part of the 2025 Act begins.
REGULATOR_NAME = env.str("REGULATOR_NAME", default="the Information Commissioner")
REGULATOR_WEB = env.str("REGULATOR_WEB", default="ico.org.uk/make-a-complaint")
REGULATOR_PHONE = env.str("REGULATOR_PHONE", default="0303 123 1113")
ACCESS_TEAM_REACH = env.str("ACCESS_TEAM_REACH", default="")  # phone and address of those who look after files, as letters say it
DATA_ABROAD = env.str("DATA_ABROAD", default="")  # how records are safe abroad, in a sentence; empty: they stay in the United Kingdom
SSD_WITH = env.list("SSD_WITH", default=[])  # tables of the dataset that are off unless the council decides otherwise
# A table of the dataset that loses more than this in one night was rather cut off: both have to be reached.
SSD_MOST_GONE_PERCENT = env.int("SSD_MOST_GONE_PERCENT", default=10)
SSD_MOST_GONE_ROWS = env.int("SSD_MOST_GONE_ROWS", default=20)
READING_GRADE = env.float("READING_GRADE", default=6)  # plain words above this school grade are warned about before they are published
PREPARE_DAYS = env.int("PREPARE_DAYS", default=28)  # so many days before a meeting its preparation sheet opens
PAPER_REMINDER_DAYS = env.int("PAPER_REMINDER_DAYS", default=180)  # so many days before a paper of theirs runs out, both are told
SUMMARY_DAYS = env.int("SUMMARY_DAYS", default=20)  # a review's summary is owed to the young person so many working days after it
STALE_AFTER_DAYS = env.int("STALE_AFTER_DAYS", default=3)  # a nightly import that did not come for so many days is late
TOLD_FIRST_DAYS = env.int("TOLD_FIRST_DAYS", default=90)  # a routine fact opens by rule after this many days

WAGTAIL_SITE_NAME = SERVICE_NAME
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "/sign-in/"
WAGTAIL_AUTO_UPDATE_PREVIEW = False
WAGTAILADMIN_NOTIFICATION_USE_HTML = False
_SEARCH = "config.search_sqlite" if DATABASES["default"]["ENGINE"].endswith("sqlite3") else "config.search_postgresql"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": _SEARCH, "SEARCH_CONFIG": "simple"}}  # words as they are, in every language
# Those who ask to be told that something is new, and never what: by e-mail and by text. A newcomer reads both in the terminal.
vars().update(env.email_url("EMAIL_URL", default="dummymail://" if PRODUCTION else "consolemail://"))
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="no-reply@localhost")
SMS_BACKEND = env.str("SMS_BACKEND", default="" if PRODUCTION else "people.telling.sms.ConsoleTexts")
PORTAL_URL = env.str("PORTAL_URL", default="")  # as in https://my.example.gov.uk: named in a message, unless it says what this is about

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # it counts wrong tries: a flood of other names must not push those out
    }
}

# --- Logs: who did what to which path, never what a record says ----------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_record_text": {"()": "config.log_filter.NoRecordText"}},
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_record_text"]}},
    # WeasyPrint writes the letters it finds no font for, and those are somebody's words.
    "loggers": {"weasyprint": {"handlers": [], "level": "CRITICAL", "propagate": False}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
