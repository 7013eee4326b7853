"""The reading desk: one address for each verb."""

from django.urls import path

from moderation.views import desk, reading, way_back

app_name = "moderation"
urlpatterns = [
    path("", desk.queue, name="queue"),
    path("<uuid:pk>/", reading.read, name="reading"),
    path("<uuid:pk>/start/", reading.start, name="claim"),
    path("<uuid:pk>/put-back/", reading.put_back, name="release"),
    path("<uuid:pk>/file/", reading.file_it, name="file_words"),
    path("<uuid:pk>/talk/", reading.talk, name="talk_first"),
    path("<uuid:pk>/limit/", reading.limit, name="propose_limit"),
    path("<uuid:pk>/cannot-add/", reading.refuse, name="propose_not_adding"),
    path("<uuid:pk>/answer/", reading.answer, name="reply"),
    path("<uuid:pk>/note/", reading.note, name="add_note"),
    path("<uuid:pk>/keep/", reading.keep, name="keep_reply"),
    path("<uuid:pk>/confirm/", reading.confirm, name="confirm_proposal"),
    path("<uuid:pk>/send-back/", reading.send_back, name="return_proposal"),
    path("<uuid:pk>/way-back/", way_back.again, name="send_again"),
]
