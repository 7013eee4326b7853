"""The pictures that stand beside easy sentences, each with the word under it. Files: templates/pictures/ (Lucide, ISC licence).

A picture is never alone: its word stands under it, and the sentence beside it. None shows a person's face, skin or dress.
"""

from collections.abc import Iterable

from law.wording import gettext_noop

_ = gettext_noop

PICTURES: dict[str, str] = {
    "home": _("Home"),
    "family": _("Family"),
    "parent": _("Parent"),
    "carers": _("Carers"),
    "baby": _("Baby"),
    "care": _("Care"),
    "friends": _("Friends"),
    "worker": _("Worker"),
    "school": _("School"),
    "learning": _("Learning"),
    "university": _("University"),
    "health": _("Health"),
    "doctor": _("Doctor"),
    "hospital": _("Hospital"),
    "medicine": _("Medicine"),
    "bed": _("Bed"),
    "court": _("Court"),
    "law": _("The law"),
    "police": _("Police"),
    "safe": _("Safe"),
    "worry": _("Worry"),
    "locked": _("Locked"),
    "meeting": _("Meeting"),
    "speak": _("What you say"),
    "plan": _("Plan"),
    "letter": _("Letter"),
    "paper": _("Paper"),
    "money": _("Money"),
    "work": _("Work"),
    "food": _("Food"),
    "moving": _("Moving"),
    "road": _("The way"),
    "plane": _("Travel"),
    "world": _("Country"),
    "date": _("Day"),
    "time": _("Time"),
    "agreed": _("Agreed"),
    "question": _("Question"),
    "yes": _("Yes"),
    "no": _("No"),
    "happy": _("Happy"),
    "sad": _("Sad"),
    "unsure": _("Not sure"),
    "angry": _("Hard feelings"),
    "help": _("Help"),
    "key": _("Key"),
    "building": _("Building"),
    "door": _("Leaving"),
    "phone": _("Phone"),
    "birthday": _("Birthday"),
    "choice": _("Choice"),
    "body": _("Body"),
    "hear": _("Hearing"),
    "see": _("Seeing"),
    "think": _("Thinking"),
    "card": _("Identity card"),
    "ends": _("The end"),
    "grow": _("Growing up"),
    "council": _("The council"),
    "away": _("Away"),
    "calm": _("Calm"),
    "cross": _("Angry"),
    "loved": _("Loved"),
    "proud": _("Proud"),
    "excited": _("Excited"),
    "scared": _("Scared"),
    "lonely": _("Lonely"),
    "hurt": _("Hurt"),
    "tired": _("Tired"),
    "worried": _("Worried"),
    "pet": _("Pet"),
    "outside": _("Outside"),
    "car": _("Car"),
    "place": _("Place"),
    "wake": _("Getting up"),
    "wash": _("Washing"),
    "dressed": _("Getting dressed"),
    "sleep": _("Sleeping"),
    "travel": _("Going by bus"),
    "other": _("Something else"),
}

MOST = 3  # beside one sentence: more are harder to read than the words


def known(names: Iterable[object]) -> tuple[str, ...]:
    """Those of the names that there are pictures of, at most three, in their order and once each."""
    there = dict.fromkeys(str(name) for name in names if name in PICTURES)
    return tuple(there)[:MOST]
