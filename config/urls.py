"""Every address. Closed unless a view is marked open; a test lists each one for every role."""

from django.urls import include, path

from portal.health import healthz

handler500 = "portal.errors.went_wrong"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("people.urls")),
    path("", include("portal.urls")),
    path("", include("access_requests.urls")),
    path("my-words/", include("stories.urls")),
    path("work/reading/", include("moderation.urls")),
    path("", include("cms.urls")),
]
