"""Before a young person joins: how they were made ready, and why they are in care."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.letters import LETTERS
from people.forms.fields import DayField, WordsField


class ReadinessForm(forms.Form):
    """Told first, and not alone. `why_is_written`: then no day for it is asked."""

    decided_with = WordsField(
        label=_("Who decided with you that they are ready?"),
        help_text=_("Their carer, their reviewing officer, their school. And what they said themselves."),
        missing=_("Write who decided with you."),
        rows=2,
    )
    sits_with = WordsField(label=_("Who sits with them the first time?"), missing=_("Write who sits with them the first time."), rows=2)
    safe_phone = forms.BooleanField(
        label=_("They have a phone or computer where nobody else reads along"),
        error_messages={"required": _("Without a safe phone, do not invite them yet.")},
    )
    safe_phone_note = WordsField(label=_("Whose is it, and who else uses it?"), required=False, rows=2)
    why_written_by = DayField(
        label=_('By when is "Why I am in care" written?'),
        help_text=_("It becomes a task for you on that day."),
        missing=_("Choose the day by which it is written."),
    )

    def __init__(self, *args: Any, why_is_written: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if why_is_written:
            del self.fields["why_written_by"]


class LetterForm(forms.Form):
    """A letter or a few sentences that a worker writes to the young person."""

    title = forms.CharField(label=_("Heading"), max_length=200, error_messages={"required": _("Write a heading of a few words.")})
    text = WordsField(label=_("Your words to them"), missing=_("Write the letter here."), rows=14)
    opens = forms.ChoiceField(
        label=_("When they can read it"),
        choices=[
            ("not_yet", _("Not yet. I keep it in the file and open it later")),
            ("later", _("When somebody is there to talk to")),
            ("with_them", _("Now. I am with them")),
        ],
        initial="not_yet",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when they can read it.")},
    )

    def __init__(self, *args: Any, heading: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].initial = heading


class LifeLetterForm(LetterForm):
    """A letter of a sort that is kept for good among their letters."""

    letter_type = forms.ChoiceField(
        label=_("What sort of letter is it?"),
        choices=[(key, _(sort.to_staff)) for key, sort in LETTERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what sort of letter it is.")},
    )
    field_order = ("letter_type", "title", "text", "opens")
