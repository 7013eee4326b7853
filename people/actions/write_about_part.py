"""One thing a young person tells about themselves, in their own words, or that they would rather not say."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import AboutMePart, Child, User


@transaction.atomic
def write_about_part(
    *, child: Child, topic: str, words: str = "", rather_not_say: bool = False, by: User, now: datetime
) -> AboutMePart | None:
    """Keep it, as typed; with nothing said and no "rather not say" it goes, and nothing stands in its place.

    Workers who had read what they told before are asked to read it again. Raises NotAllowed for anybody else, and for no such topic.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    if by.pk != child.user_id:
        raise NotAllowed("not_yours", _("Only the person this is about can choose this."))
    if topic not in AboutMePart.Topic.values:
        raise NotAllowed("not_found", _("We can't find that page."))
    words = "" if rather_not_say else words
    before = AboutMePart.objects.filter(child=child, topic=topic).first()
    if (before.words, before.rather_not_say) == (words, rather_not_say) if before else not words.strip() and not rather_not_say:
        return before
    kept = None
    if words.strip() or rather_not_say:
        kept, _made = AboutMePart.objects.update_or_create(
            child=child, topic=topic, defaults={"words": words, "rather_not_say": rather_not_say, "at": now}
        )
    elif before:
        before.delete()
    child.about_me_at = now  # something is told about them: who works with them looks for the parts too
    child.save(update_fields=["about_me_at"])
    child.relationships.filter(ends__isnull=True).update(about_me_read_at=None)
    record(Event.ABOUT_ME_WRITTEN, child=child.pk, by=by.who(), at=now)
    return kept
