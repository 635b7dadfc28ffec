"""Who is signed in: ``AUTHENTICATION_BACKENDS``."""

from allauth.account.auth_backends import AuthenticationBackend

from regie.accounts.models import User
from regie.prepared import prepared


class Backend(AuthenticationBackend):
    """django-allauth's way to sign in."""

    def get_user(self, user_id):
        """The account of a session, which each page asks for; None when it is gone or closed."""
        found = people_with(pk=user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None


@prepared
def people_with(pk: int):
    """The one account with this number, if any."""
    return User.objects.filter(pk=pk)
