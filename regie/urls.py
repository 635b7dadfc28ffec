"""Every address of Regie. Dutch has no prefix, English stands under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from regie import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    *i18n_patterns(
        prefix_default_language=False,
    ),
]

handler400 = "regie.errors.bad_request"
handler403 = "regie.errors.permission_denied"
handler404 = "regie.errors.page_not_found"
handler429 = "regie.errors.too_many_requests"  # allauth asks for it
handler500 = "regie.errors.server_error"
