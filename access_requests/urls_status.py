"""Following a request: signed in, and by reference and one-time code."""

from django.urls import URLPattern, path

from access_requests.views import status_door as door

urlpatterns: list[URLPattern] = [
    path("ask/status/door/", door.door, name="status_door"),
    path("ask/status/new-code/", door.new_code, name="new_code"),
    path("ask/status/leave/", door.leave, name="status_leave"),
]
