"""Numbers that lead to a person: telephone, e-mail, postcode, NHS, National Insurance, UPN, vehicles, cases. Pure.

Every pattern begins where no word goes on and counts its repetitions, so that a text is read in time linear in its length.
"""

import re
from collections.abc import Callable, Iterator

from official_file.mentions.checks import is_nhs_number, is_ni_number, is_upn
from official_file.mentions.known import Span
from official_file.mentions.wordlists import named

_S = r"(?:[ \t\u00a0.\-\u2010-\u2014]{1,2}|[ \t]?\n)?"  # what people put between digits; a line may end there
_BEFORE, _AFTER = r"(?<![\w@])", r"(?![\w@])"
AREAS = named("postcode_areas")
POSTCODE = re.compile(
    rf"(?i:{_BEFORE}(?:{'|'.join(sorted(AREAS, key=len, reverse=True))})(?:\d[\dA-HJKPSTUW]?|"
    rf"[O0]\d?)(?:[ \t\u00a0]{{0,2}}\n?|-)[\dOo][ABD-HJLNP-UW-Z]{{2}}{_AFTER}|{_BEFORE}GIR[ ]?0AA{_AFTER})",
    re.IGNORECASE,
)
D = r"[\dOolI]"  # a digit, or what a scanner made of it
PHONES = (
    re.compile(r"(?<![\w+/])0?7\d{3}/\d{6}(?![\w/])"),
    re.compile(rf"(?<![\w+])(?:\+|00)\s?\(?44\)?{_S}(?:\(0\){_S}|0)?[1-9](?:{_S}\d){{8,9}}(?!\d)"),
    re.compile(rf"(?<![\w+])\(?[0Oo]7(?:\)?{_S}{D}){{9}}(?!\w)"),
    re.compile(rf"(?<![\w+])\(?0[1-389](?:\)?{_S}\(?\d){{9}}(?!\w)"),
    re.compile(rf"(?<![\w+])\(?01(?:\)?{_S}\d){{8}}(?!\w)"),
    re.compile(rf"(?<![\w+])(?:\+|00(?=[ ]?\d{{2}}))[ ]?(?!44)[1-9]\d{{0,2}}(?:{_S}\d){{7,12}}(?!\w)"),
)
SHORT_PHONE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|landline|ring|call|text|extn?|extension)(?:\s?(?:no|num|number))?(?:\s(?:on|is|her|him|them|me|at))?"
    rf"[.:]?\s{{0,3}}(?P<value>\d(?:{_S}\d){{4,8}}|(?<=ext )\d{{3,5}})(?![\w/]|[.:]\d)",
    re.IGNORECASE,
)
NHS = re.compile(rf"(?:{_BEFORE}|(?<=NHS)|(?<=nhs))\d(?:{_S}\d){{9}}(?![\w@])(?![ \-]\d)")
NI = re.compile(rf"{_BEFORE}[A-Z]{{2}}{_S}(?:\d{_S}){{6}}[A-Z]{_AFTER}", re.IGNORECASE)
NI_SHORT = re.compile(
    rf"\b(?:nino|ni|national insurance)\b[^\n\d]{{0,20}}?(?P<value>\b[A-Z]{{2}}{_S}\d(?:{_S}\d){{5}})(?!\w)", re.IGNORECASE
)
UPN = re.compile(rf"{_BEFORE}[A-Z](?:[ ]?\d){{11}}[ ]?[\dA-Z]{_AFTER}", re.IGNORECASE)
UPN_SAYS, NHS_SAYS = (
    re.compile(r"\bupn\b|pupil (?:number|no)", re.IGNORECASE),
    re.compile(r"\bnhs\b|\bchi\b|\bh&c\b|\bhcn\b", re.IGNORECASE),
)
NI_SAYS = re.compile(r"\bni(?:no)?\b|national insurance", re.IGNORECASE)
CAR_SAYS = re.compile(
    r"\b(?:reg(?:istration)?|plates?|car|van|vehicle|vrm|index|driv\w{1,4}|parked|ford|vauxhall|bmw|audi|golf|fiesta|corsa|astra|transit|vw|"
    r"volkswagen|toyota|nissan|peugeot|renault|mercedes|honda|kia|skoda|seat|citroen|motorbike|scooter|moped|lorry|pickup|taxi)\b",
    re.IGNORECASE,
)
CARS = (
    re.compile(rf"{_BEFORE}[A-Z]{{2}}[ -]?[0-9O]{{2}}[ -]?[A-Z]{{3}}{_AFTER}", re.IGNORECASE),
    re.compile(rf"{_BEFORE}[A-HJ-NPR-TV-Y][ -]?\d{{1,3}}[ -]?[A-Z]{{3}}{_AFTER}", re.IGNORECASE),
    re.compile(rf"{_BEFORE}[A-Z]{{3}}[ -]?\d{{1,4}}[ -]?[A-Z]?{_AFTER}", re.IGNORECASE),
)
COURT = re.compile(
    rf"{_BEFORE}(?:[A-Z]{{2}}\d{{2}}[A-Z]\d{{5}}|[A-Z]{{2,5}}/\d{{2,4}}/\d{{3,8}}|\d{{2}}/\d{{5,7}}/\d{{2}}){_AFTER}", re.IGNORECASE
)
_ID = r"(?:no\.?|nos\.?|number|num|id|ref\.?|reference|(?<!sort )(?<!post)code|#)"
CASE = re.compile(
    rf"\b(?:(?:case|court|claim|file|crime|incident|occurrence|log|cad|urn|"
    rf"niche|lcs|lac|ics|mosaic|liquid ?logic|carefirst|care ?director|eclipse|"
    rf"swift|paris|system|client|person|child|record|hospital|unit|mrn|home office|ho|port|asylum|arc|application|tenancy|patient|event|"
    rf"cafcass|scra|police|our|your|reg|social care|passport|account|"
    rf"licence)\s?(?:'s)?\s?){{1,2}}{_ID}(?:\s?{_ID})?\s?(?:is|was)?\s?[:.=#\-]{{0,2}}\s{{0,2}}"
    rf"(?P<value>(?!nhs|chi|upn|nino|tel|mob|dob)(?:[A-Z]{{1,8}}[-/ ]?){{0,3}}\d[\dA-Z]{{0,12}}(?"
    rf":[-/][\dA-Z]{{1,10}}){{0,4}})(?P<of>\sof\s\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})?(?!\w)",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\b(?:ref\.?|reference|id)(?:\s?(?:no\.?|number|code))?\s?(?:is|was)?\s?[:.=#\-]{0,2}\s{0,2}"
    r"(?P<value>(?!nhs|chi|upn|nino|tel|mob|"
    r"dob)(?:[A-Z]{1,8}[-/ ]?){0,3}\d[\dA-Z]{0,12}(?:[-/][\dA-Z]{1,10}){0,4})(?P<of>\sof\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4})?(?!\w)",
    re.IGNORECASE,
)
LOGGED = re.compile(
    r"\b(?:case|numbered|cad|log|crime|incident|niche|lcs|ics|mosaic|liquid ?logic|carefirst|eclipse|mrn|urn|occurrence)\s?[:#]?\s?"
    r"(?P<value>[A-Z]{0,4}[-/]?\d[\dA-Z]{0,14}(?:[-/][\dA-Z]{1,10}){0,4})(?P<of>\sof\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4})?(?!\w)",
    re.IGNORECASE,
)
BANK = re.compile(
    r"\bsort\s?code\W{0,4}(?P<value>\d\d[- ]?\d\d[- ]?\d\d)(?!\w)|\b(?:account|"
    r"acc|a/c)(?:\s?(?:no\.?|number))?\W{0,4}(?P<other>\d{8})(?!\w)",
    re.IGNORECASE,
)
MAIL_BEFORE = re.compile(r"[\w.+'\u2019\-]{1,64}[ ]?$")
MAIL_AFTER = re.compile(r"@[ ]?[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,6}", re.IGNORECASE)
HANDLE = re.compile(r"@[\w.]{3,40}")
ACCOUNT = re.compile(
    r"(?P<link>\b(?:www\.)?(?:facebook|instagram|tiktok|snapchat)\.com/[\w./@\-]{2,60})|"
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|facebook|fb|"
    r"whatsapp|roblox|psn|gamertag|discord|xbox|twitter)(?:\s(?:name|user(?:name)?|id|handle|account|is|as|called)){0,3}\s?[:\-]?\s?"
    r"(?P<value>(?!com/)\w[\w.]{0,29}[\d_.][\w.]{0,29}\w)",
    re.IGNORECASE,
)
LOOK_BACK = 30
ORDINALS = frozenset(("1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH", "0TH"))


def find_numbers(text: str) -> Iterator[Span]:
    """Every number, address on the net and account in the text; overlapping ones too."""
    for finder in (_mails, _phones, _health, _insurance, _pupils, _cars, _cases, _accounts):
        yield from finder(text)
    yield from (_span(text, match.start(), match.end(), "postcode") for match in POSTCODE.finditer(text) if _is_postcode(match.group()))


def _span(text: str, start: int, end: int, kind: str) -> Span:
    return Span(start, end, text[start:end], kind)


def _near(text: str, start: int, says: re.Pattern[str]) -> bool:
    """Whether the words just before say what it is."""
    return says.search(text[max(0, start - LOOK_BACK) : start]) is not None


def _is_postcode(found: str) -> bool:
    """Not "no one", "choose" or "m1 2nd": a letter O for a digit only in capitals, and beside a digit."""
    plain = "".join(found.replace("-", "").split())
    digits = sum(sign.isdigit() for sign in plain)
    if plain[-3:].upper() in ORDINALS and not plain.isupper():
        return False
    return plain[-3].isdigit() and any(sign.isdigit() for sign in plain[:-3]) if not plain.isupper() else digits > 0


def _mails(text: str) -> Iterator[Span]:
    place = text.find("@")
    while place >= 0:
        after = MAIL_AFTER.match(text, place)
        before = MAIL_BEFORE.search(text[max(0, place - 66) : place])
        if after and before:
            yield _span(text, place - len(before.group()), after.end(), "email")
        elif (handle := HANDLE.match(text, place)) and not (place and (text[place - 1].isalnum())):
            yield _span(text, place, handle.end(), "other")
        place = text.find("@", place + 1)


def _phones(text: str) -> Iterator[Span]:
    for pattern in PHONES:
        for match in pattern.finditer(text):
            is_health = len(re.sub(r"\D", "", match.group())) == 10 and _near(text, match.start(), NHS_SAYS)
            if sum(sign.isdigit() for sign in match.group()) >= 6 and not is_health:
                yield _span(text, match.start(), match.end(), "phone")
    for match in SHORT_PHONE.finditer(text):
        yield _span(text, match.start("value"), match.end("value"), "phone")


def _health(text: str) -> Iterator[Span]:
    for match in NHS.finditer(text):
        says = _near(text, match.start(), NHS_SAYS)
        if is_nhs_number(match.group()) and (says or not _near(text, match.start(), CASE_SAYS)):
            yield _span(text, match.start(), match.end(), "nhs_number")
        elif says:
            yield _span(text, match.start(), match.end(), "other")


def _insurance(text: str) -> Iterator[Span]:
    for match in NI.finditer(text):
        if is_ni_number(match.group()):
            yield _span(text, match.start(), match.end(), "ni_number")
        elif _near(text, match.start(), NI_SAYS):
            yield _span(text, match.start(), match.end(), "other")
    yield from (_span(text, match.start("value"), match.end("value"), "ni_number") for match in NI_SHORT.finditer(text))


def _pupils(text: str) -> Iterator[Span]:
    for match in UPN.finditer(text):
        if is_upn(match.group()):
            yield _span(text, match.start(), match.end(), "upn")
        elif _near(text, match.start(), UPN_SAYS):
            yield _span(text, match.start(), match.end(), "other")


def _cars(text: str) -> Iterator[Span]:
    for number, pattern in enumerate(CARS):
        for match in pattern.finditer(text):
            found = match.group()
            said = found.casefold()[:3] not in NOT_PLATES and _near(text, match.start(), CAR_SAYS)
            if (_is_of_today(found) if number == 0 else not (number == 2 and _is_no_plate(found))) and (
                said or (number == 0 and found[2].isdigit())
            ):
                yield _span(text, match.start(), match.end(), "vehicle")


def _is_of_today(found: str) -> bool:
    """Two letters, the half year of its first day on the road (02 to 29, 51 to 79), three letters that are no word."""
    plain = re.sub(r"[ -]", "", found).upper()
    year, ending = plain[2:4].replace("O", "0"), plain[4:].casefold()
    return year[:1] in "012567" and (found.isupper() or ending not in NOT_PLATES)


def _is_no_plate(found: str) -> bool:
    """Without a letter at the end it is one of Northern Ireland, with I or Z."""
    return not (found[-1].isalpha() or re.search("[IZ]", found[:3].upper()))


def _cases(text: str) -> Iterator[Span]:
    yield from (_span(text, match.start(), match.end(), "case_id") for match in COURT.finditer(text))
    for pattern in (CASE, BARE, LOGGED):
        for match in pattern.finditer(text):
            value, end = match["value"], match.end("of") if match["of"] else match.end("value")
            if sum(sign.isdigit() for sign in value) >= 4 and not re.fullmatch(r"(?:19|20)\d\d|0\d{9,10}", value):
                yield _span(text, match.start("value"), end, "case_id")


def _accounts(text: str) -> Iterator[Span]:
    patterns: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (BANK, lambda match: "value" if match["value"] else "other"),
        (ACCOUNT, lambda match: "value" if match["value"] else "link"),
    )
    for pattern, group in patterns:
        for match in pattern.finditer(text):
            yield _span(text, match.start(group(match)), match.end(group(match)), "other")


CASE_SAYS = re.compile(r"\b(?:ref\.?|reference|id|case|crime|log)(?:\s?(?:no\.?|number))?[\s:.=#\-]{0,4}$", re.IGNORECASE)
NOT_PLATES = named("not_plates")
