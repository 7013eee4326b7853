"""Two people ask for their files: Kerry, signed in, whose request is under way; and Pat, by the public form, whom nobody knows yet."""

from typing import Any

from access_requests.actions.ask import Sent, ask
from access_requests.actions.begin_search import begin_search
from access_requests.actions.name_officer import name_officer
from access_requests.actions.record_contact import record_contact
from access_requests.actions.record_search import Found, record_search
from access_requests.actions.write_message import write_message
from access_requests.models import AccessRequest
from audit.who import Who
from law.working_time import london_day
from portal.management.demonstration.council import Council, read

Route = AccessRequest.Route


def ask_for_files(council: Council) -> None:
    """Both, in the days before today."""
    said = read("requests.json")
    _under_way(council, said["signed_in"])
    at = council.days_ago(said["public_form"]["days_ago"])
    draft = Sent(route=Route.PUBLIC_FORM, answers=said["public_form"]["answers"], contact={"by_code": True})
    ask(draft=draft, by=Who(said["public_form"]["answers"]["name"], "requester"), now=at)


def _under_way(council: Council, said: dict[str, Any]) -> None:
    child, user, officer = council.child(said["child"]), council.account(said["child"]), council.staff[said["officer"]]
    at = council.at_work(said["days_ago"])
    draft = Sent(route=Route.SIGNED_IN, answers=said["answers"], requester=user, child=child, nation=child.nation)
    request = ask(draft=draft, by=user.who(at), now=at)
    day_two = council.at_work(said["days_ago"] - 1)
    request = name_officer(request=request, officer=officer, by=officer, now=day_two)
    request = record_contact(request=request, way="phone", reached=True, by=officer, now=day_two)
    write_message(request=request, text=said["question"], by=officer, now=day_two)
    request = begin_search(request=request, by=officer, now=day_two)
    for slug, (outcome, terms, words) in said["searched"].items():
        found = Found(outcome=outcome, searched_on=london_day(day_two), terms=terms, words=words)
        record_search(search=request.searches.get(source=slug), found=found, by=officer, now=day_two)
