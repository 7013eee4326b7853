"""Addresses of pace: open, set aside, never see, keep the place, read together. No word of a record stands in any."""

from django.urls import path

from portal.views import pace, reading_together
from portal.views.staff import read_together

urlpatterns = [
    path("my-story/<uuid:entry_id>/open/", pace.open_it, name="entry_open_it"),
    path("my-story/<uuid:entry_id>/not-now/", pace.not_now, name="entry_not_now"),
    path("my-story/<uuid:entry_id>/after-all/", pace.after_all, name="entry_after_all"),
    path("my-story/<uuid:entry_id>/place/", pace.place, name="entry_place"),
    path("my-story/<uuid:entry_id>/with-my-worker/", reading_together.with_my_worker, name="entry_company"),
    path("my-story/<uuid:entry_id>/alone/", reading_together.alone, name="entry_alone"),
    path("what-i-set-aside/", pace.set_aside_list, name="set_aside"),
    path("what-i-never-see/", pace.never, name="never"),
    path("take-a-break/", pace.take_a_break, name="take_a_break"),
    path("reading-together/", reading_together.together, name="reading_together"),
    path("reading-together/end/", reading_together.end, name="end_reading_together"),
    path("before-you-hide/", pace.before_you_hide, name="before_you_hide"),
    path("work/children/<uuid:child_id>/read-together/", read_together.read_together, name="read_together"),
    path("work/children/<uuid:child_id>/read-together/end/", read_together.end, name="read_together_end"),
]
