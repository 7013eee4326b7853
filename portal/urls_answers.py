"""Addresses of what a young person says and is asked: this is wrong, may we share this, my papers, letters, who can see. Random ids."""

from django.urls import path

from portal.views import about_parts, letters, said_wrong, sharing_questions, who_can_see
from portal.views.staff import identity_papers, looking_over, writing
from portal.views.staff import said_wrong as staff_said_wrong
from portal.views.staff import sharing_questions as staff_sharing_questions

urlpatterns = [
    path("said-wrong/<uuid:said_id>/again/", said_wrong.again, name="wrong_again"),
    path("work/tasks/<uuid:task_id>/wrong/", staff_said_wrong.answer, name="answer_wrong"),
    path("work/tasks/<uuid:task_id>/wrong/longer/", staff_said_wrong.longer, name="wrong_longer"),
    path("work/tasks/<uuid:task_id>/wrong/somebody-else/", staff_said_wrong.hand_over, name="hand_over_wrong"),
    path("before-we-share/", sharing_questions.consents, name="consents"),
    path("before-we-share/<uuid:asked_id>/", sharing_questions.question, name="sharing_question"),
    path("my-letters/", letters.letters, name="letters"),
    path("my-letters/<uuid:entry_id>/", letters.letter, name="letter"),
    path("my-papers/ask/", letters.ask_paper, name="ask_for_paper"),
    path("about-me/more/", about_parts.about_part, name="about_part"),
    path("who-can-see/", who_can_see.who_can_see, name="who_can_see"),
    path("work/children/<uuid:child_id>/asked-before/", staff_sharing_questions.asked_before, name="asked_before"),
    path("work/asked/<uuid:asked_id>/", staff_sharing_questions.question, name="question_asked"),
    path("work/asked/<uuid:asked_id>/take-back/", staff_sharing_questions.withdraw, name="withdraw_question"),
    path("work/children/<uuid:child_id>/papers/", identity_papers.identity_papers, name="identity_papers"),
    path("work/children/<uuid:child_id>/letter/", writing.letter, name="write_letter"),
    path("work/look-over/", looking_over.look_over, name="look_over"),
]
