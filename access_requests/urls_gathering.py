"""Gathering the pack, bringing files in, and putting it in order."""

from django.urls import path

from access_requests.views import gathered, thing

THING = "work/requests/thing/<uuid:pk>/"

urlpatterns = [
    path("work/requests/bring-in/<uuid:pk>/", gathered.bring, name="bring_in"),
    path("work/requests/file/<uuid:pk>/leave/", gathered.leave, name="leave_upload"),
    path("work/requests/<uuid:pk>/gathered/", gathered.gathered, name="gathered"),
    path("work/requests/<uuid:pk>/gathered/start/", gathered.gather, name="gather"),
    path(THING, thing.thing, name="thing"),
    path(f"{THING}place/", thing.place, name="place_thing"),
    path(f"{THING}aside/", thing.aside, name="set_thing_aside"),
    path(f"{THING}back/", thing.back, name="take_thing_back"),
    path(f"{THING}apart/", thing.part, name="part_thing"),
    path(f"{THING}together/", thing.join, name="join_thing"),
    path(f"{THING}unfold/", thing.unfold, name="unfold_thing"),
    path(f"{THING}same/<uuid:into>/", thing.fold, name="fold_thing"),
]
