"""Runs that gather: which of them nobody works on any more."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from access_requests.models import Gathering
from files.models import FileReading

STALLED = timedelta(minutes=15)  # without a step: whoever gathered was killed


def stalled(now: datetime) -> QuerySet[Gathering]:
    """Runs whose worker was killed. One that reads a long paper moves on with every page of it."""
    before = now - STALLED
    reading = FileReading.objects.filter(state=FileReading.State.READING, started_at__gte=before)
    alive = Gathering.objects.filter(request__uploads__file__reading__in=reading)
    running = Gathering.objects.filter(state=Gathering.State.RUNNING, moved_at__lt=before)
    return running.exclude(pk__in=alive.values("pk"))
