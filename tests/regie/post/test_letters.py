"""The words of a reminder."""

import re
from email import message_from_string

import pytest
from django.core import mail
from django.urls import reverse

from regie.post import reminders
from regie.post.models import Kind, Reminder, Subscription
from tests.factories import a_person
from tests.regie.post.people import SUNDAY, a_reader

pytestmark = pytest.mark.django_db


def a_letter(**fields):
    """The message that goes to a reader whose only relation is called Sanne."""
    a_reader(**fields)
    reminders.make_due(SUNDAY)
    reminders.send_due(lambda: SUNDAY)
    return mail.outbox[0]


def stop_url(letter):
    """The path of the stop link, as a mail program finds it."""
    return re.search(r"<https?://[^/]+(/.+)>", letter.extra_headers["List-Unsubscribe"]).group(1)


def test_neither_subject_nor_text_nor_html_holds_a_name():
    letter = a_letter()
    assert letter.subject == "Je bericht van deze week"
    whole = letter.subject + letter.body + letter.alternatives[0].content
    assert "Sanne" not in whole
    assert "noor" not in whole


def test_it_speaks_the_language_of_the_person():
    letter = a_letter(language="en")
    assert letter.subject == "Your note for this week"
    assert "Something waits in Regie that you asked for." in letter.body
    assert "/en/" in letter.body


def test_text_and_html_say_the_same():
    letter = a_letter()
    html = re.sub(r"<title>.*?</title>|<[^>]+>", " ", letter.alternatives[0].content)
    for sentence in ("Er staat iets klaar in Regie waar je om vroeg.", "Dan hoef je niets te doen.", "088 0767 000"):
        assert sentence in letter.body
        assert sentence in " ".join(html.split())


def test_there_is_no_picture_no_pixel_and_nothing_from_elsewhere():
    html = a_letter().alternatives[0].content
    assert not re.search(r"<(img|link|script|style)|style=|url\(", html)
    assert set(re.findall(r'href="(https?://[^/"]+)', html)) == {"http://127.0.0.1:8000"}


def test_one_link_and_a_way_to_stop():
    html = a_letter().alternatives[0].content
    assert len(re.findall("<a ", html)) == 2


def test_a_mail_program_can_stop_it_in_one_click(client):
    letter = a_letter()
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    answer = client.post(stop_url(letter), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscription.objects.get().is_on


def test_looking_at_the_stop_page_stops_nothing(client):
    page = client.get(stop_url(a_letter()))
    assert "Deze berichten stoppen?" in page.content.decode()
    assert Subscription.objects.get().is_on


@pytest.mark.parametrize("token", ["onzin", "MQ:1abc:xyz", "1"])
def test_a_made_up_stop_link_is_not_found(client, token):
    a_reader()
    assert client.post(reverse("post:stop", args=[token])).status_code == 404
    assert Subscription.objects.get().is_on


def test_a_stop_link_of_someone_who_is_gone_is_not_found(client):
    url = stop_url(a_letter())
    a_person("yusuf")
    Subscription.objects.get().owner.delete()
    assert client.post(url).status_code == 404


def test_stopping_one_kind_leaves_the_other(client):
    letter = a_letter()
    owner = Subscription.objects.get().owner
    from regie.post.subscriptions import subscribe

    subscribe(owner, Kind.REMINDER, hour=9, weekday=None, now=SUNDAY)
    client.post(stop_url(letter))
    assert {s.kind: s.is_on for s in Subscription.objects.all()} == {"digest": False, "reminder": True}


def test_it_is_a_sound_message_named_after_its_row():
    letter = a_letter()
    message = message_from_string(letter.message().as_string())
    assert message["Message-ID"] == f"<{Reminder.objects.get().token}@127.0.0.1>"
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]
