"""The people of this file in a text: every form of their names, and who of them is meant. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence

from official_file.mentions.beside import is_alike, stranger_beside
from official_file.mentions.context import KIN, is_sure, stands_for_somebody
from official_file.mentions.forms import KIN_TITLES, NOT_INITIALS, PAIRED, SHORT_TITLES, TITLES, Form
from official_file.mentions.known import Known, Span
from official_file.mentions.lexicon import Hit, Lexicon
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import DAYS, MONTHS, is_only_a_word, named

BETWEEN_WORDS = re.compile(r"^[\s.,>|/_*\-\u2010-\u2015'\"()\u2018\u2019\u201c\u201d]*$")
LONGEST_GAP = 40
SAINTS = frozenset(("st", "saint"))
ROLES, BEFORE, KIN_NAMED = named("roles"), named("kin_before"), named("kin_named")
ROLE_ENDS = named("role_ends")
WOMEN, MEN = frozenset(["mrs", "ms", "miss", "lady", "dame", "auntie", "aunty", "aunt"]), frozenset(["mr", "sir", "lord", "uncle"])
HERS = ("mother", "mum", "sister", "aunt", "gran", "nan", "daughter", "wife", "girlfriend", "niece", "stepmum")
HIS = ("father", "dad", "brother", "uncle", "grandfather", "grandad", "son", "husband", "boyfriend", "nephew", "stepdad")


def find_names(reading: Reading, lexicon: Lexicon, known: Sequence[Known], taken: frozenset[int] = frozenset()) -> list[Span]:
    """Every mention of somebody known, in the order of the text. Words that are `taken`, by a number or an e-mail, are part of none."""
    hits = sorted(lexicon.hits(reading), key=lambda hit: (hit.first, -hit.last))
    hits = [hit for hit in hits if _holds_together(reading, hit) and taken.isdisjoint(range(hit.first, hit.last))]
    sure = frozenset(place for hit in hits if _is_sure_hit(reading, hit) for place in range(hit.first, hit.last))
    sure |= {hit.first for hit in hits if hit.last - hit.first == 1 and _is_a_name(reading, hit, sure)}  # who vouch for those beside them
    chosen = list(_longest(reading, (hit for hit in hits if _is_a_name(reading, hit, sure))))
    named = frozenset(place for hit in chosen for place in range(hit.first, hit.last))
    return [_span(reading, hit, known, named) for hit in chosen]


def _holds_together(reading: Reading, hit: Hit) -> bool:
    """Whether nothing but space, a line end or a sign within names stands between the words."""
    for place in range(hit.first + 1, hit.last):
        gap = reading.words[place].gap
        if len(gap) > LONGEST_GAP or not BETWEEN_WORDS.match(gap) or ("." in gap and len(reading.key(place - 1)) > 1) or "\n\n" in gap:
            return False
    return True


def _form(hit: Hit) -> Form:
    return max(hit.bearers.values())


def _is_sure_hit(reading: Reading, hit: Hit) -> bool:
    form = _form(hit)
    if form is Form.WHOLE:
        return _whole_is_a_name(reading, hit)
    if form in (Form.FIRST, Form.MIDDLE, Form.LAST):
        return all(is_sure(reading, place) for place in range(hit.first, hit.last))
    return False


def _is_a_name(reading: Reading, hit: Hit, sure: frozenset[int]) -> bool:
    form = _form(hit)
    if hit.last - hit.first == 1 and reading.key(hit.first - 1) in SAINTS:  # St James's Hospital
        return False
    if form is Form.INITIALS:
        return _are_initials(reading, hit)
    if form is Form.WITH_INITIAL:
        return _has_an_initial(reading, hit)
    if _is_sure_hit(reading, hit):
        return not (hit.slips and hit.last - hit.first == 1) or _slip_is_likely(reading, hit.first)
    if hit.last - hit.first > 1 and form is not Form.WHOLE:
        return _whole_is_a_name(reading, hit)
    return hit.last - hit.first == 1 and form is not Form.WHOLE and stands_for_somebody(reading, hit.first, sure)


def _slip_is_likely(reading: Reading, place: int) -> bool:
    """A single word with a slip: not the capital of a heading, a day or a month."""
    return reading.key(place) not in DAYS | MONTHS | NOT_INITIALS


def _whole_is_a_name(reading: Reading, hit: Hit) -> bool:
    """ "Grace Hill" is somebody, "will young people" is nobody: where all words are ordinary, one of them has a capital."""
    words = reading.words[hit.first : hit.last]
    if any(not is_only_a_word(word.key) or not word.raw.isascii() for word in words):
        return True
    if reading.is_small:
        return len(words) > 1
    return all(word.has_capital for word in words)


def _are_initials(reading: Reading, hit: Hit) -> bool:
    """SJW, S.J.W., S J W: in capitals, together, and no word of the trade."""
    words = reading.words[hit.first : hit.last]
    gaps = {word.gap.strip(" ") for word in words[1:]}
    if gaps == {"."}:
        return _has_a_point_after(reading, hit.last)
    if gaps - {"", "/"} or not all(word.raw.isupper() for word in words):
        return False
    letters = "".join(word.key for word in words)
    return letters not in NOT_INITIALS and not any(reading.among_capitals(place) for place in range(hit.first, hit.last))


def _has_a_point_after(reading: Reading, place: int) -> bool:
    return reading.gap(place)[:1] == "." or not reading.gap(place).strip()[:1].isalnum()


def _has_an_initial(reading: Reading, hit: Hit) -> bool:
    """S Whitfield, S. Whitfield, Sarah W.: the letter is a capital, or the note has none and the letter is no word."""
    places = range(hit.first, hit.last)
    letters = [place for place in places if len(reading.key(place)) == 1 and not _is_particle(reading, place)]
    if any(reading.words[place].owning and place < hit.last - 1 for place in places):
        return False
    if any(reading.words[place].gap.strip(" \t\n\r.-\u00a0") for place in places[1:]):
        return False
    for place in letters:
        word, dotted = reading.words[place], reading.gap(place + 1)[:1] == "."
        if not (word.raw.isupper() or (reading.is_small and (dotted or word.key not in "ai"))):
            return False
        if place == hit.last - 1 and _may_be_a_word(reading, place) and not (dotted or _ends_there(reading, hit.last)):
            return False
    names = [place for place in places if place not in letters]
    return any(is_sure(reading, place) or reading.words[place].has_capital or reading.is_small for place in names)


def _may_be_a_word(reading: Reading, place: int) -> bool:
    """ "Sarah I think"; in capitals and in small letters also "Sarah a lot"."""
    key = reading.key(place)
    return key == "i" or (key == "a" and (reading.is_small or reading.among_capitals(place - 1)))


def _is_particle(reading: Reading, place: int) -> bool:
    return reading.key(place) in PAIRED


def _ends_there(reading: Reading, place: int) -> bool:
    """Whether a sentence, a line or a bracket ends before this word."""
    return not reading.gap(place).startswith(" ") or reading.gap(place).strip(" ") != ""


def _longest(reading: Reading, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of those that overlap the one with most words; of equals the one without a comma or a line's end inside, and the surer."""

    def weight(hit: Hit) -> tuple[int, int, int]:
        gaps = [reading.words[place].gap for place in range(hit.first + 1, hit.last)]
        return hit.last - hit.first, -sum("," in gap or "\n" in gap for gap in gaps), _form(hit)

    taken: Hit | None = None
    for hit in hits:
        if taken is not None and hit.first < taken.last:
            if weight(hit) > weight(taken):
                taken = hit
            continue
        if taken is not None:
            yield taken
        taken = hit
    if taken is not None:
        yield taken


