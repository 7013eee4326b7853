"""Signing in and out. The names are allauth's, because it looks pages up by them; only what we offer is here.

What allauth asks the address of, and we do not offer (signing up, e-mail, resetting by mail), answers 404.
"""

from allauth.account.views import account_inactive, logout
from allauth.mfa.recovery_codes.views import generate_recovery_codes, view_recovery_codes
from allauth.mfa.totp.views import deactivate_totp
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from people.access import not_found
from people.views import sign_in

nothing = login_not_required(not_found)

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-out/", logout, name="account_logout"),
    path("sign-in/closed/", account_inactive, name="account_inactive"),
    path("sign-in/again/", sign_in.PassphraseAgain.as_view(), name="account_reauthenticate"),
    path("passphrase/", sign_in.NewPassphrase.as_view(), name="account_change_password"),
    path("second-factor/", sign_in.second_factor, name="second_factor"),
    path("sign-in/second-code/", sign_in.SecondCode.as_view(), name="mfa_authenticate"),
    path("sign-in/second-code/again/", sign_in.for_staff(sign_in.SecondCodeAgain.as_view()), name="mfa_reauthenticate"),
    path("second-factor/app/", sign_in.for_staff(sign_in.App.as_view()), name="mfa_index"),
    path("second-factor/app/set-up/", sign_in.for_enrolling(sign_in.Enrol.as_view()), name="mfa_activate_totp"),
    path("second-factor/app/stop/", sign_in.for_verified(deactivate_totp), name="mfa_deactivate_totp"),
    path("second-factor/spare-codes/", sign_in.for_verified(view_recovery_codes), name="mfa_view_recovery_codes"),
    path("second-factor/spare-codes/new/", sign_in.for_verified(generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("not-offered/signing-up/", nothing, name="account_signup"),
    path("not-offered/e-mail/", nothing, name="account_email"),
    path("not-offered/passphrase/", nothing, name="account_set_password"),
    path("not-offered/passphrase/reset/", nothing, name="account_reset_password"),
]
