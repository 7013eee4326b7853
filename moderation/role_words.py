"""Which role a young person means by "my social worker", "my PA" or "her manager", in English, Welsh and Arabic. Pure.

roles_meant("My PA never rings")               ->   {Meant("personal_adviser", before=False)}
roles_meant("my old social worker was better")  ->   {Meant("social_worker", before=True)}
roles_meant("I want to be a social worker")     ->   set()
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from moderation.naming import fold

WORKERS = ("social_worker", "personal_adviser", "access_worker")
MANAGER = "team_manager"


@dataclass(frozen=True, slots=True)
class Meant:
    """A role somebody is meant by; `before`: somebody who had it earlier ("my old social worker")."""

    role: str
    before: bool = False


_WHOSE = r"(?:my|our|the|that|this|your|his|her|hers|their|me|mi|fy|ein|y|yr|ei|eu)"
_THEIRS = r"(?:my|our|the|your|his|her|their|that|ei|eu|fy|y|\w+'?s)"
_BETWEEN = r"(?:\w+\s+){0,2}?"
_NOT_A = r"(?<!\ba\s)(?<!\ban\s)(?<!\bany\s)(?<!\banother\s)"
EARLIER = re.compile(r"\b(?:old|last|first|previous|former|ex|other|used to be|hen|cyn|olaf|blaenorol)\b")

# Each way of saying a role. A short or ordinary word counts only as somebody's own; in Arabic "the" and "my" are part of the word.
_SAYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("social_worker",), rf"{_NOT_A}\bsocial\s?worker\b"),
    (("social_worker",), rf"\b{_WHOSE}\s+{_BETWEEN}social\s?workers?\b"),
    (("social_worker",), r"\bs/?w\b"),
    (("social_worker",), r"\b(?:n?g|n?gh?|)weith(?:iwr|wraig)\s+g?c?ymdeithasol\b"),
    (("social_worker",), "(?:ال)?[اإأ]خصا[يئ]ي[ةه]?\\s+(?:ال)?اجتماعي[ةه]?|(?:ال)?عامل[ةه]?\\s+(?:ال)?اجتماعي[ةه]?"),
    (("social_worker",), "(?:ال)?مشرف[ةه]?\\s+(?:ال)?اجتماعي[ةه]?|مشرفتي|مشرفي|[اإأ]خصا[يئ]يتي"),
    (("personal_adviser",), rf"{_NOT_A}\bpersonal\s+advis[eo]r\b"),
    (("personal_adviser",), rf"\b{_WHOSE}\s+{_BETWEEN}(?:pa|advis[eo]r|leaving\s+care\s+worker|after\s?care\s+worker)\b"),
    (("personal_adviser",), r"\bp\.a\.?(?!\w)"),
    (("personal_adviser",), r"\b(?:y?mg?h?|ch?|ngh|gh?)?ynghorydd\s+personol\b"),
    (("reviewing_officer",), r"\biro\b|\breviewing\s+officer\b|\bswyddog\s+adolygu\b"),
    (("reviewing_officer",), "(?:موظف|مسو?ءول|مسوول)[ةه]?\\s+المراجع[ةه]"),
    (WORKERS, rf"\b{_WHOSE}\s+{_BETWEEN}(?:key\s?)?(?:worker|case\s?worker)\b"),
    ((MANAGER,), rf"\b{_THEIRS}\s+{_BETWEEN}manager\b|\bteam\s+manager\b|\b(?:his|her|their|your|\w+'s)\s+{_BETWEEN}boss\b"),
    ((MANAGER,), rf"\b{_THEIRS}\s+{_BETWEEN}rh?eol(?:wr|wraig)\b"),
    ((MANAGER,), "(?:ال)?مدير(?:ها|ه|تها|ته|ة)?(?!\\w)"),
)
OWN = re.compile(rf"{_THEIRS}\s")
SAYS = tuple((roles, re.compile(pattern)) for roles, pattern in _SAYS)
SAID_SHORT = re.compile(r"\bPA\b")  # in capitals it stands for nobody's father


@lru_cache(maxsize=64)
def roles_meant(text: str) -> frozenset[Meant]:
    """The roles of the people who help that are meant, each as it is held now or was before."""
    plain = fold(text).replace("\u2019", "'")
    found = {Meant("personal_adviser")} if SAID_SHORT.search(text) else set()
    earlier = {one.end() for _roles, pattern in SAYS for one in pattern.finditer(plain) if _is_earlier(plain, one)}
    for roles, pattern in SAYS:
        found |= {Meant(role, one.end() in earlier) for one in pattern.finditer(plain) for role in roles}
    return frozenset(found)


def _is_earlier(text: str, said: re.Match[str]) -> bool:
    """Whether it is somebody who had the role before: "my old social worker", but not "last week my social worker"."""
    word_before = text[: said.start()].split()[-1:]
    return bool(EARLIER.search(said.group()) or (not OWN.match(said.group()) and EARLIER.search(" ".join(word_before))))
