"""What a young person tells about themselves part by part. What they left empty is never filled in by anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from people.models import AboutMePart, Child

FETCHED = "kept_parts"  # where `with_parts` puts them on a child


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


class _InOneList(Aggregate):
    """All rows as one JSON list."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The same by its name in SQLite."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def with_parts() -> dict[str, Subquery]:
    """To annotate children with: their parts come along in the same question as the child."""
    one = JSONObject(topic="topic", words="words", rather_not_say="rather_not_say")
    kept = AboutMePart.objects.filter(child=OuterRef("pk")).order_by().values("child").annotate(all=_InOneList(one))
    return {FETCHED: Subquery(kept.values("all"))}


def parts_of(child: Child) -> list[Part]:
    """Every part, in the order of the page, told or not. A question, unless they were fetched `with_parts`."""
    if hasattr(child, FETCHED):
        rows = getattr(child, FETCHED) or []
    else:
        rows = list(AboutMePart.objects.filter(child=child).values("topic", "words", "rather_not_say"))
    kept = {row["topic"]: row for row in rows}
    return [_part(topic, kept.get(topic.value)) for topic in AboutMePart.Topic]


def told_parts(child: Child) -> list[Part]:
    """The parts of which something was said: for whoever works with them."""
    return [part for part in parts_of(child) if part.told] if child.about_me_at else []


def _part(topic: AboutMePart.Topic, kept: Mapping[str, Any] | None) -> Part:
    return Part(topic.value, str(topic.label), kept["words"] if kept else "", rather_not_say=bool(kept and kept["rather_not_say"]))
