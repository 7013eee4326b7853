"""Where people live and learn: addresses with a number or a house name, streets somebody lives in, schools by their name. Pure."""

import re
from collections.abc import Iterator

from official_file.mentions.known import Span
from official_file.mentions.numbers import POSTCODE
from official_file.mentions.wordlists import named

_CAP = r"[A-Z\u00c0-\u00de](?:[^\W\d_]|['\u2019\-]){0,24}"
_SP = r"[ \t\u00a0]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3}"
_GAP = rf"(?:{_SP})"
_STRONG = r"(?:street|road|avenue|lane|drive|crescent|close|terrace|gardens|grove|cres|crest|ave|rd|gdns|wynd|vennel|brae|loan)"
_TYPE = (
    r"(?:street|st|road|rd|avenue|ave|av|lane|ln|close|cl|drive|dr|crescent|cres|court|ct|place|pl|terrace|terr|way|grove|gr|gardens|gdns|"
    r"square|sq|walk|row|rise|hill|park|view|mews|parade|green|wharf|quay|quays|loan|wynd|vennel|brae|gate|bank|fold|croft|garth|mount|"
    r"meadow|meadows|heights|villas|buildings|estate|towers|house|broadway|causeway|circus|chase|dale|end|field|fields|heath|nook|paddock|path|"
    r"ridge|side|vale|wood|yard|paddock|paddocks|embankment|esplanade|promenade|hey|lea|leys|strand)"
)
_UNIT = (
    r"(?:(?:flat|apartment|apt|room|unit|maisonette|block|floor|basement|plot|"
    r"pitch|bay|caravan|trailer)\.?[ \t]{0,2}[\dA-Za-z]{1,4}(?:/\d)?,?[ \t\n]{1,3})?"
)
_NUMBER = r"(?:(?:no\.?|number)[ \t]{0,2})?\d{1,4}[a-zA-Z]?(?:[ \t]?[-/\u2013][ \t]?\d{1,4}[a-zA-Z]?)?,?"
_WORDS = rf"(?:(?:{_CAP}|of|the|y|yr|an|upon|le){_GAP}){{1,4}}?"
_END = r"(?![\w'\u2019]|-\w)"
_TOWN = rf"(?:,?{_GAP}?{_CAP}(?:[ \t-](?:{_CAP}|upon|on|le|under|in|the|of)){{0,3}}){{0,3}}?"
_THEN_POSTCODE = rf"(?:{_TOWN}(?=,?[ \t\n]{{0,3}}(?:{POSTCODE.pattern})))?"
ADDRESSES = (
    re.compile(rf"(?<![\w/.\-:])(?i:{_UNIT}){_NUMBER}{_GAP}{_WORDS}(?i:{_TYPE}){_END}{_THEN_POSTCODE}"),
    re.compile(
        rf"(?<![\w/.\-:])(?i:{_UNIT}){_NUMBER}{_GAP}(?:Heol|Ffordd|Stryd|Maes|L\u00f4n|Lon|Clos|Cwrt|Bryn|Rhodfa|Tai|Tan|Bro|Llys|ul\.|Rue)"
        rf"(?:{_GAP}(?:{_CAP}|y|yr|a|ar)){{1,3}}{_END}{_THEN_POSTCODE}"
    ),
    re.compile(rf"(?<![\w/.\-:]){_UNIT}{_NUMBER}{_GAP}(?P<words>(?:[a-z'\u2019\-]{{2,20}}{_GAP}){{1,3}}?){_STRONG}{_END}", re.IGNORECASE),
    re.compile(
        rf"\b(?i:flat|apartment|apt|room|unit|pitch|plot|bay|caravan|trailer)[ \t]{{0,2}}\d{{1,4}}[A-Za-z]?(?:,|{_GAP}(?:at|on|of))?{_GAP}"
        rf"(?:(?:the|The){_GAP})?(?:{_CAP}{_GAP}){{0,3}}(?:House|Court|Towers?|Point|"
        rf"Heights|Lodge|Hall|Park|Site|Estate|Caravan Park|Caravan Site|Mansions|Buildings)"
        rf"{_END}{_THEN_POSTCODE}"
    ),
    re.compile(
        rf"\b(?:{_CAP}[ \t]){{1,2}}(?:Cottage|Farm|Farmhouse|Barn|Bungalow|Croft|Mill|Lodge|House|Villa|Rectory|Vicarage),{_GAP}"
        rf"(?:{_CAP}{_GAP}){{1,3}}(?i:{_STRONG}){_END}{_THEN_POSTCODE}"
    ),
    re.compile(
        rf"\b(?i:live|lives|lived|living|stays|stayed|staying|moved|house|flat|home|address|addr|room|bungalow|resides|property|round|squat|caravan)\b"
        rf"(?:{_GAP}(?i:is|at|to|on|in|off|near|the|a|with|now|was|into|from|over|down|up|back))*[:\-,]?{_GAP}(?P<street>(?:{_CAP}{_GAP}){{1,3}}(?i:{_STRONG}){_END}{_THEN_POSTCODE})"
    ),
    re.compile(
        rf"\b(?:on|off|at|along|down|in|of|to|from){_GAP}(?P<street>(?!Street|Road)(?:{_CAP}{_GAP}){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Crescent|Close|Terrace|Gardens|Grove|Wynd|Rd|Ave){_END}{_THEN_POSTCODE})"
    ),
)
_SCHOOL = (
    r"(?:(?:Church of England|C of E|CofE|CE|RC|Roman Catholic|Catholic|Community|"
    r"Junior|Infants?|Primary|Secondary|High|Grammar|Middle|First|Nursery|Special|"
    r"Academy|Free|Islamic|Muslim|Jewish|Voluntary|Aided|Controlled|Integrated|Girls'?|Boys'?|VC|VA|and|&)[ \t])"
)
SCHOOLS = (
    re.compile(
        rf"(?<![\w'])(?:(?:St\.?|Saint|Holy|Our|The|Ysgol){_GAP})?(?:{_CAP}(?:[ \t\-](?:of|"
        rf"the|and|y|in|on|upon|le)(?:[ \t\-](?:the|y))?)?{_GAP}){{1,4}}?"
        rf"{_SCHOOL}{{0,4}}(?:School|Academy|College|Primary|Nursery|Infants?|Juniors?|"
        rf"Grammar|Comprehensive|PRU|Pre-?school|Kindergarten|High School|Sixth Form)(?![\w'])"
        r"(?:[ \t](?:School|Academy|College|Nursery)(?!\w))?"
    ),
    re.compile(rf"\bYsgol(?:[ \t](?:{_CAP}|y|yr|a|ar|gynradd|uwchradd)){{1,4}}{_END}"),
    re.compile(
        r"\b(?:attend(?:s|ed|ing)?|at|from|to|in|goes|school is|school:|moved to|starts?|started|excluded from|nursery:?)[ \t]"
        r"(?P<name>(?:(?:st|saint|holy)[ \t.]{1,2})?(?P<words>(?:[a-z'\u2019\-]{3,20}[ \t]){1,3}?)(?:c of e |ce |rc |catholic |community )?"
        r"(?:primary|secondary|high|infant|junior|grammar|special|academy|college|nursery)(?:[ \t](?:school|academy|college))?)(?!\w)",
        re.IGNORECASE,
    ),
)
NOT_A_STREET, NOT_A_SCHOOL = named("not_a_street"), named("not_a_school")


