"""Easy boards: what somebody says with taps alone (R35). One table of questions, each with pictures and words to choose from.

    board_from(["feelings/sad"], translate=str)   ->   [{"board": "feelings", "pick": "sad", "words": "Sad"}]

The words that stood there are kept with each tap, so that a table that changes later changes nothing that was said. Pictures
are those of templates/pictures/ (Lucide); none shows a face of somebody, a skin or a dress, and its word always stands with it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from law.wording import gettext_noop

_ = gettext_noop
KNOWN = "known"  # somebody they know of, by the name they use: no id is kept
KNOWN_PICTURE = "parent"  # a person: never a heart for somebody who may have hurt them
MOST_TAPS, MOST_LETTERS = 200, 80  # of what a page may post
Tapped = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to tap: its name, the words under it, and its picture where that is called otherwise."""

    slug: str
    words: str
    shows: str = ""

    @property
    def picture(self) -> str:
        """The file in templates/pictures/."""
        return self.shows or self.slug


@dataclass(frozen=True, slots=True)
class Board:
    """One question, answered by as many taps as one likes. `picture` stands beside it while it is folded."""

    slug: str
    question: str
    picture: str
    picks: tuple[Pick, ...]


_THINGS = (
    Pick("wake", _("Getting up")),
    Pick("wash", _("Washing")),
    Pick("dressed", _("Getting dressed")),
    Pick("food", _("Cooking and eating")),
    Pick("sleep", _("Sleeping")),
    Pick("medicine", _("Taking medicine")),
    Pick("learning", _("School work")),
    Pick("paper", _("Reading and forms")),
    Pick("friends", _("Making friends")),
    Pick("speak", _("Saying what I want")),
    Pick("calm", _("Calming down")),
    Pick("money", _("Money")),
    Pick("travel", _("Going out alone")),
)

BOARDS: tuple[Board, ...] = (
    Board(
        "feelings",
        _("How I feel"),
        "happy",
        (
            Pick("happy", _("Happy")),
            Pick("calm", _("Calm")),
            Pick("safe", _("Safe"), "locked"),
            Pick("loved", _("Loved")),
            Pick("proud", _("Proud")),
            Pick("excited", _("Excited")),
            Pick("sad", _("Sad")),
            Pick("worried", _("Worried")),
            Pick("scared", _("Scared")),
            Pick("angry", _("Angry"), "cross"),
            Pick("hurt", _("Hurt")),
            Pick("lonely", _("Lonely")),
            Pick("tired", _("Tired")),
            Pick("unsure", _("Not sure")),
            Pick("other", _("Something else")),
        ),
    ),
    Board(
        "people",
        _("Who it is about"),
        "family",
        (
            Pick("me", _("Me"), "lonely"),
            Pick("mum", _("Mum"), "parent"),
            Pick("dad", _("Dad"), "parent"),
            Pick("brother_sister", _("Brother or sister"), "family"),
            Pick("grandparents", _("Gran or grandad"), "parent"),
            Pick("carers", _("People I live with")),
            Pick("friends", _("Friends")),
            Pick("worker", _("My worker")),
            Pick("teacher", _("Teacher"), "school"),
            Pick("pet", _("My pet")),
            Pick("other", _("Somebody else")),
        ),
    ),
    Board(
        "places",
        _("Where it is about"),
        "place",
        (
            Pick("home", _("Where I live")),
            Pick("room", _("My room"), "bed"),
            Pick("school", _("School")),
            Pick("family", _("Where I see my family")),
            Pick("outside", _("Outside")),
            Pick("car", _("In a car or bus")),
            Pick("online", _("On my phone or online"), "phone"),
            Pick("doctor", _("Doctor or hospital"), "hospital"),
            Pick("before", _("Where I lived before"), "moving"),
            Pick("other", _("Somewhere else")),
        ),
    ),
    Board("can", _("I can do this"), "yes", _THINGS),
    Board("help", _("I need help with this"), "help", _THINGS),
)
BY_SLUG = {board.slug: board for board in BOARDS}