def _span(reading: Reading, hit: Hit, known: Sequence[Known], taken: frozenset[int]) -> Span:
    first, last = reading.words[hit.first], reading.words[hit.last - 1]
    start, end = _start(reading, hit.first, first.start), last.end
    number = _who(reading, hit, known)
    if reading.gap(hit.last)[:1] == "." and len(last.key) == 1 and hit.last - hit.first > 1:
        end += 1
    end = _end_of_double(reading, hit.last, end)
    private = number is not None and not known[number].subject and not known[number].professional
    # "I told the social worker Sarah left" is about somebody's mother: only a job after the name makes her staff
    propose = private and not has_job_after(reading, hit.last)
    beside = None if number is None or start < first.start else stranger_beside(reading, hit, known[number], hit.bearers[number], taken)
    if beside is not None and number is not None:
        start, end = min(start, reading.words[beside].start), max(end, reading.words[beside].end)
        alike = is_alike(reading.key(beside), known[number])
        number, propose = (number, propose) if alike else (None, not is_staff_here(reading, beside, hit.last))
    return Span(start, end, reading.text[start:end], "name", number, propose)


def _end_of_double(reading: Reading, last: int, end: int) -> int:
    """The end of "Whitfield-Jones", of which the file knows the first half."""
    if last < len(reading.words) and reading.gap(last) == "-" and reading.words[last].has_capital and not reading.words[last - 1].owning:
        return reading.words[last].end
    return end


