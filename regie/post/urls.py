"""The addresses of messages by mail."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from regie.post import views

app_name = "post"
urlpatterns = [
    path(_("my/messages/"), views.messages, name="messages"),
    path(_("my/messages/example/"), views.example, name="example"),
    path(_("messages/stop/<token>/"), views.stop, name="stop"),
]
