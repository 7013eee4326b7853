"""What asks a human to look soon at something that was sent, and what came of it. A prompt, never a verdict.

Two things open the urgent route: its author's own "I am worried about something now", and words that may mean danger. An
answer settles the first. The second is settled only when somebody has said what they found: so every flag is measured.
What they found is a RiskOutcome, which belongs to the reading desk; here it is only asked whether there is one.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.errors import NotAllowed
from stories.models import Contribution, RiskFlag

HARD_TAPS = {"worried", "scared", "hurt"}
FALSE_ALARM = "false_alarm"  # moderation.models.RiskOutcome.Outcome
WORRIED = _("You told us you were worried, so we have to keep this one. You can send another message to say what changed.")
FIRST_A_PERSON = _(
    "Some words in this can mean that somebody is not safe. So a person looks at it first. "
    "After that you can take it back, unless we need it to keep somebody safe."
)
PICTURE_KEPT = _("A picture in this was closed by law, so we have to keep what came with it. You can send another message.")
KEPT = _("We used this to help keep somebody safe, so we have to keep it. You can send another message to say what changed.")


def all_words_of(sent: Contribution) -> str:
    """Everything its author wrote or tapped: the words, the taps, and what they said of each picture and recording."""
    taps = [str(tap.get("words", "")) for tap in sent.board]
    told = [text for one in sent.attachments.all() for text in (one.caption, one.in_words)]
    return "\n".join((sent.words, *taps, *told))


def open_flags(contribution: Contribution) -> "QuerySet[RiskFlag]":
    """Flags of which nobody has said what they found."""
    return RiskFlag.objects.filter(contribution=contribution, outcome__isnull=True)


def waits_for_outcome(contribution: Contribution) -> bool:
    """Whether the urgent clock runs until somebody says what they found: words or a worker asked, not its author."""
    return not contribution.urgent and open_flags(contribution).exists()


def looks_soon(contribution: Contribution) -> bool:
    """Whether its author is shown whom to call until somebody looks: they are worried, or words may mean danger."""
    return contribution.urgent or open_flags(contribution).exists()


def is_hard(sent: Contribution) -> bool:
    """Whether they said that they are worried, scared or hurt, and did not ask that somebody looks at once: then they are shown how."""
    tapped = {tap.get("pick") for tap in sent.board if tap.get("board") == "feelings"}
    return sent.kind == Contribution.Kind.WORRY or bool(tapped & HARD_TAPS)


def check_not_kept(contribution: Contribution) -> None:
    """Whether it may be taken back as far as keeping somebody safe goes (law.md 5.2). Raises NotAllowed with the reason.

    Words alone are no reason to keep it for good: a person looks first, and after a false alarm its author can take it back.
    """
    if contribution.urgent:
        raise NotAllowed("urgent", WORRIED)
    if open_flags(contribution).exists():
        raise NotAllowed("not_looked_yet", FIRST_A_PERSON)
    if RiskFlag.objects.filter(contribution=contribution, outcome__isnull=False).exclude(outcome__outcome=FALSE_ALARM).exists():
        raise NotAllowed("kept", KEPT)
    if contribution.attachments.filter(image_report__isnull=False).exists():
        raise NotAllowed("picture_kept", PICTURE_KEPT)
