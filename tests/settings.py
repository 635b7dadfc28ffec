"""The shipped settings, made quick for tests: plain static files and a fast password hasher."""

import os
import tempfile

os.environ.setdefault("LOCAL", "1")
os.environ["DEBUG"] = "0"
os.environ.setdefault("VAR", tempfile.mkdtemp(prefix="regie-tests-"))

from regie.settings import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
LOGGING["loggers"]["regie.request"] = {"level": "INFO"}  # noqa: F405 — at once, and where caplog hears it
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
