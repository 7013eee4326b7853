"""The officers' board and the page of one request."""

from django.urls import path

from access_requests.views import desk

urlpatterns = [
    path("work/requests/", desk.board, name="board"),
    path("work/requests/how-are-you/", desk.how_are_you, name="how_are_you"),
    path("work/requests/how-are-you/<uuid:pk>/", desk.say_how_i_am, name="say_how_i_am"),
    path("work/requests/<uuid:pk>/", desk.request_, name="request"),
    path("work/requests/<uuid:pk>/officer/", desk.name_officer, name="name_officer"),
    path("work/requests/<uuid:pk>/talked/", desk.record_contact, name="record_contact"),
    path("work/requests/<uuid:pk>/search/", desk.begin_search, name="begin_search"),
    path("work/requests/<uuid:pk>/put-together/", desk.begin_gathering, name="begin_gathering"),
    path("work/requests/<uuid:pk>/search-again/", desk.back_to_search, name="back_to_search"),
    path("work/requests/<uuid:pk>/read-by-two/", desk.share_reading, name="share_reading"),
    path("work/requests/<uuid:pk>/stop/", desk.stop_request, name="stop_request"),
    path("work/requests/<uuid:pk>/pass-on/", desk.other_route, name="other_route"),
]
