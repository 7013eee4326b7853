"""Where people live: addresses with a number or the name of a house, and streets somebody lives in. Pure."""

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
    r"(?:(?:\d{1,2}/\d{1,2},?|(?:top|ground|basement|first|second|third|upper|"
    r"lower)(?:[ \t]floor)?[ \t]flat,?)[ \t\n]{1,3}|(?:flat|apartment|apt|room|unit|maisonette|block|floor|basement|plot|"
    r"pitch|bay|caravan|trailer)\.?[ \t]{0,2}[\dA-Za-z]{1,4}(?:/\d)?,?[ \t\n]{1,3})?"
)
_NUMBER = r"(?:(?:no\.?|number)[ \t]{0,2})?\d{1,4}[a-zA-Z]?(?:[ \t]?[-/\u2013][ \t]?\d{1,4}[a-zA-Z]?)?,?"
_WORDS = rf"(?:(?:{_CAP}|St\.|of|the|y|yr|an|upon|le){_GAP}){{1,4}}?"
_END = r"(?![\w'\u2019]|-\w)"
_KNOWN_TOWN = rf"(?:,?{_GAP}(?:{'|'.join(sorted(named('towns')))})\b)?"
_TOWN = rf"(?:,?{_GAP}?{_CAP}(?:[ \t-](?:{_CAP}|upon|on|le|under|in|the|of)){{0,3}}){{0,3}}?"
_THEN_POSTCODE = (
    rf"(?:{_TOWN}(?=,?[ \t\n]{{0,3}}(?:{POSTCODE.pattern}))|"
    rf",?{_GAP}(?i:{'|'.join(sorted(named('towns')))})\b|,[ ]{_CAP}(?=\s*(?:[.;|)\n]|$)))?"
)
_HOUSE = r"(?:cottage|farm|farmhouse|barn|bungalow|croft|mill|lodge|villa|rectory|vicarage|manse|croft)"
_BLOCK = (
    r"(?:house|court|towers?|point|heights|lodge|hall|park|site|estate|"
    r"mansions|buildings|gardens|place|square|view|caravan park|caravan site)"
)
_WELSH = (
    r"(?:heol|ffordd|stryd|maes|l\u00f4n|lon|clos|cwrt|bryn|rhodfa|tai|tan|bro|"
    r"llys|pant|pen|min|trem|erw|gwel|glan|cae|d\u00f4l|dol|rhes|parc|rue|mount)"
)
_SMALL_WORDS = rf"(?P<words>(?:[a-z'\u2019.\-]{{2,20}}{_GAP}){{1,3}}?)"
_WEAK = (
    r"(?:rise|walk|view|fold|croft|mews|paddock|st|row|court|place|way|"
    r"hill|park|square|green|garth|mount|bank|parade|meadows?|cl|gr|pl|terr)"
)
_AT = r"(?:at|to|from|of|on|off|in|near|outside|tried|visited|address|addr|is|was|lives|living|into|by|for|leaving|left|and)"
_PLACE = r"(?:live|lives|lived|living|stays|stayed|staying|moved|house|flat|home|address|addr|room|bungalow|resides|property|squat|caravan)"
_SURE_STREET = r"(?:Street|Road|Avenue|Lane|Drive|Crescent|Close|Terrace|Gardens|Grove|Wynd|Rd|Ave)"
_NO_WORD = r"(?<![\w/.\-:])"
ADDRESSES = (
    re.compile(rf"{_NO_WORD}(?i:{_UNIT}){_NUMBER}{_GAP}{_WORDS}(?i:{_TYPE}){_END}{_THEN_POSTCODE}"),
    re.compile(rf"{_NO_WORD}(?i:{_UNIT}){_NUMBER}{_GAP}(?i:{_WELSH})(?:{_GAP}(?:{_CAP}|y|yr|a|ar)){{1,3}}{_END}{_THEN_POSTCODE}"),
    re.compile(
        rf"{_NO_WORD}{_UNIT}{_NUMBER}{_GAP}{_WELSH}(?:{_GAP}(?:y|yr|a|ar))?{_GAP}[^\W\d_]{{3,20}}{_END}{_KNOWN_TOWN}", re.IGNORECASE
    ),
    re.compile(rf"{_NO_WORD}{_UNIT}{_NUMBER}{_GAP}{_SMALL_WORDS}{_STRONG}{_END}{_KNOWN_TOWN}", re.IGNORECASE),
    re.compile(rf"(?:\b{_AT}\s|[|:,(]\s)(?P<street>{_UNIT}{_NUMBER}{_GAP}{_SMALL_WORDS}{_WEAK}{_END}{_KNOWN_TOWN})", re.IGNORECASE),
    re.compile(
        rf"\b(?:flat|apartment|apt|room|unit|pitch|plot|bay|yard|caravan|trailer)[ \t]{{0,2}}(?:\d{{1,4}}[a-z]?|[a-h]),?{_GAP}"
        rf"(?:the{_GAP})?(?P<words>(?:[a-z'\u2019.\-]{{2,20}}{_GAP}){{1,3}}?)(?:{_BLOCK}|{_STRONG}){_END}{_KNOWN_TOWN}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?!at|in|from|to|on|of|and|"
        rf"with)(?:the[ \t])?(?:[a-z'\u2019\-]{{2,20}}[ \t]){{1,2}}{_HOUSE},{_GAP}(?:[a-z'\u2019\-]{{2,20}}{_GAP}){{1,3}}"
        rf"{_STRONG}{_END}{_KNOWN_TOWN}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?i:{_PLACE})\b(?:{_GAP}(?i:is|at|to|on|in|off|near|the|a|with|now|was|into|from|over|down|up|back)){{0,3}}[:\-,]?{_GAP}"
        rf"(?P<street>(?:{_CAP}{_GAP}){{1,3}}(?i:{_STRONG}){_END}{_THEN_POSTCODE})"
    ),
    re.compile(
        rf"\b(?:on|off|at|along|down|in|of|to|from){_GAP}(?P<street>(?!Street|Road)(?:{_CAP}{_GAP}){{1,3}}{_SURE_STREET}{_END}{_THEN_POSTCODE})"
    ),
)
NOT_A_STREET = named("not_a_street")
AFTER_THE = re.compile(
    r"the\s+(?:paddock|mews|green|square|crescent|drive|avenue|grove|close|terrace|croft|lane|garth|mount)\b", re.IGNORECASE
)


def find_addresses(text: str) -> Iterator[Span]:
    """Every address: with a number, with the name of a house, and a street that somebody lives in."""
    for pattern in ADDRESSES:
        for match in pattern.finditer(text):
            group = "street" if "street" in pattern.groupindex else 0
            if _is_an_address(match, group):
                yield Span(match.start(group), match.end(group), match.group(group), "address")


def _is_an_address(match: re.Match[str], group: str | int) -> bool:
    """Whether the words of it are a name: not "3 close friends", "2 weeks way", "12 of the ..."."""
    if "words" in match.re.groupindex and match["words"]:
        words = match["words"].casefold().split()
        if words == ["the"]:
            return AFTER_THE.search(match.group()) is not None
        return not {*words} & NOT_A_STREET
    written = match.group(group).split()
    return not (len(written) > 1 and written[-2].islower() and written[-2] in NOT_A_STREET)
