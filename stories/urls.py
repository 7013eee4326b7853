"""My words: every address of a young person's own words."""

from django.urls import path

from stories.views import away, media, media_pages, mine, preparing, sending, worried, writing

app_name = "stories"
urlpatterns = [
    path("", mine.my_words, name="list"),
    path("write/", writing.write, name="write"),
    path("taps/", writing.taps, name="taps"),
    path("picture/", media.picture, name="picture"),
    path("voice/", media.voice, name="voice"),
    path("add/", media.add, name="add_media"),
    path("with/<uuid:pk>/", media_pages.media, name="media"),
    path("with/<uuid:pk>/shape/", media_pages.shape, name="shape_picture"),
    path("with/<uuid:pk>/move/", media_pages.move, name="move_media"),
    path("with/<uuid:pk>/throw-away/", media_pages.throw_away, name="throw_media_away"),
    path("with/<uuid:pk>/copy/<slug:form>/", media.attachment_copy, name="attachment_copy"),
    path("save/", writing.save, name="save"),
    path("kept/", away.kept, name="kept"),
    path("meeting/<uuid:meeting_id>/", preparing.prepare, name="prepare"),
    path("meeting/<uuid:meeting_id>/send/", preparing.check_sheet, name="prepare_send"),
    path("meeting/<uuid:meeting_id>/<slug:slug>/", preparing.write_answer, name="prepare_write"),
    path("worried/", worried.worried, name="worried"),
    path("<uuid:pk>/", mine.one, name="one"),
    path("<uuid:pk>/throw-away/", writing.throw, name="throw_away"),
    path("<uuid:pk>/check/", sending.check, name="check"),
    path("<uuid:pk>/send/", sending.send_words, name="send"),
    path("<uuid:pk>/sent/", sending.sent, name="sent"),
    path("<uuid:pk>/take-back/", mine.take_back, name="take_back"),
    path("<uuid:pk>/hide/", mine.hide_it, name="hide"),
    path("<uuid:pk>/hidden/", mine.hidden, name="hidden"),
    path("<uuid:pk>/show/", mine.show_it, name="show"),
    path("<uuid:pk>/look-again/", mine.look_again, name="look_again"),
]
