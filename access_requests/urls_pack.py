"""Reading the pack, the second check, giving the answer, and the reading room."""

from django.urls import path

from access_requests.views import answering, pack

PACK = "work/requests/<uuid:pk>/pack/"

urlpatterns = [
    path(PACK, pack.pack, name="pack"),
    path(f"{PACK}begin/", pack.begin, name="begin_reading"),
    path(f"{PACK}carry-over/", pack.carry_over, name="carry_over"),
    path(f"{PACK}conflicts/", pack.conflicts, name="pack_conflicts"),
    path(f"{PACK}propose/", answering.propose, name="propose_answer"),
    path(f"{PACK}take-back/", answering.take_back, name="take_back_proposal"),
    path(f"{PACK}check/", answering.check, name="check_pack"),
    path(f"{PACK}check/agree/", answering.countersign, name="countersign"),
    path(f"{PACK}check/send-back/", answering.send_back, name="send_back"),
    path(f"{PACK}give/", answering.release, name="release"),
    path(f"{PACK}<uuid:item_id>/", pack.item, name="pack_item"),
    path(f"{PACK}<uuid:item_id>/say/", pack.say, name="say_of_item"),
    path(f"{PACK}<uuid:item_id>/hold/", pack.hold, name="hold_item"),
    path(f"{PACK}<uuid:item_id>/give-alike/", pack.give_alike, name="give_alike"),
    path(f"{PACK}<uuid:item_id>/page/<int:number>/", pack.picture, name="pack_picture"),
]
