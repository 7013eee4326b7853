"""Reading the pack, the second check, giving the answer, and the reading room."""

from django.urls import path

from access_requests.views import answering, pack, room

PACK = "work/requests/<uuid:pk>/pack/"
MINE, CODE = "my-file/<uuid:pk>/read/", "ask/status/read/"

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
    path(f"{PACK}print/", answering.print_pack, name="print_pack"),
    path(f"{PACK}<uuid:item_id>/", pack.item, name="pack_item"),
    path(f"{PACK}<uuid:item_id>/say/", pack.say, name="say_of_item"),
    path(f"{PACK}<uuid:item_id>/hold/", pack.hold, name="hold_item"),
    path(f"{PACK}<uuid:item_id>/give-alike/", pack.give_alike, name="give_alike"),
    path(f"{PACK}<uuid:item_id>/page/<int:number>/", pack.picture, name="pack_picture"),
    path(MINE, room.my_room, name="my_room"),
    path(f"{MINE}list/", room.my_room_list, name="my_room_list"),
    path(f"{MINE}search/", room.my_room_search, name="my_room_search"),
    path(f"{MINE}all/", room.my_room_whole, name="my_room_whole"),
    path(f"{MINE}paper/", room.my_room_paper, name="my_room_paper"),
    path(f"{MINE}<uuid:item_id>/", room.my_room_item, name="my_room_item"),
    path(f"{MINE}<uuid:item_id>/page/<int:number>/", room.my_room_picture, name="my_room_picture"),
    path(CODE, room.status_room, name="status_room"),
    path(f"{CODE}list/", room.status_room_list, name="status_room_list"),
    path(f"{CODE}search/", room.status_room_search, name="status_room_search"),
    path(f"{CODE}all/", room.status_room_whole, name="status_room_whole"),
    path(f"{CODE}paper/", room.status_room_paper, name="status_room_paper"),
    path(f"{CODE}<uuid:item_id>/", room.status_room_item, name="status_room_item"),
    path(f"{CODE}<uuid:item_id>/page/<int:number>/", room.status_room_picture, name="status_room_picture"),
]
