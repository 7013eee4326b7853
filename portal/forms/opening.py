"""What a worker decides as they open one entry: what stays under a label, what in it may be hard to read, on what health data opens."""

import json
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.exemptions import worker_grounds
from official_file.covering import SOMETHING, Mark, Passage
from official_file.health_basis import ALREADY_KNOWS, OPINION, Opinion
from official_file.themes import THEMES
from people.forms.fields import DayField, WordsField
from portal.forms.deciding import OpenForm
from portal.queries.covering import CoverChoices

NONE_OF_THEM = "none"


class OpenEntryForm(OpenForm):
    """`OpenForm` with everything about one entry. What was not on the page (`covering`, `theming`) changes nothing."""

    covering = forms.BooleanField(required=False, widget=forms.HiddenInput)
    theming = forms.BooleanField(required=False, widget=forms.HiddenInput)
    cover = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    by_hand = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    words = WordsField(label=_("Words to cover, exactly as they are written"), required=False, rows=2)
    label = forms.ChoiceField(label=_("What they read instead"), required=False)
    ground = forms.ChoiceField(label=_("The ground in law"), required=False)
    why_covered = WordsField(
        label=_("Why these words are covered"),
        help_text=_("One sentence, when anything above is ticked. Somebody may ask."),
        required=False,
        rows=2,
    )
    themes = forms.MultipleChoiceField(
        label=_("What in it may be hard to read"),
        help_text=_("They are told before they open it. What they chose never to see stays away from them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    basis = forms.ChoiceField(
        label=_("This is about health. Why may they read it?"),
        choices=[
            (ALREADY_KNOWS, _("They have seen it, or know it already")),
            (OPINION, _("A health worker said that it will do no serious harm")),
        ],
        initial=ALREADY_KNOWS,
        required=False,
        widget=forms.RadioSelect,
    )
    opinion_by = forms.CharField(label=_("Name and profession of the health worker"), required=False, max_length=300)
    opinion_on = DayField(label=_("The day they said it: not more than six months ago"), required=False)

    def __init__(self, *args: Any, choices: CoverChoices, health: bool, said: Sequence[str] | None, nation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices, self.health = choices, health
        marks = [mark for mark in choices.marks if not mark.professional]
        self._choose("cover", [(mark.key, mark.who) for mark in marks], [mark.key for mark in marks if mark.key in choices.covered])
        hand = dict.fromkeys([*(_packed(one) for one in choices.by_hand), *self._sent("by_hand"), *self._typed()])
        self._choose("by_hand", [(one, one) for one in hand if _unpacked(one)], [_packed(one) for one in choices.by_hand])
        self._choose("label", [*choices.labels.items()], choices.first_label)
        self._choose("ground", [(one.code, one.title) for one in worker_grounds(nation)], "TP_PRIVATE")
        listed = [(theme.slug, gettext(theme.label)) for theme in THEMES.values()]
        self._choose("themes", [*listed, (NONE_OF_THEM, gettext("None of these"))], _ticked(said))
        self.fields["why_covered"].initial = choices.reason
        self.initial = {**self.initial, "covering": True, "theming": True}
        if not health:
            for name in ("basis", "opinion_by", "opinion_on"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Themes on the page must be answered before it opens: none is an answer, silence is not. A preview needs no answer."""
        given = super().clean() or self.cleaned_data
        if given.get("theming") and not given.get("themes") and not self.data.get("do"):
            self.add_error("themes", gettext("Tick what may be hard to read, or “None of these”."))
        return given

    @property
    def passages(self) -> list[Passage]:
        """What is chosen to be covered."""
        given, why = self.cleaned_data, self.cleaned_data.get("why_covered", "")
        marked = [passage for mark in self.choices.marks if mark.key in given.get("cover", ()) for passage in mark.passages(why)]
        by_hand = [found for one in [*given.get("by_hand", ()), *self._typed()] if (found := _unpacked(one))]
        return [*marked, *(Passage(one.words, one.label, one.ground, why) for one in by_hand)]

    @property
    def decision(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = self.cleaned_data
        opinion = Opinion(given.get("opinion_by", ""), given.get("opinion_on")) if given.get("basis") == OPINION else None
        themes = [one for one in given.get("themes", ()) if one != NONE_OF_THEM] if given.get("theming") else None
        return super().decision | {
            "opinion": opinion,
            "themes": themes,
            "covered": self.passages if given.get("covering") else None,
        }

    @property
    def mark_boxes(self) -> list[tuple[Any, Mark]]:
        """Each box with the mark it covers."""
        marks = {mark.key: mark for mark in self.choices.marks}
        return [(box, marks[str(box.data["value"])]) for box in self["cover"].subwidgets]

    @property
    def hand_boxes(self) -> list[tuple[Any, Passage]]:
        """Each box with the words it covers. What was typed just now is ticked and not typed any more."""
        found = [(box, _unpacked(str(box.data["value"]))) for box in self["by_hand"].subwidgets]
        return [(box, passage) for box, passage in found if passage]

    def with_typed_words(self) -> "OpenEntryForm":
        """The same form with the typed words among the boxes, to go on choosing."""
        data = cast(QueryDict, self.data).copy()
        for one in self._typed():
            data.appendlist("by_hand", one)
        data["words"] = ""
        self.data = data
        return self

    def _choose(self, name: str, choices: list[tuple[str, str]], initial: Any) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices, field.initial = choices, initial

    def _sent(self, name: str) -> list[str]:
        return list(self.data.getlist(name)) if hasattr(self.data, "getlist") else []

    def _typed(self) -> list[str]:
        words = " ".join(str(self.data.get("words") or "").split())
        if not words:
            return []
        label, ground = str(self.data.get("label") or SOMETHING), str(self.data.get("ground") or "TP_PRIVATE")
        return [_packed(Passage(words, label, ground))]


def _ticked(said: Sequence[str] | None) -> list[str]:
    return [] if said is None else list(said) or [NONE_OF_THEM]


def _packed(passage: Passage) -> str:
    return json.dumps([passage.words, passage.label, passage.ground], ensure_ascii=False)


def _unpacked(text: str) -> Passage | None:
    """What a box stands for; None for anything that no box of ours says."""
    try:
        words, label, ground = json.loads(text)
    except (ValueError, TypeError):
        return None
    return Passage(words, label, ground) if all(isinstance(one, str) for one in (words, label, ground)) else None
