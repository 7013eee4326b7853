"""Who asks: proof in proportion, whose record it is, asking for another, and the young person's own say."""

from django.urls import path

from access_requests.views import who, who_for, who_mine, who_record

urlpatterns = [
    path("my-file/somebody-asked/<uuid:pk>/", who_mine.my_view, name="my_view"),
    path("work/requests/<uuid:pk>/identity/", who.identity, name="identity"),
    path("work/requests/<uuid:pk>/identity/ask-worker/", who.ask_worker, name="ask_to_vouch"),
    path("work/requests/<uuid:pk>/identity/questions/", who.questions, name="identity_questions"),
    path("work/requests/<uuid:pk>/i-know-them/", who_for.say_i_know, name="vouch"),
    path("work/requests/<uuid:pk>/record/", who_record.find_record, name="find_record"),
    path("work/requests/<uuid:pk>/record/match/", who_record.match_record, name="match_record"),
    path("work/requests/<uuid:pk>/record/none/", who_record.begin_record, name="no_record"),
    path("work/requests/<uuid:pk>/record/another/", who_record.other_person, name="other_person"),
    path("work/requests/<uuid:pk>/authority/", who_for.authority, name="authority"),
    path("work/requests/<uuid:pk>/their-say/", who_for.hear_view, name="hear_view"),
    path("work/requests/<uuid:pk>/their-say/told/", who_for.let_say, name="let_say"),
    path("work/requests/<uuid:pk>/their-say/ask/", who_for.ask_view, name="ask_for_view"),
    path("work/requests/<uuid:pk>/understanding/", who_for.understanding, name="understanding"),
]
