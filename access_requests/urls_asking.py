"""Asking for a file: signed in, by the public form, by somebody at the council, for somebody else."""

from django.urls import URLPattern, path

from access_requests.views import asking_mine as mine
from access_requests.views import asking_public as public
from access_requests.views import asking_staff as staff
from access_requests.views.giving_codes import give_code

A_DRAFT = "work/requests/ask/<uuid:draft_id>"

urlpatterns: list[URLPattern] = [
    path("ask/", public.begin, name="ask_begin"),
    path("ask/about/<slug:slug>/", public.step, name="ask_step"),
    path("ask/what-to-expect/", public.expect, name="ask_expect"),
    path("ask/check/", public.check, name="ask_check"),
    path("ask/send/", public.send, name="ask_send"),
    path("ask/sent/", public.sent, name="ask_sent"),
    path("ask/later/", public.later, name="ask_later"),
    path("ask/come-back/", public.come_back, name="ask_come_back"),
    path("ask/throw-away/", public.away, name="ask_away"),
    path("my-file/ask/", mine.begin, name="my_ask_begin"),
    path("my-file/ask/about/<slug:slug>/", mine.step, name="my_ask_step"),
    path("my-file/ask/what-to-expect/", mine.expect, name="my_ask_expect"),
    path("my-file/ask/check/", mine.check, name="my_ask_check"),
    path("my-file/ask/send/", mine.send, name="my_ask_send"),
    path("my-file/ask/throw-away/", mine.away, name="my_ask_away"),
    path("my-file/sent/<uuid:request_id>/", mine.sent, name="my_ask_sent"),
    path("work/requests/ask/", staff.begin, name="take_down_begin"),
    path("work/requests/ask/for/<uuid:child_id>/", staff.begin_for, name="take_down_for"),
    path("work/requests/taken/<uuid:request_id>/", staff.sent, name="take_down_sent"),
    path("work/requests/<uuid:pk>/code/", give_code, name="give_code"),
    path(f"{A_DRAFT}/about/<slug:slug>/", staff.step, name="take_down_step"),
    path(f"{A_DRAFT}/what-to-expect/", staff.expect, name="take_down_expect"),
    path(f"{A_DRAFT}/check/", staff.check, name="take_down_check"),
    path(f"{A_DRAFT}/send/", staff.send, name="take_down_send"),
    path(f"{A_DRAFT}/throw-away/", staff.away, name="take_down_away"),
]
