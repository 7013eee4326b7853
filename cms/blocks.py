"""The few kinds of block a help page is made of. None can carry a script, a style or something from another site.

A page's numbers and hours are never typed into its text: the blocks for people to talk to and for hours read them from
the one place where they are kept (templatetags/help_words.py), so that a changed number changes everywhere.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["bold", "link", "ul"]  # no headings, pictures or embeds inside a paragraph: each is a block of its own


class StepsBlock(blocks.ListBlock):
    """Things to do, in order, numbered."""

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("Things to do one after the other. Each step is one sentence.")
        template = "cms/blocks/steps.html"


class CalloutBlock(blocks.StructBlock):
    """A few words that must not be missed, with a straight edge beside them."""

    title = blocks.CharBlock(required=False, max_length=80, label=_("Heading"))
    text = blocks.TextBlock(max_length=400, label=_("Words"))

    class Meta:
        icon = "warning"
        label = _("Important words")
        description = _("Words that must not be missed. One or two on a page, no more.")
        template = "cms/blocks/callout.html"


class ContactBoxBlock(blocks.StructBlock):
    """A way to reach somebody who is not among the people to talk to: a team, an office, an address."""

    name = blocks.CharBlock(max_length=80, label=_("Who"))
    what = blocks.CharBlock(max_length=200, required=False, label=_("What they do, in one plain sentence"))
    phone = blocks.CharBlock(max_length=30, required=False, label=_("Phone number"))
    address = blocks.TextBlock(max_length=300, required=False, label=_("Address or other way to reach them"))

    class Meta:
        icon = "user"
        label = _("A person or a team")
        description = _("Who to speak to about this page, and how. Helplines have their own block.")
        template = "cms/blocks/contact_box.html"


class PeopleToTalkToBlock(blocks.StaticBlock):
    """Every person to talk to, under 19 first, then 19 and over: a reader of a public page has no known age."""

    class Meta:
        icon = "group"
        label = _("People to talk to")
        description = _("Everybody in the list of people to talk to, grouped by age. Edit the list under People to talk to.")
        admin_text = _("The list of people to talk to stands here.")
        template = "cms/blocks/people_to_talk_to.html"


class HoursBlock(blocks.StaticBlock):
    """When people read what is sent, from the council's own hours."""

    class Meta:
        icon = "time"
        label = _("Our hours")
        description = _("Says when people read what is sent. Edit the hours under Settings.")
        admin_text = _("Our hours stand here.")
        template = "cms/blocks/hours.html"


class WordsToKnowBlock(blocks.StaticBlock):
    """The whole glossary, in order."""

    class Meta:
        icon = "openquote"
        label = _("Words to know")
        description = _("Every word of the glossary with its meaning. Edit them under Words to know.")
        admin_text = _("The whole glossary stands here.")
        template = "cms/blocks/words_to_know.html"


class HelpBody(blocks.StreamBlock):
    """What a help page may hold."""

    heading = blocks.CharBlock(
        max_length=80,
        icon="title",
        label=_("Heading"),
        description=_("Names the part that follows, in the words a reader would use."),
        template="cms/blocks/heading.html",
    )
    paragraph = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        icon="pilcrow",
        label=_("Words"),
        description=_("One idea a sentence, at most 20 words, everyday words."),
        template="cms/blocks/paragraph.html",
    )
    steps = StepsBlock(blocks.CharBlock(max_length=200, label=_("Step")))
    callout = CalloutBlock()
    contact_box = ContactBoxBlock()
    people_to_talk_to = PeopleToTalkToBlock()
    hours = HoursBlock()
    words_to_know = WordsToKnowBlock()
    picture = ImageBlock(
        label=_("Picture"),
        description=_("A picture that helps to understand. Say in words what it shows. Never a picture of a child."),
        template="cms/blocks/picture.html",
    )