def _start(reading: Reading, place: int, start: int) -> int:
    """Where the mention begins: Mrs and Auntie belong to the name, "her auntie" says who she is to somebody."""
    title = _title(reading, place)
    if title in TITLES - {"father", "sister"}:
        return reading.words[place - 1].start
    owned = place > 1 and reading.gap(place - 1) == " " and (reading.key(place - 2) in BEFORE or reading.words[place - 2].owning)
    return reading.words[place - 1].start if title in KIN_NAMED and not owned else start


def _who(reading: Reading, hit: Hit, known: Sequence[Known]) -> int | None:
    """Who is meant: by how much of the name it is, the title before it, the role beside it; the subject before others."""
    title, beside = _title(reading, hit.first), is_staff_here(reading, hit.first, hit.last)
    alone = hit.last - hit.first == 1

    def rank(number: int) -> tuple[int, ...]:
        one = known[number]
        form = hit.bearers[number]
        fits = _title_fits(title, one) if title else 0
        staff = (1 if one.professional else 0) if beside else (0 if one.professional else 1)
        subject = 1 if one.subject and not title else 0
        return (fits, form if not (alone and title and title not in KIN_TITLES) else -form, subject, staff, -number)

    return max(hit.bearers, key=rank, default=None)


def _title(reading: Reading, place: int) -> str:
    before = reading.key(place - 1)
    if place and _is_right_before(reading, place, before) and (before in TITLES or before in KIN_TITLES or before in KIN):
        return before
    return ""


def _is_right_before(reading: Reading, place: int, before: str) -> bool:
    return not reading.gap(place).strip(" \n\t." if before in SHORT_TITLES else " \n\t")


def _title_fits(title: str, one: Known) -> int:
    """Whether "Mrs", "Uncle" or "mum" can be said of this person: 1 yes, 0 unknown, -1 no."""
    relation = one.relation.casefold()
    if one.subject:
        return -1
    if title in KIN or title in KIN_TITLES:
        words = {title, "mother" if title in {"mum", "mam", "mummy"} else title, "father" if title in {"dad", "daddy"} else title}
        words |= {"mum" if title == "mother" else title, "dad" if title == "father" else title}
        return 1 if any(word in relation for word in words) else 0
    is_hers, is_his = any(word in relation for word in HERS), any(word in relation for word in HIS)
    if title in WOMEN and (is_hers or is_his):
        return 1 if is_hers else -1
    if title in MEN and (is_hers or is_his):
        return 1 if is_his else -1
    return 0


def is_staff_here(reading: Reading, first: int, last: int) -> bool:
    """Whether a job stands beside the name: "social worker Priya", "solicitor Mr Holt", "Priya (SW)", "Priya Shah, IRO"."""
    titled = first > 1 and reading.key(first - 1) in TITLES
    before = first - 1 if titled else first
    if before and reading.key(before - 1) in ROLE_ENDS and not reading.gap(before).strip(" :"):
        return True
    return has_job_after(reading, last)


def has_job_after(reading: Reading, last: int) -> bool:
    """ "Priya (SW)", "Priya Shah, IRO"."""
    after = reading.gap(last)
    if not after.strip(" ").startswith(("(", ",", "-", "\u2013")) or len(after) > 3:
        return False
    near = [reading.key(place) for place in range(last, min(last + 4, len(reading.words)))]
    return any(word in ROLE_ENDS for word in _until_break(reading, last, near))


def _until_break(reading: Reading, place: int, near: list[str]) -> Iterator[str]:
    for step, key in enumerate(near):
        if step and reading.gap(place + step).strip(" ") not in {"", "-"}:
            return
        if key not in ROLES and key not in {"her", "his", "the", "their", "my", "amp", "senior", "allocated", "new", "former", "duty"}:
            return
        yield key
