"""Which of the contents that come with the software have been put in once."""

from django.db import models


class ShippedContent(models.Model):
    """One page, word or helpline that was put in. It is never put in again, so what an editor changed or took away stays so."""

    key = models.CharField(max_length=120, unique=True)
    added_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.key