@dataclass(frozen=True, slots=True)
class ShownPick:
    """One tap as it is shown. `value`: what the page posts; `also`: the word of the reader's language, where it is another."""

    words: str
    picture: str
    value: str = ""
    on: bool = False
    also: str = ""


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """One question with its picks: all of them to choose from, or those that were tapped."""

    slug: str
    question: str
    picture: str
    picks: list[ShownPick]

    @property
    def chosen(self) -> list[ShownPick]:
        """Those that are on."""
        return [pick for pick in self.picks if pick.on]


def board_from(
    taps: Iterable[str], *, known: Mapping[str, str] | None = None, held: Sequence[Tapped] = (), translate: Callable[[str], str]
) -> list[dict[str, str]]:
    """What is kept of the taps of a page, in the order of the table. `known`: people they know of, name by id.

    What was tapped before keeps the words it was tapped with (`held`), also where the table has lost it since then.
    """
    wanted = set(taps)
    before = {(row["board"], row["pick"], row["words"] if row["pick"] == KNOWN else ""): dict(row) for row in held}
    rows: list[dict[str, str]] = []
    for board in BOARDS:
        for pick in board.picks:
            if f"{board.slug}/{pick.slug}" in wanted:
                new = {"board": board.slug, "pick": pick.slug, "words": translate(pick.words)}
                rows.append(before.get((board.slug, pick.slug, ""), new))
        if board.slug == "people":
            theirs = [name for key, name in (known or {}).items() if f"people/{KNOWN}/{key}" in wanted]
            rows += [{"board": "people", "pick": KNOWN, "words": name} for name in theirs]
    # What a page could not show, it cannot have taken away.
    names = set((known or {}).values())
    return rows + [dict(row) for row in held if not _pick(row) and not (row["pick"] == KNOWN and row["words"] in names)]


def to_tap(rows: Sequence[Tapped], *, known: Mapping[str, str] | None = None, translate: Callable[[str], str]) -> list[ShownBoard]:
    """Every board to choose from, with what is tapped already. People they know of stand first among the people."""
    on = {(row["board"], row["pick"]) for row in rows}
    names = {row["words"] for row in rows if row["pick"] == KNOWN}
    made = []
    for board in BOARDS:
        picks = [
            ShownPick(translate(pick.words), pick.picture, f"{board.slug}/{pick.slug}", (board.slug, pick.slug) in on)
            for pick in board.picks
        ]
        if board.slug == "people":
            theirs = [ShownPick(name, KNOWN_PICTURE, f"people/{KNOWN}/{key}", name in names) for key, name in (known or {}).items()]
            picks = theirs + picks
        made.append(ShownBoard(board.slug, translate(board.question), board.picture, picks))
    return made


def taps_on(rows: Sequence[Tapped], *, known: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What a page posts for these rows."""
    return tuple(pick.value for board in to_tap(rows, known=known, translate=str) for pick in board.chosen)


def said_by_taps(rows: Sequence[Tapped], *, translate: Callable[[str], str]) -> list[ShownBoard]:
    """What was said, board by board: pictures with the words that stood there. A board the table has lost has no question."""
    made: dict[str, ShownBoard] = {}
    for row in rows:
        board, pick = BY_SLUG.get(row["board"]), _pick(row)
        there = made.setdefault(
            row["board"],
            ShownBoard(row["board"], translate(board.question) if board else "", board.picture if board else "", []),
        )
        now = translate(pick.words) if pick else row["words"]
        picture = pick.picture if pick else KNOWN_PICTURE if row["pick"] == KNOWN else ""
        there.picks.append(ShownPick(row["words"], picture, on=True, also="" if now == row["words"] else now))
    return list(made.values())


def in_lines(rows: Sequence[Tapped], *, translate: Callable[[str], str]) -> list[str]:
    """The same as lines of text, where there are no pictures: "How I feel: Sad, Worried"."""
    return [
        ": ".join(filter(None, (board.question, ", ".join(pick.words for pick in board.picks))))
        for board in said_by_taps(rows, translate=translate)
    ]


def _pick(row: Tapped) -> Pick | None:
    board = BY_SLUG.get(row["board"])
    return next((pick for pick in board.picks if pick.slug == row["pick"]), None) if board else None
