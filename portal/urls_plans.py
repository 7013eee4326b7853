"""Addresses of plans and meetings: a young person's own, and those of staff. No word of a record stands in any."""

from django.urls import path

from portal.views import plans
from portal.views.staff import last_months, meetings, plan_writing

urlpatterns = [
    path("my-plans/", plans.my_plans, name="my_plans"),
    path("my-plans/<uuid:entry_id>/", plans.plan, name="plan"),
    path("my-plans/<uuid:entry_id>/answer/", plans.answer, name="plan_answer"),
    path("work/children/<uuid:child_id>/plan/", plan_writing.new_plan, name="write_plan"),
    path("work/entries/<uuid:entry_id>/plan/", plan_writing.next_version, name="next_plan"),
    path("work/children/<uuid:child_id>/meetings/", meetings.meetings, name="meetings"),
    path("work/meetings/<uuid:meeting_id>/", meetings.meeting, name="meeting"),
    path("work/meetings/<uuid:meeting_id>/told/", meetings.told, name="meeting_told"),
    path("work/meetings/<uuid:meeting_id>/invite/", meetings.invite, name="meeting_invite"),
    path("work/meetings/<uuid:meeting_id>/cancel/", meetings.cancel, name="meeting_cancel"),
    path("work/meetings/<uuid:meeting_id>/summary/", meetings.summary, name="meeting_summary"),
    path("work/children/<uuid:child_id>/last-months/", last_months.last_months, name="last_months"),
]
