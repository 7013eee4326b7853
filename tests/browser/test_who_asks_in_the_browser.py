"""Who asks for a file, without JavaScript: an officer finds the record, and a young person is asked before her file is given."""

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from access_requests.models import AccessRequest, ChildView
from access_requests.queries.who import is_known
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.visitor import BrowserVisitor
from tests.browser.world import World
from tests.factories.who_asks import an_old_record, for_amara, unmatched

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser_context_args(java_script_enabled=False)]


def page_of(name: str, one: AccessRequest) -> str:
    """The address of a page about this request."""
    return reverse(f"access_requests:{name}", args=[one.pk])


@pytest.mark.need("R70")
def test_a_record_is_found_for_somebody_without_papers_and_a_young_person_has_her_say(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    asked, record = unmatched(small_world.cast), an_old_record()
    by_mum = for_amara(small_world.cast)
    visitor = BrowserVisitor(page, small_world.url)
    page.set_viewport_size(LAPTOP)
    small_world.sign_in(context, "imani")
    visitor.open(page_of("request", asked))
    pictures.take(page, "who-1-request", night=False)
    visitor.follow("Whose record it is")
    visitor.press("Look")
    pictures.take(page, "who-2-candidates", night=False)
    visitor.press("It is this one")
    asked.refresh_from_db()
    assert asked.child == record
    visitor.open(page_of("identity", asked))
    pictures.take(page, "who-3-identity", night=False)
    visitor.press("Ask their worker")
    small_world.sign_in(context, "sana")
    visitor.open(page_of("vouch", asked))
    visitor.press("Send my answer")
    assert visitor.sees("Choose one of the two.")
    pictures.take(page, "who-4-vouch", night=False)
    visitor.choose("Yes, I know that it is they")
    visitor.write("How do you know, or what is missing?", "She came to the drop-in on Tuesday.")
    visitor.press("Send my answer")
    assert is_known(asked)

    small_world.sign_in(context, "ben")
    visitor.open(page_of("hear_view", by_mum))
    pictures.take(page, "who-5-hear", night=False)
    visitor.press("I told them. Let them answer")
    visitor.open(page_of("understanding", by_mum))
    pictures.take(page, "who-6-understanding", night=False)
    page.set_viewport_size(PHONE)
    small_world.sign_in(context, "amara")
    visitor.open(reverse("portal:home"))
    visitor.follow("Somebody asked for your file. You can say what you think.")
    pictures.take(page, "who-7-mine")
    visitor.choose("No, I do not want that")
    visitor.press("Send my answer")
    assert visitor.sees("Nobody gets your file because of this.")
    pictures.take(page, "who-8-mine-said")
    assert ChildView.objects.get(request=by_mum).says == ChildView.Says.NO
    page.set_viewport_size(LAPTOP)
    small_world.sign_in(context, "imani")
    visitor.open(page_of("authority", by_mum))
    pictures.take(page, "who-9-authority", night=False)
    visitor.open(page_of("request", by_mum))
    assert visitor.sees("The young person said no.")
    pictures.take(page, "who-10-request-no", night=False)
