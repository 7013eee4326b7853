"""Addresses of what a young person says and is asked: this is wrong, may we share this, my papers, letters, who can see. Random ids."""

from django.urls import path

from portal.views import said_wrong
from portal.views.staff import said_wrong as staff_said_wrong

urlpatterns = [
    path("said-wrong/<uuid:said_id>/again/", said_wrong.again, name="wrong_again"),
    path("work/tasks/<uuid:task_id>/wrong/", staff_said_wrong.answer, name="answer_wrong"),
    path("work/tasks/<uuid:task_id>/wrong/longer/", staff_said_wrong.longer, name="wrong_longer"),
    path("work/tasks/<uuid:task_id>/wrong/somebody-else/", staff_said_wrong.hand_over, name="hand_over_wrong"),
]
