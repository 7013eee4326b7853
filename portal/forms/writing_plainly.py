"""Writing plain words: the text, its pictures, what stands at the head of the document, and how it was written."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from official_file.levels import EASY
from official_file.plain_language.pictures import MOST, PICTURES
from people.forms.fields import WordsField
from people.models import User


class PlainWordsForm(forms.Form):
    """What is written. Nothing is required while it is kept; publishing asks for the text."""

    text = WordsField(required=False, rows=8, strip=False)
    pictures = forms.MultipleChoiceField(label=_("Pictures beside the sentence"), required=False, widget=forms.CheckboxSelectMultiple)
    what_it_is = WordsField(label=_("What this is"), required=False, rows=2)
    what_was_decided = WordsField(label=_("What was decided"), required=False, rows=2)
    what_happens_next = WordsField(label=_("What happens next"), required=False, rows=2)
    written_with = forms.BooleanField(label=_("We wrote these words together"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0, min_value=0)

    def __init__(self, *args: Any, level: str, has_head: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        easy = level == EASY
        self.fields["text"].label = gettext("One easy sentence") if easy else gettext("What they read, in plain words")
        if easy:
            cast(forms.MultipleChoiceField, self.fields["pictures"]).choices = [(name, gettext(word)) for name, word in PICTURES.items()]
            self.fields["pictures"].help_text = gettext("At most three. The word stands under each.")
        else:
            del self.fields["pictures"]
        if not has_head or easy:
            for name in ("what_it_is", "what_was_decided", "what_happens_next"):
                del self.fields[name]

    def clean_pictures(self) -> list[str]:
        """At most three: more are harder to read than the words."""
        chosen: list[str] = self.cleaned_data["pictures"]
        if len(chosen) > MOST:
            raise forms.ValidationError(gettext("Choose at most three pictures."))
        return chosen

    @property
    def words(self) -> dict[str, str]:
        """The texts, as the verb takes them."""
        return {name: value for name, value in self.cleaned_data.items() if isinstance(value, str) and name in self.data}


class ColleagueForm(forms.Form):
    """Of whom a second look is asked."""

    colleague = forms.ChoiceField(label=_("Ask a colleague to look over it"), error_messages={"required": _("Choose a colleague.")})

    def __init__(self, *args: Any, colleagues: list[User], team_mates: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near, beside = ([(str(one.pk), str(one)) for one in people] for people in (colleagues, team_mates))
        groups = [(gettext("Works with them"), near), (gettext("In your team: reads these words and nothing else"), beside)]
        cast(forms.ChoiceField, self.fields["colleague"]).choices = [("", gettext("Choose one")), *(one for one in groups if one[1])]


class LookForm(forms.Form):
    """A second look, or the young person's: fine, or what should change. Which button was pressed says which."""

    words = WordsField(label=_("What would you change?"), required=False, rows=3)
