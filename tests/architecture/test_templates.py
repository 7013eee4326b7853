"""Every template is small, translatable, free of inline code, and borrows only from below. Each rule catches a planted fault."""

import pytest

from tests.architecture import template_rules as rules
from tests.architecture.tree import Source, templates

# What these print was cleaned or made by us; the comment at the place says how.
MAY_PRINT_UNESCAPED: tuple[str, ...] = ()


@pytest.mark.need("R29")
def test_every_visible_text_can_be_translated() -> None:
    assert rules.bare_text(templates()) == []


def test_no_page_holds_script_or_style_or_asks_another_host() -> None:
    assert rules.inline(templates()) == []


def test_no_template_is_longer_than_two_screens() -> None:
    assert rules.long_templates(templates()) == []


def test_templates_borrow_only_from_below() -> None:
    assert rules.borrowed(templates()) == []


def test_nothing_is_printed_without_escaping() -> None:
    assert rules.unescaped(templates(), MAY_PRINT_UNESCAPED) == []


BARE = [
    "<p>Hello</p>",
    "<p>{{ name }} wrote this</p>",
    '<img alt="A dog">',
    '<button aria-label="Close"></button>',
    '<input type="submit" value="Send">',
    '<input placeholder="{% if x %}Your name{% endif %}">',
    '<p data-confirm="Are you sure"></p>',
    "{% translate 'Hello' %} there",
    "{% blocktranslate %}Hello{% endblocktranslate %}you",
    "<title>My story</title>",
    "{% if x %}<b>yes</b>{% endif %}",
    '<svg><title>Home</title><path d="M0 0"/></svg>',
    '<meta name="description" content="What this is">',
]
NOT_BARE = [
    "<p>{% translate 'Hello' %}</p>",
    "<p>{% blocktranslate with name=child.known_as %}Hello {{ name }}{% plural %}Hello all{% endblocktranslate %}</p>",
    '<p class="own words" id="first">&middot; 2 &nbsp;</p>',
    '<a {% if x %}class="on"{% endif %} href="/a/">{{ text }}</a>',
    "<img alt=\"{% translate 'A dog' %}\" src=\"{% static 'dog.png' %}\">",
    '<input type="hidden" value="words">',
    "{# a note #}{% comment %}More notes{% endcomment %}",
    "<script src=\"{% static 'js/compose.js' %}\" defer></script>",
    '<div data-draft-url="/draft/" data-state="sent"></div>',
    "{% block page_class %}staff{% endblock %}",
    '<svg aria-hidden="true"><path d="M0 0h24v24H0z"/></svg>',
]
INLINE = [
    "<script>go()</script>",
    "<style>p { color: red }</style>",
    '<p style="color: red"></p>',
    '<a href="javascript:go()"></a>',
    '<button onclick="go()"></button>',
    '<script src="https://example.org/x.js"></script>',
    '<link rel="stylesheet" href="//example.org/x.css">',
]


@pytest.mark.parametrize("text", BARE)
def test_bare_text_is_caught(text) -> None:
    assert len(rules.bare_text([Source("templates/portal/home.html", text)])) == 1


@pytest.mark.parametrize("text", NOT_BARE)
def test_translated_text_is_not_taken_for_bare(text) -> None:
    assert rules.bare_text([Source("templates/portal/home.html", text)]) == []


def test_bare_text_in_a_sentence_of_the_audit_is_caught() -> None:
    sentence = "{% load i18n %}{% blocktranslate %}Priya looked.{% endblocktranslate %}\nThen left."
    assert rules.bare_text([Source("audit/sentences/looked.txt", sentence)]) == [
        "audit/sentences/looked.txt:2 is not translatable: Then left."
    ]


def test_a_fault_is_named_with_its_line() -> None:
    text = "{% load i18n %}\n{% comment %}\nnote\n{% endcomment %}\n<p>\n  Hello\n</p>"
    assert rules.bare_text([Source("templates/x.html", text)]) == ["templates/x.html:6 is not translatable: Hello"]


@pytest.mark.parametrize("text", INLINE)
def test_inline_code_and_other_hosts_are_caught(text) -> None:
    assert len(rules.inline([Source("templates/portal/home.html", text)])) == 1


def test_data_for_a_script_is_allowed() -> None:
    assert rules.inline([Source("templates/x.html", '<script type="application/json">{"a": 1}</script>')]) == []


def test_a_long_template_is_caught() -> None:
    assert len(rules.long_templates([Source("templates/x.html", "\n" * 151)])) == 1


@pytest.mark.parametrize(
    ("name", "target", "faults"),
    [
        ("templates/people/team.html", "portal/home.html", 1),
        ("people/templates/people/team.html", "cms/help.html", 1),
        ("templates/components/button.html", "portal/home.html", 1),
        ("templates/cms/help.html", "people/team.html", 1),
        ("templates/portal/home.html", "stories/draft.html", 0),
        ("templates/portal/home.html", "portal/doors.html", 0),
        ("templates/portal/home.html", "components/button.html", 0),
        ("templates/cms/help.html", "base.html", 0),
    ],
)
def test_includes_go_down_only(name, target, faults) -> None:
    assert len(rules.borrowed([Source(name, f'{{% include "{target}" %}}')])) == faults


@pytest.mark.parametrize("text", ["{{ words|safe }}", "{{ words | safe }}", "{% autoescape off %}{{ words }}{% endautoescape %}"])
def test_printing_without_escaping_is_caught(text) -> None:
    assert len(rules.unescaped([Source("templates/x.html", text)])) == 1
