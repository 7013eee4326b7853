"""Addresses of staff's pages, below /work/. Each holds at most a random id: no name and no number of a child."""

from django.urls import path

from people.views import allocation, cover, staff_people, teams
from portal.views.staff import child, desk, disposing, emergency, entry, inviting, opening, tasks, writing

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("children/", child.children, name="children"),
    path("children/<uuid:child_id>/", child.child, name="child"),
    path("children/<uuid:child_id>/about-me-read/", child.child_about_me_read, name="child_about_me_read"),
    path("children/<uuid:child_id>/known/<uuid:connection_id>/", child.confirm_known, name="confirm_known"),
    path("children/<uuid:child_id>/opening/", opening.opening, name="opening"),
    path("children/<uuid:child_id>/opening/open/", opening.open_ticked, name="open_ticked"),
    path("children/<uuid:child_id>/invite/", inviting.invite, name="invite"),
    path("children/<uuid:child_id>/invite/code/", inviting.join_code, name="join_code"),
    path("children/<uuid:child_id>/invite/code/<uuid:code_id>/cancel/", inviting.cancel_code, name="cancel_join_code"),
    path("children/<uuid:child_id>/invite/close/", inviting.close, name="close_way_in"),
    path("children/<uuid:child_id>/why/", writing.why, name="write_why"),
    path("children/<uuid:child_id>/pen-picture/", writing.pen_picture, name="write_pen_picture"),
    path("entries/<uuid:entry_id>/", entry.entry, name="staff_entry"),
    path("entries/<uuid:entry_id>/preview/", entry.preview, name="entry_preview"),
    path("entries/<uuid:entry_id>/open/", entry.open_it, name="entry_open"),
    path("entries/<uuid:entry_id>/told/", entry.tell, name="entry_told"),
    path("entries/<uuid:entry_id>/hold/", entry.hold, name="entry_hold"),
    path("entries/<uuid:entry_id>/withhold/", entry.withhold, name="entry_withhold"),
    path("entries/<uuid:entry_id>/withhold/confirm/", entry.confirm, name="entry_confirm_withholding"),
    path("entries/<uuid:entry_id>/withhold/return/", entry.give_back, name="entry_return_withholding"),
    path("entries/<uuid:entry_id>/plain/", entry.write_plainly, name="entry_plain"),
    path("tasks/<uuid:task_id>/", tasks.task, name="task"),
    path("disposals/<uuid:proposal_id>/", disposing.disposal, name="disposal"),
    path("emergency/", emergency.find, name="emergency"),
    path("emergency/<uuid:child_id>/", emergency.take, name="emergency_take"),
    path("staff/", staff_people.people, name="staff_people"),
    path("staff/add/", staff_people.add, name="staff_add"),
    path("staff/<uuid:user_id>/", staff_people.person, name="staff_person"),
    path("staff/<uuid:user_id>/close/", staff_people.close, name="staff_close"),
    path("staff/<uuid:user_id>/sign-in/", staff_people.reset, name="staff_reset_sign_in"),
    path("teams/", teams.teams, name="teams"),
    path("allocation/", allocation.allocation, name="allocation"),
    path("allocation/<uuid:child_id>/", allocation.child, name="allocate"),
    path("allocation/ties/<uuid:tie_id>/end/", allocation.end, name="end_allocation"),
    path("cover/", cover.cover, name="cover"),
    path("cover/<uuid:cover_id>/end/", cover.end, name="end_cover"),
]
