"""The young person's pages, and the pages of staff that cross apps."""

from django.urls import include, path

from portal.views import around_me, copying, design, entry, helping, home, joining, kept_back, leaving, paper, searching, settings, story

app_name = "portal"
urlpatterns = [
    path("", home.front_door, name="home"),
    path("hide/", leaving.hide, name="hide"),
    path("help-and-people/", helping.people_to_talk_to, name="help"),
    path("getting-back-in/", helping.forgotten, name="forgotten"),
    path("join/", joining.code, name="join"),
    path("join/name/", joining.name, name="join_name"),
    path("welcome/", joining.welcome, name="welcome"),
    path("about-me/", home.about_me, name="about_me"),
    path("my-story/", story.my_story, name="my_story"),
    path("my-story/new/", story.newly, name="newly_open"),
    path("my-story/ask/<uuid:entry_id>/", story.ask_chapter, name="ask_chapter"),
    path("my-story/search/", searching.search, name="search"),
    path("why/", story.why, name="why"),
    path("my-story/<uuid:entry_id>/", entry.entry, name="entry"),
    path("my-story/<uuid:entry_id>/wrong/", entry.wrong, name="entry_wrong"),
    path("my-story/<uuid:entry_id>/talk/", entry.talk, name="entry_talk"),
    path("my-story/<uuid:entry_id>/not-me/", entry.not_me, name="entry_not_me"),
    path("my-story/<uuid:entry_id>/paper/", paper.own_paper, name="paper"),
    path("my-story/<uuid:entry_id>/paper/sound/", paper.own_sound, name="paper_sound"),
    path("my-story/<uuid:entry_id>/paper/<int:number>/picture/", paper.own_picture, name="paper_picture"),
    path("my-story/<uuid:entry_id>/paper/<int:number>/small/", paper.own_small_picture, name="paper_small"),
    path("not-shown/<uuid:sharing_id>/look-again/", kept_back.again, name="kept_back_again"),
    path("not-shown/<uuid:sharing_id>/talk/", kept_back.talk, name="kept_back_talk"),
    path("my-people/", around_me.my_people, name="my_people"),
    path("my-people/<uuid:connection_id>/", around_me.my_person, name="my_person"),
    path("what-we-call-you/", around_me.what_we_call_you, name="what_we_call_you"),
    path("my-papers/", around_me.my_papers, name="my_papers"),
    path("who-has-looked/", around_me.who_has_looked, name="who_has_looked"),
    path("what-i-asked/", around_me.answers, name="answers"),
    path("my-whole-file/", around_me.whole_file, name="ask_for_my_file"),
    path("settings/", settings.settings, name="settings"),
    path("my-copy/", copying.my_copy, name="my_copy"),
    path("design/", design.design, name="design"),
    path("work/", include("portal.urls_staff")),
]
