"""The words of one entry, to search by: made from the entry, and made again at any time (`rebuild_search`)."""

from typing import Any, ClassVar

from django.db import models
from modelsearch import index

from official_file.models.entry import Entry
from people.models import Child


class SearchWords(index.Indexed, models.Model):
    """The words of one entry, each once, folded (official_file/search/words.py). No row: not ready to be searched yet.

    `open_words` are those its subject reads once it is open to them, `staff_words` what only staff read besides. Who may see an
    entry is never kept here: it is asked of EntryNow at the moment of the search.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="search_words")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    open_words = models.TextField(blank=True)
    staff_words = models.TextField(blank=True)
    made_as = models.PositiveSmallIntegerField(help_text="Which way of making words made it: an older one is made again.")
    again_on = models.DateField(null=True, blank=True, help_text="From this day on it says something else, and is made again.")

    search_auto_update: ClassVar[bool] = False  # no signals: official_file.searching says what is indexed, and when
    search_fields: ClassVar[list[Any]] = [index.SearchField("title"), index.SearchField("staff_words")]

    class Meta:
        verbose_name_plural = "search words"
        indexes = [models.Index(fields=["again_on"], name="search_words_again")]

    def __str__(self) -> str:
        return f"words of {self.entry_id}"

    @property
    def title(self) -> str:
        """What the index keeps in its first column: whose file it is, and the words its subject may come to read."""
        return f"{token_of(self.child_id)} {self.open_words}"


def token_of(child_id: Any) -> str:
    """A word that stands in every entry of one file and in no other: the index looks in that file alone."""
    return f"c{child_id.hex}"
