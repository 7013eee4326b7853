"""Plans and meetings: what a worker writes, and what a young person says of it. A date may be as little as a year."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from official_file.models import Meeting, PlanAnswer
from official_file.plain_language.partial_dates import NotADate, read_partial
from official_file.plan_rules import MOST_ITEMS, PartDay, PlanItem
from people.forms.fields import DayField, WordsField
from portal.forms.inviting import LetterForm
from stories.forms import WordsField as OwnWordsField

PARTIAL = _("We need a date like 4 May 2026. If you only know the month or the year, that is fine: May 2026, or 2026.")
BLANK_ITEMS = 2
LONGEST_DATE = 40


class PartDayField(forms.CharField):
    """A date, or as much of one as is known, as people type it."""

    def to_python(self, value: Any) -> Any:
        """The PartDay that was typed, None for nothing. Raises ValidationError with what would be one."""
        typed = str(super().to_python(value) or "")
        if not typed:
            return None
        if len(typed) > LONGEST_DATE:
            raise ValidationError(PARTIAL)
        try:
            return PartDay(*read_partial(typed))
        except NotADate:
            raise ValidationError(PARTIAL) from None


class ItemForm(forms.Form):
    """One thing of a plan. What is wholly empty is no item."""

    key = forms.CharField(required=False, max_length=128, widget=forms.HiddenInput)
    need = WordsField(label=_("What is needed"), required=False, rows=2, max_length=1000)
    strength = WordsField(label=_("What they are good at that helps"), required=False, rows=2, max_length=1000)
    do = WordsField(label=_("What we will do"), required=False, rows=2, max_length=1000)
    who = forms.CharField(label=_("Who"), required=False, max_length=300)
    by = PartDayField(label=_("By when"), required=False)
    happened = WordsField(label=_("What happened"), required=False, rows=2, max_length=1000)
    happened_on = PartDayField(label=_("When it happened"), required=False)
    out = forms.BooleanField(label=_("Take this out of the plan"), required=False)

    def clean(self) -> dict[str, Any]:
        """An item says what is needed; what happened on a day says what it was."""
        given = super().clean() or self.cleaned_data
        words = [given.get(name) for name in ("strength", "do", "who", "by", "happened")]
        if not given.get("out") and not given.get("need") and any(words):
            self.add_error("need", _("Write what is needed."))
        if given.get("happened_on") and not given.get("happened"):
            self.add_error("happened", _("Write what happened on that day."))
        return given

    def item(self) -> PlanItem | None:
        """The item as it was written; None when it is empty or taken out."""
        given: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if name != "out"}
        item = PlanItem(**{name: _tidy(value) for name, value in given.items()})
        return None if self.cleaned_data.get("out") or not item.says_something else item


def _tidy(value: Any) -> Any:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def starting_values(item: PlanItem) -> dict[str, str]:
    """An item as the boxes of its form hold it."""
    return {name: str(getattr(item, name) or "") for name in ("key", "need", "strength", "do", "who", "by", "happened", "happened_on")}


def item_forms(data: Any, items: tuple[PlanItem, ...], *, more: bool = False) -> "BaseFormSet[ItemForm]":
    """The boxes of all items and some empty ones. `more`: what was posted, with another empty one below it."""
    made: type[BaseFormSet[ItemForm]] = formset_factory(
        ItemForm, extra=BLANK_ITEMS if not items else 1, max_num=MOST_ITEMS, absolute_max=MOST_ITEMS
    )
    if data is not None and more:
        data = data.copy()
        posted = data.get("item-TOTAL_FORMS", "")
        data["item-TOTAL_FORMS"] = str(min(int(posted) + 1, MOST_ITEMS) if posted.isdigit() else 1)
    return made(data, initial=[starting_values(item) for item in items], prefix="item")


class PlanForm(LetterForm):
    """What stands around the items."""

    text = WordsField(label=_("Before the list, if something goes before it"), required=False, rows=4)
    strengths = WordsField(
        label=_("What they and their family are good at"),
        help_text=_("Also what counts as a big step for them, whatever others do at that age."),
        required=False,
        rows=3,
        max_length=2000,
    )
    field_order = ("title", "strengths", "text", "opens")


class MeetingForm(forms.Form):
    """A meeting that is coming, or that was held and has no summary yet."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Meeting.Kind.choices, widget=forms.RadioSelect, initial=Meeting.Kind.REVIEW)
    on = DayField(
        label=_("The day"),
        help_text=_("Was it held already? Choose its day: then you can write the summary."),
        missing=_("Choose the day of the meeting."),
    )
    chaired_by = forms.CharField(label=_("Who leads it"), required=False, max_length=300)
    they_know = forms.BooleanField(
        label=_("They know of it"),
        help_text=_("Then they see it, and can write what they want to say. Without it, you are asked to tell them first."),
        required=False,
    )


class SummaryForm(LetterForm):
    """The summary of a meeting, in words for the young person."""

    text = WordsField(label=_("What was said, in your words to them"), missing=_("Write what was said, for them to read."), rows=10)
    what_it_is = WordsField(label=_("What this is"), missing=_("Say in one sentence what this is."), rows=2, max_length=1000)
    what_was_decided = WordsField(label=_("What was decided"), required=False, rows=3, max_length=2000)
    what_happens_next = WordsField(label=_("What happens next, who does it, and by when"), required=False, rows=3, max_length=2000)
    field_order = ("title", "what_it_is", "what_was_decided", "what_happens_next", "text", "opens")


class AnswerPlanForm(forms.Form):
    """Whether they agree. Words are optional, and kept as they are."""

    answer = forms.ChoiceField(
        label=_("What do you think?"),
        choices=PlanAnswer.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three. Or go back: that is fine too.")},
    )
    words = OwnWordsField(
        label=_("Why, or what should be different. You do not have to say."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}),
    )
