"""Where was searched, and who was consulted."""

from django.urls import path

from access_requests.views import consulting, searching

urlpatterns = [
    path("work/requests/tried/", searching.tried, name="tried"),
    path("work/requests/<uuid:request_id>/places/", searching.searching, name="searching"),
    path("work/requests/<uuid:request_id>/places/add/", searching.add_place, name="add_place"),
    path("work/requests/<uuid:request_id>/places/several/", searching.several, name="several_places"),
    path("work/requests/<uuid:request_id>/places/here/", searching.own_file, name="search_own_file"),
    path("work/requests/places/<uuid:search_id>/", searching.search, name="search"),
    path("work/requests/places/<uuid:search_id>/ask/", searching.ask, name="ask_to_search"),
    path("work/requests/<uuid:request_id>/others/", consulting.consultations, name="consultations"),
    path("work/requests/others/<uuid:consultation_id>/", consulting.consultation, name="consultation"),
    path("work/requests/others/<uuid:consultation_id>/chase/", consulting.chase, name="chase_consultation"),
]
