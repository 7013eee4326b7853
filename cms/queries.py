"""What the rest of the product asks of the content an editor writes. No other module of this app is imported elsewhere.

    this_council().service_name        ->  "My story"
    support_contacts(13, "EW")[1].name ->  "Childline"

Each function is one query. A page that shows the help panel and explains words needs three: `this_council`, `support_contacts`
and `glossary`. Answers are plain values, so nothing can be saved through them by mistake.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypedDict

from django.conf import settings
from django.db.models import Q, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.hours_words import hours_in_words
from cms.kept import kept
from cms.models import Banner, GlossaryTerm, HelpPage, KinderWord, ListedWord, RiskWord, ServiceSettings, SupportContact, Wording
from cms.models.pages import Section, pages_told
from cms.models.support import Kind
from cms.told import told

NATIONS = {
    "EW": Q(in_england=True) | Q(in_wales=True),
    "E": Q(in_england=True),
    "W": Q(in_wales=True),
    "SC": Q(in_scotland=True),
    "NI": Q(in_northern_ireland=True),
}


@dataclass(frozen=True, slots=True)
class Hours:
    """When people are at work: `days` (Monday is 0), opening and closing time in the council's own zone, and the number out of hours."""

    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    opens: time = time(9)
    closes: time = time(17)
    emergency_duty_number: str = ""

    @property
    def in_words(self) -> str:
        """The hours as one says them: "Monday to Friday, 9am to 5pm", in the language of this moment."""
        return hours_in_words(self.days, self.opens, self.closes)


@dataclass(frozen=True, slots=True)
class Council:
    """What a council decided about itself. `colour`: the name of one of those in static/css/ownstory.css, "" for ours."""

    service_name: str
    council_name: str
    hours: Hours
    mandatory_reporting: bool = False
    colour: str = ""


class Term(TypedDict):
    """A word to know: the shape the pure rules for plain language take."""

    term: str
    plain: str
    also: list[str]
    picture: str


class Kinder(TypedDict):
    """A word to avoid: the exact words to write instead, and why. `banned`: never said to a young person."""

    term: str
    instead: str
    why: str
    banned: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """A word or phrase that asks a human to look soon, its language ("en"), and which worry it may point to ("hurt_myself")."""

    term: str
    language: str
    group: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice for the top of pages. `when` is "always", "closed" (while nobody is at work) or "holiday"; `{day}` is filled in later."""

    text: str
    tone: str
    audience: str
    when: str
    starts: date | None
    ends: date | None

    def is_for(self, reader: str, day: date) -> bool:
        """Whether these readers ("young_person", "staff") see it on that day, as far as its days say."""
        in_time = (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)
        return in_time and self.audience in (reader, Banner.Audience.BOTH)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of our words: what it was called, what happened to it ("wagtail.publish"), who did it and when."""

    what: str
    kind: str
    action: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of a list: what the council's systems write, how it is said, and from which day on."""

    written: str
    said: str
    since: date


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to talk to, as shown. `number_digits` and `text_digits` are for tel: and sms: addresses, `ages` says for whom."""

    name: str
    text: str
    kind: str
    number: str = ""
    text_number: str = ""
    hours: str = ""
    web: str = ""
    ages: str = ""

    @property
    def is_emergency(self) -> bool:
        """Whether this is for somebody in danger now."""
        return self.kind == Kind.EMERGENCY.value

    @property
    def is_for_now(self) -> bool:
        """Whether it comes first for somebody who cannot wait: in danger, to be listened to, or our own team."""
        return self.kind != Kind.ADVICE.value

    @property
    def number_digits(self) -> str:
        """The number without spaces."""
        return "".join(self.number.split())

    @property
    def text_digits(self) -> str:
        """The number to text, without spaces."""
        return "".join(self.text_number.split())


@dataclass(frozen=True, slots=True)
class HelpLink:
    """A help page to point to; `section` is its part of the list (`for_workers`: not for young people)."""

    slug: str
    title: str
    intro: str
    url: str
    section: str

    @property
    def for_workers(self) -> bool:
        """Whether the page speaks to staff."""
        return self.section == Section.WORKERS.value


def this_council() -> Council:
    """Names and hours together, in one query; what is not filled in comes from the installation's settings."""
    row = ServiceSettings.objects.order_by("pk").first() or ServiceSettings()
    return Council(
        service_name=row.service_name or settings.SERVICE_NAME,
        council_name=row.council_name or settings.COUNCIL_NAME,
        hours=Hours(row.days, row.opens, row.closes, row.emergency_duty_number),
        mandatory_reporting=row.mandatory_reporting,
        colour=row.colour,
    )


def staffed_hours() -> Hours:
    """When people are at work, and the number to call when they are not."""
    return this_council().hours


def service_name() -> str:
    """What young people see this service called."""
    return this_council().service_name


def council_name() -> str:
    """The council's name, for "we"."""
    return this_council().council_name


def glossary(language: str | None = None) -> list[Term]:
    """Every live word in this language (default: the one of this moment), in the first language where not yet translated.

    A translated word has the word of the first language among its other forms: a record is written in that one, and workers say it.
    """
    words = [_term(row, first) for row, first in told(GlossaryTerm.objects.all(), language)]
    return sorted(words, key=lambda word: word["term"].casefold())


def kinder_words() -> list[Kinder]:
    """Words to avoid when writing to a young person, each with the words to write instead and why."""
    return [Kinder(term=row.term, instead=row.instead, why=row.why, banned=row.banned) for row in KinderWord.objects.all()]


