"""What a young person tells about themselves part by part. What they left empty is never filled in by anybody."""

from dataclasses import dataclass

from people.models import AboutMePart, Child


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `told`: there are words, or they would rather not say."""

    topic: str
    title: str
    words: str
    rather_not_say: bool

    @property
    def told(self) -> bool:
        """Whether anything was said about it, and be it that they would rather not."""
        return bool(self.words) or self.rather_not_say


def parts_of(child: Child) -> list[Part]:
    """Every part, in the order of the page, told or not."""
    kept = {part.topic: part for part in AboutMePart.objects.filter(child=child)}
    return [_part(topic, kept.get(topic)) for topic in AboutMePart.Topic]


def told_parts(child: Child) -> list[Part]:
    """The parts of which something was said: for whoever works with them."""
    return [part for part in parts_of(child) if part.told] if child.about_me_at else []


def _part(topic: AboutMePart.Topic, kept: AboutMePart | None) -> Part:
    return Part(topic.value, str(topic.label), kept.words if kept else "", rather_not_say=bool(kept and kept.rather_not_say))
