"""How the editor's desk looks and what it lists. (Hooks are Wagtail's list of functions to call by name, not signals.)"""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.models import Locale
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import Banner, GlossaryTerm, HelpIndexPage, KinderWord, ListedWord, RiskWord, SupportContact, Wording

NOT_USED = {"documents", "reports", "help", "users"}


class GlossaryViewSet(SnippetViewSet):
    """Words to know, in the menu under their own name."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Words to know")
    menu_name = "words"
    menu_order = 150
    add_to_admin_menu = True
    list_display = ("term", "plain")
    search_fields = ("term", "plain", "also")
    panels = (FieldPanel("term"), FieldPanel("plain"), FieldPanel("also"), FieldPanel("picture"))


class SupportViewSet(SnippetViewSet):
    """People to talk to, in the menu under their own name."""

    model = SupportContact
    icon = "group"
    menu_label = _("People to talk to")
    menu_name = "people-to-talk-to"
    menu_order = 160
    add_to_admin_menu = True
    list_display = ("name", "phone", "text_number", "age_from", "age_to", "hours")
    list_filter = ("kind",)
    search_fields = ("name", "what", "phone")
    panels = (
        MultiFieldPanel([FieldPanel("name"), FieldPanel("what"), FieldPanel("kind"), FieldPanel("order")], heading=_("Who")),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("text_number"), FieldPanel("web"), FieldPanel("hours")],
            heading=_("How to reach them"),
            help_text=_("Change a number in the first language: every other language shows that one. Only words are translated."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
                FieldRowPanel([FieldPanel(f"in_{nation}") for nation in ("england", "wales", "scotland", "northern_ireland")]),
            ],
            heading=_("For whom"),
        ),
        FieldPanel("staff_note"),
    )


class ListsViewSet(SnippetViewSet):
    """Words of lists, in the menu under their own name."""

    model = ListedWord
    icon = "list-ul"
    menu_label = _("Words of lists")
    menu_name = "words-of-lists"
    menu_order = 155
    add_to_admin_menu = True
    list_display = ("written", "said", "of_list", "since")
    list_filter = ("of_list",)
    search_fields = ("written", "said")
    panels = (FieldPanel("of_list"), FieldPanel("written"), FieldPanel("said"), FieldPanel("since"))


class KinderWordsViewSet(SnippetViewSet):
    """Kinder words, in the menu under their own name."""

    model = KinderWord
    icon = "edit"
    menu_label = _("Kinder words")
    menu_name = "kinder-words"
    menu_order = 157
    add_to_admin_menu = True
    list_display = ("term", "instead", "why", "banned")
    list_filter = ("banned",)
    search_fields = ("term", "instead", "why")
    panels = (FieldPanel("term"), FieldPanel("instead"), FieldPanel("why"), FieldPanel("banned"))


class RiskWordsViewSet(SnippetViewSet):
    """Words that ask a human to look soon, in the menu under their own name."""

    model = RiskWord
    icon = "warning"
    menu_label = _("Risk words")
    menu_name = "risk-words"
    menu_order = 159
    add_to_admin_menu = True
    list_display = ("term", "language", "group")
    list_filter = ("language", "group")
    search_fields = ("term",)
    panels = (FieldPanel("term"), FieldPanel("language"), FieldPanel("group"))


class BannersViewSet(SnippetViewSet):
    """Notices at the top of pages, in the menu under their own name."""

    model = Banner
    icon = "warning"
    menu_label = _("Notices")
    menu_name = "notices"
    menu_order = 145
    add_to_admin_menu = True
    list_display = ("text", "audience", "when", "starts", "ends")
    list_filter = ("audience", "when")
    panels = (
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("when")]),
        FieldPanel("tone"),  # its longest choice is wider than a third of the page
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
    )


class WordingsViewSet(SnippetViewSet):
    """Words of our pages that the council says in its own way, in the menu under their own name."""

    model = Wording
    icon = "doc-full-inverse"
    menu_label = _("Words of our pages")
    menu_name = "words-of-pages"
    menu_order = 158
    add_to_admin_menu = True
    list_display = ("place", "text")
    list_filter = ("place",)
    panels = (FieldPanel("place"), FieldPanel("text"))


register_snippet(BannersViewSet)
register_snippet(GlossaryViewSet)
register_snippet(KinderWordsViewSet)
register_snippet(ListsViewSet)
register_snippet(RiskWordsViewSet)
register_snippet(SupportViewSet)
register_snippet(WordingsViewSet)


@hooks.register("construct_main_menu")
def only_what_is_used(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take away what this product has another place for, or does not have."""
    menu_items[:] = [item for item in menu_items if item.name not in NOT_USED]


@hooks.register("insert_global_admin_css")
def our_colours() -> SafeString:
    """The product's colours instead of Wagtail's."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/content.css"))


class StartPanel(Component):
    """The first screen: what there is to change, each in one touch."""

    order = 50
    template_name = "cms/desk_start.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`links`: title, note and address."""
        glossary, people = GlossaryViewSet.model.snippet_viewset, SupportViewSet.model.snippet_viewset
        kinder = cast(Any, KinderWordsViewSet.model).snippet_viewset
        risk = cast(Any, RiskWordsViewSet.model).snippet_viewset
        places = (
            (_("Help pages"), _("What readers find under Help."), _help_pages()),
            (_("Words to know"), _("Hard words and what they mean."), reverse(glossary.get_url_name("list"))),
            (_("Kinder words"), _("What workers are offered while they write."), reverse(kinder.get_url_name("list"))),
            (_("Risk words"), _("What asks a person to look soon at what was sent."), reverse(risk.get_url_name("list"))),
            (
                _("People to talk to"),
                _("Helplines, by age and nation. Check each number once a year."),
                reverse(people.get_url_name("list")),
            ),
            (
                _("Our name, hours and number"),
                _("When people read, and whom to call at night."),
                reverse("wagtailsettings:edit", args=["cms", "servicesettings"]),
            ),
        )
        return {"links": [{"title": title, "note": note, "url": url} for title, note, url in places]}


def _help_pages() -> str:
    """Where the help pages in the first language are changed; its page leads to the other languages. All of them where there are none."""
    first = HelpIndexPage.objects.filter(locale=Locale.get_default()).first()
    return reverse("wagtailadmin_explore", args=[first.pk]) if first else reverse("wagtailadmin_explore_root")


@hooks.register("construct_homepage_panels")
def begin_with_what_can_be_changed(request: HttpRequest, panels: list[Any]) -> None:
    """Put our panel first."""
    panels.insert(0, StartPanel())
