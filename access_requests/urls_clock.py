"""What moves the clock of a request."""

from django.urls import path

from access_requests.views import clock

urlpatterns = [
    path("work/requests/<uuid:pk>/time/", clock.time, name="request_time"),
    path("work/requests/<uuid:pk>/time/ask/", clock.ask, name="ask_question"),
    path("work/requests/<uuid:pk>/time/more/", clock.more_time, name="extend_request"),
    path("work/requests/<uuid:pk>/time/keep/", clock.fact, name="keep_fact"),
    path("work/requests/time/<uuid:pk>/answered/", clock.answer, name="answer_question"),
    path("work/requests/time/<uuid:pk>/wrong/", clock.take_out, name="take_out_fact"),
]
