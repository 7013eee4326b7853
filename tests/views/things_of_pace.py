"""Of Amara's: an entry she set aside, and one she wants to read only with her worker there."""

from datetime import date
from uuid import UUID

from official_file.actions.ask_for_company import ask_for_company
from official_file.actions.set_aside import set_aside
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry


def at_her_own_pace(cast: Cast) -> dict[str, tuple[UUID, ...]]:
    """Both, by the name of the thing."""
    aside, company = (an_entry(cast.amara, "home", date(year, 3, 4), facts={"place": "U4"}) for year in (2012, 2013))
    set_aside(child=cast.amara, entry=aside, by=cast.amara.user, now=NOW)
    ask_for_company(child=cast.amara, entry=company, by=cast.amara.user, now=NOW)
    return {"set_aside": (aside.pk,), "with_company": (company.pk,)}
