"""Complaints, and looking again at an answer."""

from django.urls import path

from access_requests.views import complaining, complaints

A_COMPLAINT = "work/requests/complaints/<uuid:pk>"

urlpatterns = [
    path("ask/complain/", complaining.complain_openly, name="complain"),
    path("ask/complain/sent/", complaining.complain_sent, name="complain_sent"),
    path("ask/status/complain/", complaining.status_complain, name="status_complain"),
    path("ask/status/complaints/<uuid:pk>/", complaining.status_complaint, name="status_complaint"),
    path("ask/status/complaints/<uuid:pk>/take-back/", complaining.status_complaint_back, name="status_complaint_back"),
    path("my-file/complain/", complaining.my_complain, name="my_complain"),
    path("my-file/<uuid:pk>/complain/", complaining.my_request_complain, name="my_request_complain"),
    path("my-file/complaints/<uuid:pk>/", complaining.my_complaint, name="my_complaint"),
    path("my-file/complaints/<uuid:pk>/take-back/", complaining.my_complaint_back, name="my_complaint_back"),
    path("work/requests/complaints/", complaints.complaints, name="complaints"),
    path("work/requests/complaints/take-down/", complaints.take_down, name="take_complaint_down"),
    path(f"{A_COMPLAINT}/", complaints.complaint, name="complaint"),
    path(f"{A_COMPLAINT}/look/", complaints.look, name="look_at_complaint"),
    path(f"{A_COMPLAINT}/give/", complaints.give, name="give_complaint_to"),
    path(f"{A_COMPLAINT}/told/", complaints.told, name="acknowledge_complaint"),
    path(f"{A_COMPLAINT}/progress/", complaints.progress, name="tell_progress"),
    path(f"{A_COMPLAINT}/note/", complaints.note, name="note_on_complaint"),
    path(f"{A_COMPLAINT}/decide/", complaints.decide, name="decide_complaint"),
    path(f"{A_COMPLAINT}/taken-back/", complaints.taken_back, name="complaint_taken_back"),
]
