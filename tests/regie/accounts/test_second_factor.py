"""A second factor: its secrets sealed, its codes limited."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.db import connection
from django.urls import reverse

from regie.accounts.qr import qr_path
from tests.factories import a_person

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"
SECRET = "JBSWY3DPEHPK3PXP"


def code_now():
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


def with_an_app(name="noor"):
    """Someone whose sign-in asks for a code."""
    person = a_person(name)
    TOTP.activate(person, SECRET)
    return person


def sign_in(client):
    """The answer to the right name and password."""
    return client.post(reverse("account_login"), {"login": "noor", "password": PASSWORD})


def test_the_secret_of_an_app_is_sealed_in_the_table():
    with_an_app()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        assert SECRET not in str(cursor.fetchall())


def test_the_password_alone_does_not_open(client):
    with_an_app()
    assert sign_in(client)["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("accounts:account")).status_code == 302


def test_the_code_opens(client):
    with_an_app()
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": code_now()}).status_code == 302
    assert client.get(reverse("accounts:account")).status_code == 200


def test_guessing_codes_is_limited(client):
    with_an_app()
    sign_in(client)
    pages = [client.post(reverse("mfa_authenticate"), {"code": "000000"}) for _ in range(11)]
    assert client.post(reverse("mfa_authenticate"), {"code": code_now()}).status_code != 302
    assert pages[0].status_code == 200


def test_turning_the_app_on_asks_for_the_password_and_shows_a_picture_of_our_own(client):
    client.force_login(a_person())
    assert reverse("account_reauthenticate") in client.get(reverse("mfa_activate_totp"))["Location"]
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert '<svg class="qr" viewBox="0 0 100 100"' in page
    assert "data:image" not in page
    assert "style=" not in page


def test_turning_the_app_on_gives_ten_codes_to_keep(client):
    client.force_login(a_person())
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now()}, follow=True)
    page = answer.content.decode()
    assert "<h1>Bewaar deze codes</h1>" in page
    assert page.split('<ul class="codes">')[1].split("</ul>")[0].count("<li>") == 10
    seed = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).data["seed"]
    assert seed.startswith("gAAAA")


def test_a_recovery_code_works_once(client):
    person = with_an_app()
    client.force_login(person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_generate_recovery_codes"))
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    client.post(reverse("account_logout"))
    for is_right in (True, False):
        sign_in(client)
        answer = client.post(reverse("mfa_authenticate"), {"code": code})
        assert (answer.status_code == 302) == is_right
        client.post(reverse("account_logout"))


def test_a_picture_has_no_dark_part_outside_and_none_twice():
    path = qr_path("otpauth://totp/noor?secret=JBSWY3DPEHPK3PXP&issuer=Regie")
    starts = [part.split("h")[0] for part in path.split("M")[1:]]
    assert len(starts) == len(set(starts))
    assert all(0 <= float(number) <= 100 for start in starts for number in start.split())
