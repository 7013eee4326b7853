"""The reading desk: one address for each verb."""

from django.urls import path

from moderation.views import around, desk, flags, image_report, interpreting, reading, saved, way_back

app_name = "moderation"
urlpatterns = [
    path("", desk.queue, name="queue"),
    path("saved/", saved.saved_replies, name="saved_replies"),
    path("saved/<uuid:pk>/", saved.saved_reply, name="saved_reply"),
    path("saved/<uuid:pk>/throw-away/", saved.throw_away, name="throw_away_saved_reply"),
    path("with/<uuid:pk>/copy/<slug:form>/", around.attachment_copy, name="attachment_copy"),
    path("with/<uuid:pk>/write-down/", around.write_down, name="describe"),
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
    path("<uuid:pk>/begin-with/", around.begin_with, name="begin_with"),
    path("<uuid:pk>/hand-over/", around.pass_on, name="hand_over"),
    path("<uuid:pk>/ask-manager/", around.ask_manager, name="escalate"),
    path("<uuid:pk>/flag/", flags.say_what_came, name="answer_flags"),
    path("<uuid:pk>/worry/", flags.worry, name="raise_worry"),
    path("<uuid:pk>/not-understood/", interpreting.ask, name="ask_for_interpreter"),
    path("<uuid:pk>/understood/", interpreting.understood, name="understood"),
    path("<uuid:pk>/meaning/", interpreting.meaning, name="meaning"),
    path("picture/<uuid:pk>/report/", image_report.report, name="report_image"),
    path("picture-report/<uuid:pk>/", image_report.route, name="image_report"),
    path("<uuid:pk>/confirm/", reading.confirm, name="confirm_proposal"),
    path("<uuid:pk>/send-back/", reading.send_back, name="return_proposal"),
    path("<uuid:pk>/way-back/", way_back.again, name="send_again"),
]
