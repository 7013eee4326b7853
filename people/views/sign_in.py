"""Signing in and out, with the second step for staff. allauth checks; these views say which form and where next.

second_factor   where a member of staff without a verified session is sent: first a passphrase of their own, then the
                app, or, when the app is already set up, its six numbers
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import LoginView, PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as SecondCodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from people.access import current_user, is_verified
from people.forms.sign_in import EnrolForm, NewPassphraseForm, PassphraseAgainForm, SecondCodeAgainForm, SecondCodeForm, SignInForm
from people.models import User
from people.sign_in import used_a_spare_code

CHOSE_THEIR_OWN = "chose_their_own_words"
View = Callable[..., HttpResponseBase]


class SignIn(LoginView):
    """A name and a passphrase."""

    form_class = SignInForm


class PassphraseAgain(ReauthenticateView):
    """Show that it is still you, with the passphrase."""

    form_class = PassphraseAgainForm


class SecondCode(AuthenticateView):
    """The second step of signing in."""

    form_class = SecondCodeForm


class SecondCodeAgain(SecondCodeAgainView):
    """Show that it is still you, with the app."""

    form_class = SecondCodeAgainForm


class NewPassphrase(PasswordChangeView):
    """Change the passphrase; every other session of this person ends with it."""

    form_class = NewPassphraseForm

    def get_default_success_url(self) -> str:
        """Young people go back to their settings, staff on to their second factor or their desk."""
        return reverse("second_factor") if current_user(self.request).is_staff else reverse("portal:settings")

    def form_valid(self, form: Any) -> HttpResponse:
        """Remember, for this session, that this passphrase is one of their own."""
        response: HttpResponse = super().form_valid(form)
        self.request.session[CHOSE_THEIR_OWN] = True
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say why a new member of staff is asked for it first."""
        user = current_user(self.request)
        return {**super().get_context_data(**kwargs), "first_time": user.is_staff and not _app_is_set_up(user)}


class Enrol(ActivateTOTPView):
    """Set up the app. The first right number counts as the second step of this session."""

    form_class = EnrolForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Store the app, then say to the session that its owner has just shown a right code."""
        response: HttpResponse = super().form_valid(form)
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        record_authentication(self.request, current_user(self.request), "mfa", id=app.pk, type=app.type, reauthenticated=True)
        return response


class App(IndexView):
    """How a member of staff signs in: the app, the spare codes, the passphrase."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say so when this session began with a spare code: the app should be set up again."""
        spare = used_a_spare_code(self.request, current_user(self.request))
        return {**super().get_context_data(**kwargs), "used_a_spare_code": spare}


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """Send a member of staff to the step that is missing before records open."""
    user = _member_of_staff(request)
    if is_verified(user):
        return redirect("portal:desk")
    if _app_is_set_up(user):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': reverse('portal:desk')})}")
    # The first passphrase was somebody else's to know: an account manager's. It is used once.
    return redirect("mfa_activate_totp" if request.session.get(CHOSE_THEIR_OWN) else "account_change_password")


def for_staff(view: View) -> View:
    """Young people have no second factor: for them these pages do not exist."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _member_of_staff(request)
        return view(request, *args, **kwargs)

    return wrapped


def for_enrolling(view: View) -> View:
    """Setting up the app, once the passphrase is their own. With a session that is verified already, allauth answers."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = _member_of_staff(request)
        if not is_verified(user) and (_app_is_set_up(user) or not request.session.get(CHOSE_THEIR_OWN)):
            return redirect("second_factor")
        return view(request, *args, **kwargs)

    return wrapped


def for_verified(view: View) -> View:
    """Changing or ending a second factor needs that second factor, in this session."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_verified(_member_of_staff(request)):
            return redirect("second_factor")
        return view(request, *args, **kwargs)

    return wrapped


def _member_of_staff(request: HttpRequest) -> User:
    user = current_user(request)
    if not user.is_staff:
        raise Http404
    return user


def _app_is_set_up(user: User) -> bool:
    return cast(bool, Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())
