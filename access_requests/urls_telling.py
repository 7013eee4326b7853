"""Following a request, its letters and its messages: signed in, with a reference and a code, and for staff."""

from django.urls import path

from access_requests.views import letters, telling, tracker

urlpatterns = [
    path("my-file/<uuid:pk>/", tracker.my_request, name="my_request"),
    path("my-file/<uuid:pk>/write/", tracker.my_request_write, name="my_request_write"),
    path("my-file/<uuid:pk>/stop/", tracker.my_request_stop, name="my_request_stop"),
    path("my-file/questions/<uuid:pk>/", tracker.my_answer, name="my_answer"),
    path("my-file/letters/<uuid:pk>/", letters.my_letter, name="my_letter"),
    path("my-file/letters/<uuid:pk>/file/", letters.my_letter_file, name="my_letter_file"),
    path("ask/status/", tracker.status, name="status"),
    path("ask/status/write/", tracker.status_write, name="status_write"),
    path("ask/status/stop/", tracker.status_stop, name="status_stop"),
    path("ask/status/questions/<uuid:pk>/", tracker.status_answer, name="status_answer"),
    path("ask/status/letters/<uuid:pk>/", letters.status_letter, name="status_letter"),
    path("ask/status/letters/<uuid:pk>/file/", letters.status_letter_file, name="status_letter_file"),
    path("work/requests/<uuid:pk>/write/", telling.write_to_requester, name="write_to_requester"),
    path("work/requests/<uuid:pk>/letter/", telling.send_letter, name="send_letter"),
    path("work/requests/letters/<uuid:pk>/", telling.staff_letter, name="staff_letter"),
    path("work/requests/letters/<uuid:pk>/file/", letters.staff_letter_file, name="staff_letter_file"),
    path("work/requests/letters/<uuid:pk>/left/", telling.letter_posted, name="letter_posted"),
]
