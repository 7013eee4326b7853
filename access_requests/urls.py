"""Every address of access requests, by what one does there."""

from access_requests import (
    urls_asking,
    urls_breaches,
    urls_clock,
    urls_complaints,
    urls_desk,
    urls_gathering,
    urls_oversight,
    urls_pack,
    urls_searching,
    urls_status,
    urls_telling,
    urls_who,
)

app_name = "access_requests"
urlpatterns = [
    *urls_asking.urlpatterns,
    *urls_status.urlpatterns,
    *urls_who.urlpatterns,
    *urls_clock.urlpatterns,
    *urls_desk.urlpatterns,
    *urls_telling.urlpatterns,
    *urls_searching.urlpatterns,
    *urls_gathering.urlpatterns,
    *urls_pack.urlpatterns,
    *urls_complaints.urlpatterns,
    *urls_oversight.urlpatterns,
    *urls_breaches.urlpatterns,
]
