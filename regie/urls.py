"""Every address of Regie. Dutch has no prefix, English stands under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from regie import style_page, views
from regie.accounts.admin import site as operators
from regie.guide import views as guide_views
from regie.help import offline
from regie.help import views as help_views
from regie.mydata.views.feed import calendar

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("verder/", help_views.quick_exit, name="quick_exit"),
    path("offline.js", offline.worker, name="offline_worker"),
    path("agenda/<str:secret>.ics", calendar, name="calendar"),
    *i18n_patterns(
        path("", guide_views.home, name="home"),
        path("", include("regie.guide.urls")),
        path(_("about/"), guide_views.reading_page, {"id": "about"}, name="about"),
        path(_("privacy/"), guide_views.reading_page, {"id": "privacy"}, name="privacy"),
        path(_("accessibility/"), guide_views.reading_page, {"id": "accessibility"}, name="accessibility"),
        path("", include("regie.accounts.urls")),
        path("", include("regie.help.urls")),
        path("", include("relations.urls")),
        path("", include("regie.post.urls")),
        path("", include("assessment.urls")),
        path("", include("regie.mydata.urls")),
        prefix_default_language=False,
    ),
]

if settings.DEBUG:
    urlpatterns += i18n_patterns(path("style/", style_page.style_page, name="style"), prefix_default_language=False)

if settings.ADMIN_PATH:
    urlpatterns += [path(f"{settings.ADMIN_PATH}/", operators.urls)]

handler400 = "regie.errors.bad_request"
handler403 = "regie.errors.permission_denied"
handler404 = "regie.errors.page_not_found"
handler429 = "regie.errors.too_many_requests"  # allauth asks for it
handler500 = "regie.errors.server_error"
