"""The content editor's desk: there for the editor, and for nobody else; only the parts we use; nothing from elsewhere."""

import gc
import re
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import URLPattern, URLResolver
from PIL import Image
from wagtail.admin import urls as desk_urls
from wagtail.images import get_image_model
from wagtail.models import Locale

from cms.desk import PARTS, is_content_editor
from cms.models import GlossaryTerm, HelpIndexPage, HelpPage, ServiceSettings
from tests.cast import Cast, sign_in, sign_in_without_second_factor

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PLACES = ["/content/", "/content/pages/", "/content/snippets/cms/glossaryterm/", "/content/images/", "/content/sprite/", "/content/jsi18n/"]
CLOSED_PARTS = [
    "login/",
    "password_reset/",
    "users/",
    "groups/new/",
    "documents/",
    "reports/site-history/",
    "locales/",
    "sites/",
    "collections/",
    "failwhale/",
    "test404/",
    "api/main/documents/",
    "bulk/people/user/delete/",
]


def addresses(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    return [leaf for pattern in patterns for leaf in (addresses(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern])]


class TestWhoMaySeeIt:
    def test_nobody_but_the_editor_can_tell_it_from_nothing(self, cast: Cast) -> None:
        cast.ellie.groups.add(Group.objects.get(name="Content editors"))
        readers = [None, *[user for user in cast.users if user != cast.ellie]]
        for reader in readers:
            client = sign_in(Client(), reader) if reader else Client()
            nothing = client.get("/no-such-address/")
            for place in PLACES:
                answer = client.get(place)
                assert (answer.status_code, answer.content) == (404, nothing.content), (reader, place)

    def test_not_even_the_editor_without_the_second_factor(self, client: Client, cast: Cast) -> None:
        cast.ellie.groups.add(Group.objects.get(name="Content editors"))
        sign_in_without_second_factor(client, cast.ellie)
        assert client.get("/content/").status_code == 404

    def test_every_address_of_it_is_guarded(self, client: Client) -> None:
        guarded = [pattern for pattern in addresses(desk_urls.urlpatterns) if getattr(pattern.callback, "login_required", True) is False]
        assert len(guarded) == len(addresses(desk_urls.urlpatterns)) > 100

    def test_somebody_without_a_second_factor_at_all_is_nobody(self) -> None:
        class Passer:
            is_authenticated = True

        assert not is_content_editor(Passer())

    def test_the_editor_sees_it(self, editor: Client) -> None:
        for place in PLACES:
            assert editor.get(place, follow=True).status_code == 200, place


class TestWhatThereIs:
    @pytest.mark.parametrize("part", CLOSED_PARTS)
    def test_what_we_do_not_use_is_not_there_for_anybody(self, editor: Client, part: str) -> None:
        assert editor.get(f"/content/{part}").status_code == 404
        assert editor.post(f"/content/{part}").status_code == 404

    def test_the_parts_are_spelt_as_wagtail_spells_them(self) -> None:
        known = {str(pattern.pattern) for pattern in desk_urls.urlpatterns}
        tops = {part.split("/")[0] for part in PARTS}
        assert {top for top in tops if not any(name.lstrip("^").startswith(top) for name in known)} == set()

    def test_signing_out_is_handed_to_the_product_with_its_form(self, editor: Client) -> None:
        answer = editor.post("/content/logout/")
        assert (answer.status_code, answer.headers["Location"]) == (307, "/sign-out/")

    def test_the_editors_own_account_is_the_products(self, editor: Client) -> None:
        assert editor.get("/content/account/").headers["Location"] == "/"

    def test_it_looks_like_ours(self, editor: Client) -> None:
        page = editor.get("/content/").content.decode()
        assert "What do you want to change?" in page
        assert "css/content.css" in page
        assert "- My story</title>" in page
        for other in ("Documents", "Reports", "Users", "Wagtail</title>"):
            assert other not in page

    @pytest.mark.parametrize("place", [*PLACES[:4], "/content/pages/add/cms/helppage/{index}/", "/content/settings/cms/servicesettings/1/"])
    def test_its_pages_run_no_inline_script_and_load_nothing_from_elsewhere(self, editor: Client, place: str) -> None:
        page = editor.get(place.format(index=HelpIndexPage.objects.get(locale=Locale.get_default()).pk), follow=True)
        html = page.content.decode()
        assert not re.findall(r"<script(?![^>]*(?:src=|application/json|text/template))[^>]*>", html)
        assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*\.(?:js|css|png|svg|woff2?)', html)
        policy = page.headers["Content-Security-Policy"]
        assert "style-src 'self' 'unsafe-inline'" in policy
        assert "script-src 'self';" in f"{policy};"

    def test_the_rest_of_the_site_keeps_the_strict_policy(self, client: Client) -> None:
        assert "unsafe-inline" not in client.get("/help/").headers["Content-Security-Policy"]


class TestWhatAnEditorDoes:
    def test_changes_a_word_and_publishes_it(self, editor: Client) -> None:
        word = GlossaryTerm.objects.get(term="advocate")
        editor.post(
            f"/content/snippets/cms/glossaryterm/edit/{word.pk}/",
            {"term": "advocate", "plain": "Somebody who speaks up for you.", "also": "", "action-publish": "1"},
        )
        word.refresh_from_db()
        assert word.plain == "Somebody who speaks up for you."
        assert word.revisions.count() == 1

    def test_keeps_a_draft_without_showing_it(self, editor: Client) -> None:
        word = GlossaryTerm.objects.get(term="advocate")
        editor.post(f"/content/snippets/cms/glossaryterm/edit/{word.pk}/", {"term": "advocate", "plain": "Half a thought.", "also": ""})
        word.refresh_from_db()
        assert word.plain != "Half a thought."
        assert word.has_unpublished_changes

    def test_changes_the_hours(self, editor: Client) -> None:
        given = {"monday": "on", "opens": "10:00", "closes": "16:00", "emergency_duty_number": "01632 960118"}
        editor.post(f"/content/settings/cms/servicesettings/{ServiceSettings.objects.get().pk}/", given)
        row = ServiceSettings.objects.get()
        assert (row.days, row.opens.hour, row.emergency_duty_number) == ((0,), 10, "01632 960118")

    def test_may_do_nothing_outside_the_content(self, cast: Cast) -> None:
        rights = Permission.objects.filter(group__name="Content editors").values_list("content_type__app_label", flat=True)
        assert set(rights) == {"cms", "wagtailadmin", "simple_translation"}

    def test_may_not_touch_what_stands_above_the_help_pages(self, editor: Client) -> None:
        root = HelpIndexPage.objects.get(locale=Locale.get_default()).get_parent()
        assert editor.get(f"/content/pages/{root.pk}/edit/").status_code in {302, 404}

    def test_a_page_can_be_previewed(self, editor: Client) -> None:
        page = HelpPage.objects.get(slug="privacy", locale=Locale.get_default())
        assert editor.get(f"/content/pages/{page.pk}/view_draft/").status_code == 200

    @pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
    def test_a_picture_is_served_as_a_copy_and_never_as_it_was_given(self, editor: Client, fresh_storages) -> None:
        given = BytesIO()
        Image.new("RGB", (40, 30), (90, 140, 130)).save(given, "JPEG", comment=b"where it was taken")
        given.seek(0)
        given.name = "sea.jpg"
        editor.post("/content/images/add/", {"title": "The sea", "file": given, "description": "The sea", "collection": "1"})
        picture = get_image_model().objects.get()
        copy = picture.get_rendition("width-20|format-webp")
        stranger = Client()
        answer = stranger.get(f"/cms-media/{copy.file.name}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
        assert b"where it was taken" not in answer.getvalue()
        assert stranger.get(f"/cms-media/{picture.file.name}").status_code == 404
        assert stranger.get("/cms-media/images/../original_images/sea.jpg").status_code == 404
        assert stranger.get("/cms-media/images/no-such.webp").status_code == 404
        del copy
        gc.collect()  # Wagtail leaves the copy it made open: let it complain here and not in another test
