"""An entry as a person reads it: plain words first, the original behind them, who wrote it and where it came from."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import get_language, gettext

from official_file.covered import NOTHING, Cover, cover_of
from official_file.former_names import carries_former_name, in_the_name_of_now, warning_before
from official_file.kinds import KINDS
from official_file.levels import EASY, FIRST_LANGUAGE, PLAIN, newest_version, told_easily
from official_file.models import EntryNow
from official_file.plain_language.headings import WITHOUT_TITLE
from official_file.plain_language.sentences import Plain, say_entry
from official_file.plain_language.when import When
from official_file.voices import Voice, say_voice, voice_of
from people.models import Child


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry, ready for a template. `plain` is what is read first; `original` the words as written, or "".

    `when_words` and `ages` say the time on a line of their own. `warning`: what to say before the original, when it carries a
    name they had before; the heading and the plain words are said with the name of now. `is_easy`: easy words
    are read first, with `pictures` beside them.
    """

    id: UUID
    kind: str
    section: str
    heading: str
    sentences: tuple[str, ...]
    details: tuple[str, ...]
    plain: str
    original: str
    own_words: bool
    free: bool
    when: When
    when_words: str
    ages: str
    author_name: str
    author_role: str
    written_on: date | None
    sources: tuple[tuple[str, date | None], ...]
    sensitivity: int
    state: str
    warning: str = ""
    pictures: tuple[str, ...] = ()
    is_easy: bool = False
    voice: Voice = Voice.LISTED
    helped_by: str = ""

    @property
    def voice_to_them(self) -> str:
        """Whose voice it is, as the young person is told (R34)."""
        return say_voice(self.voice, to_them=True, translate=gettext, helped_by=self.helped_by)

    @property
    def voice_to_staff(self) -> str:
        """The same for staff."""
        return say_voice(self.voice, to_them=False, translate=gettext, helped_by=self.helped_by)


def show(now: EntryNow, *, child: Child, today: date, whole: bool = False, cover: Cover | None = None) -> Shown | None:
    """The entry in words, or None when nothing is to be said about it (a "no" to a risk, a future date, a death).

    As its subject reads it: labels stand in the place of what is covered. `whole`: for staff, nothing is covered. `cover`: as it
    would read with this covered, for a preview.
    """
    body = now.entry.body
    if not body:
        return None
    when = When.from_body(body["when"])
    said = say_entry(kind=body["kind"], facts=body["facts"], when=when, born=child.date_of_birth, today=today, translate=gettext)
    if said is None:
        return None
    own = body["kind"] == "own_words"
    written_on = date.fromisoformat(body["written_on"]) if body.get("written_on") else None
    cover = NOTHING if whole or own else cover or cover_of(now.entry)
    said = _under(cover, said, body["kind"])
    text, title = cover.hide(body["text"]), cover.hide(str(body["facts"].get("title") or ""))
    return Shown(
        id=now.entry_id,
        kind=body["kind"],
        section=now.section,
        heading=_now(child, title, WITHOUT_TITLE.get(body["kind"], "")) if title and not own else title or said.heading,
        sentences=said.sentences,
        details=said.details,
        plain=_now(child, _plain(now, said, cover), said.text),
        original=text,
        own_words=own,
        free=KINDS[body["kind"]].free,
        when=when,
        when_words=said.when,
        ages=said.ages,
        author_name=body["author"]["name"],
        author_role=body["author"]["role"],
        written_on=written_on,
        sources=tuple((source.system, source.as_of) for source in now.entry.sources.all()),
        sensitivity=now.sensitivity,
        state=now.state,
        warning="" if own else warning_before(child, f"{text} {title}" if text else "", written_on=written_on),
        voice=voice_of(body["kind"], body["facts"]),
        helped_by=str(body["facts"].get("helped_by") or ""),
    )


def as_chosen(shown: Shown, now: EntryNow, *, level: str, child: Child, today: date) -> Shown:
    """The same entry with its easy words as what is read first, when its reader chose those and there are any (R27)."""
    if level != EASY or shown.own_words:
        return shown
    now.entry.child = child  # whose names were asked once for the whole page
    told = told_easily(now.entry, get_language() or FIRST_LANGUAGE, today=today)
    return replace(shown, plain=told.text, sentences=(), pictures=told.pictures, is_easy=True) if told else shown


def _under(cover: Cover, said: Plain, kind: str) -> Plain:
    """The sentences made from facts, with labels in the place of what is covered; no title while nobody knows what that is."""
    if cover.lost:
        return replace(said, heading=gettext(WITHOUT_TITLE.get(kind, WITHOUT_TITLE["document"])), summary="")
    if not cover.covers:
        return said
    sentences, details = (tuple(cover.hide(one) for one in lines) for lines in (said.sentences, said.details))
    return replace(said, heading=cover.hide(said.heading), sentences=sentences, details=details, summary=cover.hide(said.summary))


def _plain(now: EntryNow, said: Plain, cover: Cover) -> str:
    """The newest approved plain version in the language of now, else its author's summary, else the sentences made from facts."""
    version = newest_version(now.entry, PLAIN, get_language() or FIRST_LANGUAGE)
    written = version.text if version else now.entry.body["facts"].get("summary")
    return cover.hide(str(written or "")) or said.text


def _now(child: Child, words: str, otherwise: str) -> str:
    """Words about them with the name of now; `otherwise` when an odd spelling of an old one would still be left in them."""
    said = in_the_name_of_now(child, words)
    return gettext(otherwise) if otherwise and carries_former_name(child, said) else said
