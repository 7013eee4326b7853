"""The bridge between allauth (which enrols and checks the code) and django-otp (which gates every staff page)."""

from allauth.mfa.models import Authenticator
from django.db import models
from django_otp.models import Device


class SecondFactorDevice(Device):
    """One allauth authenticator, as django-otp sees it. Holds no secret of its own."""

    authenticator = models.OneToOneField(Authenticator, on_delete=models.CASCADE, related_name="device")

    def verify_token(self, token: str) -> bool:
        """Whether the code is right, as allauth judges it."""
        return bool(self.authenticator.wrap().validate_code(token))
