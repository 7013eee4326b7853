"""The public help pages: one index and, below it, pages of one kind."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, Page
from wagtail.search import index

from cms.blocks import HelpBody
from cms.fields import QuietStreamField
from cms.told import told


class Section(models.TextChoices):
    """Where a page stands on the index, in this order."""

    HELP_NOW = "help_now", _("If you are worried")
    START = "start", _("Start here")
    RECORD = "record", _("Your record")
    WORDS = "words", _("Your words")
    RIGHTS = "rights", _("Your rights")
    LEFT_CARE = "left_care", _("If you have left care")
    ABOUT = "about", _("About this service")
    WORKERS = "workers", _("For people who work with you")


class HelpIndexPage(Page):
    """The list of help pages, and the root of the public site."""

    intro = models.CharField(_("first words"), max_length=250, help_text=_("One or two short sentences."))

    template = "cms/help_index_page.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["cms.HelpPage"]
    private_page_options: ClassVar[list[str]] = []  # help is open to everybody: there is no private help page
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("intro")]
    page_description = _("The list of help pages.")

    class Meta:
        verbose_name = _("list of help pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the page of this address; one that nobody has translated yet is shown in the first language. Raises Http404."""
        try:
            return super().route(request, path_components)
        except Http404:
            first = self.get_translation_or_none(Locale.get_default())
            if first is None or first.pk == self.pk:
                raise
            return first.route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `sections`: (title, pages) for each section that has a page."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["sections"] = list(self.sections())
        return context

    def sections(self) -> Iterable[tuple[str, list["HelpPage"]]]:
        """Each section's title with its live pages, in the order an editor put them; in the first language what nobody has translated."""
        pages = pages_told(self.locale.language_code)
        for section in Section:
            inside = [page for page in pages if page.section == section.value]
            if inside:
                yield str(section.label), inside


class HelpPage(Page):
    """One help page: a title, a sentence or two, and a few blocks."""

    intro = models.CharField(_("first words"), max_length=250, help_text=_("What this page tells you, in one or two short sentences."))
    section = models.CharField(_("section"), max_length=20, choices=Section.choices, default=Section.START)
    body = QuietStreamField(HelpBody(), verbose_name=_("page"), blank=True)

    template = "cms/help_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HelpIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("section"), FieldPanel("intro"), FieldPanel("body")]
    page_description = _("One page of help, in plain words.")
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("help page")

    @property
    def is_for_workers(self) -> bool:
        """Whether the page speaks to staff."""
        return self.section == Section.WORKERS.value

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `not_theirs`: the page's language when it is not the reader's, for who reads it out and from which side it is read."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        code = self.locale.language_code
        if code.casefold() != (get_language() or settings.LANGUAGE_CODE).casefold():
            context["not_theirs"] = {"code": code, "direction": "rtl" if get_language_info(code)["bidi"] else "ltr"}
        return context


def pages_told(language: str | None = None) -> list[HelpPage]:
    """Every live help page in the order an editor put those of the first language, each in this language where it is translated."""
    return [page for page, first in sorted(told(HelpPage.objects.all(), language), key=lambda pair: pair[1].path)]