def risk_words() -> list[Risk]:
    """Words that ask a human to look soon, in every language. Kept for half a minute."""
    return kept("risk words", lambda: [Risk(row.term, row.language, row.group) for row in RiskWord.objects.all()])


def what_risks_mean() -> dict[str, str]:
    """What each group of risk words may mean, in the language of this moment."""
    return {str(group.value): str(group.label) for group in RiskWord.Group}


def listed_words(of_list: str) -> list[Listed]:
    """What the council added to one of its lists ("relation"), each word from a day on."""
    rows = ListedWord.objects.filter(of_list=of_list).order_by("since")
    return [Listed(row.written, row.said, row.since) for row in rows]


def notices(language: str | None = None) -> list[Notice]:
    """Every live notice in this language (default: the one of this moment), whatever its days. Kept for half a minute."""
    wanted = language or get_language() or settings.LANGUAGE_CODE
    return kept(f"notices {wanted}", lambda: [_notice(row, first) for row, first in told(Banner.objects.all(), wanted)])


def wording(place: str, language: str | None = None) -> str:
    """What an editor wrote for one place of our pages (cms/models/wording.py), or "": then our own words stand there.

    Every place is asked for at once and kept for half a minute.
    """
    wanted = language or get_language() or settings.LANGUAGE_CODE
    return kept(f"wordings {wanted}", lambda: _wordings(wanted)).get(place, "")


def changes_of_words(most: int = 50) -> list[Change]:
    """The newest changes of help pages, notices, words and wordings, newest first."""
    found: list[Change] = []
    for model in (ModelLogEntry, PageLogEntry):
        rows = model.objects.filter(content_type__app_label="cms").select_related("content_type", "user").order_by("-timestamp")[:most]
        found += [_change(row) for row in rows]
    return sorted(found, key=lambda change: change.at, reverse=True)[:most]


def support_contacts(age: int | None, nation: str | None = None, language: str | None = None) -> list[Contact]:
    """Whom somebody of this age may talk to, in the order to show them: 999, somebody who listens, our own team, people on their side.

    Childline is for those under 19; from the 19th birthday others listen. An unknown age gets everybody. `nation` is EW, E, W, SC
    or NI (default: the installation's). Our own team is left out until its number is filled in, so that nobody calls a wrong one.
    Another language changes words and nothing else: numbers, ages and nations are those of the first language's row.
    Raises KeyError for another nation.
    """
    for_them = NATIONS[nation or settings.NATION]
    if age is not None:
        for_them = for_them & (Q(age_from__isnull=True) | Q(age_from__lte=age)) & (Q(age_to__isnull=True) | Q(age_to__gte=age))
    number = Subquery(ServiceSettings.objects.order_by("pk").values("emergency_duty_number")[:1])
    chosen = told(SupportContact.objects.annotate(our_number=number), language, for_them)
    shown = [_contact(row, first) for row, first in sorted(chosen, key=lambda pair: (pair[1].kind, pair[1].order, pair[1].name))]
    return [contact for contact in shown if contact.number or contact.text_number or contact.web]


def help_page(slug: str) -> str | None:
    """The address of a live help page, or None when there is none. It is the same in every language: the page answers in the reader's."""
    codes = {settings.LANGUAGE_CODE, get_language() or settings.LANGUAGE_CODE}
    found = HelpPage.objects.filter(slug=slug, live=True, locale__language_code__in=codes).exists()
    return _address(slug) if found else None


def help_url(slug: str) -> str | None:
    """The same as `help_page`, by the name a template would use."""
    return help_page(slug)


def help_pages(language: str | None = None) -> list[HelpLink]:
    """Every live help page in the order of the list of help, each in this language where it is translated, else in the first."""
    order = [section.value for section in Section]
    links = [HelpLink(page.slug, page.title, page.intro, _address(page.slug), page.section) for page in pages_told(language)]
    return sorted(links, key=lambda link: order.index(link.section))


def _term(row: GlossaryTerm, first: GlossaryTerm) -> Term:
    forms = row.other_forms if row is first else [*row.other_forms, first.term, *first.other_forms]
    return Term(term=row.term, plain=row.plain, also=[form for form in forms if form != row.term], picture=row.picture or first.picture)


def _notice(row: Banner, first: Banner) -> Notice:
    return Notice(row.text, first.tone, first.audience, first.when, first.starts, first.ends)


def _wordings(language: str) -> dict[str, str]:
    return {first.place: row.text for row, first in told(Wording.objects.all(), language)}


def _change(row: Any) -> Change:
    kind = row.content_type.model_class()
    named = str(kind._meta.verbose_name) if kind else row.content_type.model
    return Change(row.label, named, row.action, str(row.user or ""), row.timestamp)


def _contact(row: SupportContact, first: SupportContact) -> Contact:
    own_number = getattr(first, "our_number", "") if first.kind == Kind.OUR_TEAM.value else ""
    return Contact(
        name=row.name,
        text=row.what,
        kind=first.kind,
        number=first.phone or own_number or "",
        text_number=first.text_number,
        hours=row.hours,
        web=first.web,
        ages=_ages(first.age_from, first.age_to),
    )


def _ages(youngest: int | None, oldest: int | None) -> str:
    if youngest and oldest:
        return _("If you are %(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}
    if youngest:
        return _("If you are %(youngest)s or over") % {"youngest": youngest}
    return _("If you are under %(age)s") % {"age": oldest + 1} if oldest else ""


def _address(slug: str) -> str:
    return reverse("wagtail_serve", args=[f"{slug}/"])