def find_places(text: str) -> Iterator[Span]:
    """Every address and every school that is called by its name."""
    for pattern in ADDRESSES:
        for match in pattern.finditer(text):
            group = "street" if "street" in pattern.groupindex else 0
            if _is_an_address(match, group):
                start = match.start(group)
                yield Span(start, match.end(group), match.group(group), "address")
    for pattern in SCHOOLS:
        for match in pattern.finditer(text):
            yield from _school(text, match)


def _is_an_address(match: re.Match[str], group: str | int) -> bool:
    words = match.group(group).casefold().split()
    if "words" in match.re.groupindex and match["words"]:
        return not {*match["words"].casefold().split()} & NOT_A_STREET
    return not (len(words) > 1 and words[-2] in NOT_A_STREET)


def _school(text: str, match: re.Match[str]) -> Iterator[Span]:
    """The school without the words before it that are only the beginning of a sentence; nothing when no name is left."""
    group = "name" if "name" in match.re.groupindex else 0
    start, found = match.start(group), match.group(group)
    if group and {*match["words"].casefold().split()} & NOT_A_SCHOOL:
        return
    while (first := re.match(r"[\w'\u2019]+[.,]?\s+", found)) and first.group().strip(" .,\n\t").casefold() in NOT_A_SCHOOL:
        start, found = start + first.end(), found[first.end() :]
    if len([word for word in found.split() if word.casefold() not in NOT_A_SCHOOL]) > 0 and len(found.split()) > 1:
        yield Span(start, start + len(found), found, "school")
