"""Words as phones and young people write them, folded so that the same word is found however it is spelt. Pure.

    tokens_of("I dont wanna B here anymore")   ->   ["i", "do", "not", "want", "to", "be", "here", "any", "more"]
    forms_of("kill", "en")                     ->   {"kill", "kills", "killed", "killing", "killin", ...}

For the matcher of risk words (stories/risk_words.py) and nothing else: the words themselves are never changed.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc`][^\W_]+)*")
APOSTROPHES = re.compile(r"['\u2019\u02bc`]")
DIGITS = str.maketrans("013457@$", "oieastas")
LETTERS_TWICE = re.compile(r"(.)\1{2,}")
ARABIC = re.compile(r"[\u0600-\u06ff]")
SAME_LETTER = str.maketrans({"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ہ": "ه", "\u0640": None})

# How it is written on a phone, and what it says. One word may say several.
PHONE = {
    "wanna": "want to", "wana": "want to", "wannah": "want to", "wantto": "want to", "wnna": "want to", "wnt": "want", "gonna": "going to",
    "gunna": "going to", "gona": "going to", "goin": "going", "gon": "going to", "finna": "going to", "im": "i am", "ive": "i have",
    "hes": "he is", "shes": "she is", "theyre": "they are", "isnt": "is not", "wasnt": "was not", "wont": "will not", "hell": "he will",
    "shell": "she will", "theyll": "they will", "hed": "he would", "shed": "she would", "theyd": "they would", "id": "i had",
    "dont": "do not", "dnt": "do not", "doesnt": "do not", "didnt": "do not", "does": "do", "did": "do",
    "cant": "cannot", "cnt": "cannot", "u": "you", "ur": "your", "r": "are", "n": "and", "b": "be", "2": "to", "4": "for",
    "4eva": "forever", "4ever": "forever", "anymore": "any more", "nemore": "any more", "meself": "myself", "mesel": "myself",
    "myslef": "myself", "mysel": "myself", "myselff": "myself", "pls": "please", "plz": "please", "plss": "please",
    "hlp": "help", "sum1": "someone", "some1": "someone", "somebody": "someone", "anybody": "anyone", "evry1": "everyone",
    "every1": "everyone", "everybody": "everyone", "mom": "mum", "mummy": "mum", "mumma": "mum", "daddy": "dad",
    "2nite": "tonight", "tonite": "tonight", "2night": "tonight", "kys": "kill yourself", "scard": "scared", "skared": "scared",
    "scarred": "scared", "sucide": "suicide", "suiside": "suicide", "sewerslide": "suicide", "unalived": "unalive", "selfharm": "self harm",
    "dieing": "dying", "noone": "no one", "nobody": "no one", "no1": "no one", "havent": "have not", "hasnt": "have not",
    "hadnt": "have not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "arent": "is not", "werent": "was not", "youll": "you will",
    "weve": "we have", "theyve": "they have", "youve": "you have", "thats": "that is", "whats": "what is", "gotta": "have to",
    "dis": "this", "wiv": "with", "wif": "with",
    "bcos": "because", "wen": "when", "wud": "would", "wld": "would", "toke": "took", "stept": "step", "pix": "pics", "alll": "all",
}  # fmt: skip
TOGETHER = {
    ("my", "self"): "myself", ("him", "self"): "himself", ("her", "self"): "herself", ("can", "not"): "cannot", ("some", "one"): "someone",
    ("every", "one"): "everyone", ("for", "ever"): "forever", ("no", "where"): "nowhere", ("out", "side"): "outside",
    ("any", "one"): "anyone", ("all", "ways"): "always", ("to", "night"): "tonight", ("sui", "cide"): "suicide",
    ("step", "dad"): "stepdad", ("step", "mum"): "stepmum", ("step", "brother"): "stepbrother", ("step", "sister"): "stepsister",
    ("boy", "friend"): "boyfriend", ("girl", "friend"): "girlfriend",
}  # fmt: skip
# Words that only make a sentence stronger: found and looked for without them.
LOUDER = {
    "really", "so", "just", "even", "actually", "literally", "honestly", "fucking", "fuckin", "fkn", "fking", "kinda", "sorta",
    "still", "always", "also", "sometimes", "basically", "totally", "lowkey", "highkey", "rly", "rlly", "proper", "properly", "bloody",
    "like", "cba", "ever", "fully", "deffo", "definitely", "constantly", "again", "already", "jus", "very",
}  # fmt: skip
# Whose it is and who it is make no difference to a worry: "hits my mum", "hits her nan", "hit us".
WHOSE = {"a", "an", "the", "my", "his", "her", "their", "our", "your", "this", "that", "these", "those"}
KIN = {
    "mum", "mam", "mother", "dad", "father", "parents", "stepdad", "stepmum", "sister", "sis", "stepsister", "brother", "bro",
    "stepbrother", "nan", "gran", "grandma", "grandad", "grandpa", "aunt", "auntie", "uncle", "cousin", "carer", "foster",
    "stepfather", "stepmother", "grandfather", "grandmother", "nana", "aunty", "stepbro", "stepsis", "mums", "dads", "uncles", "brothers",
    "sisters", "carers", "cousins", "nans", "grandads", "aunties",
}  # fmt: skip
ALIKE = dict.fromkeys(WHOSE, "~whose") | dict.fromkeys(KIN, "~kin") | {"us": "me"}
IRREGULAR = {
    "die": "dying dyin died", "take": "took taken takin", "run": "ran running runnin", "beat": "beaten", "hang": "hung", "burn": "burnt",
    "hold": "held", "make": "made makin", "throw": "threw thrown", "get": "got gotten gettin", "come": "came comin", "give": "gave given",
    "say": "said", "feel": "felt", "sleep": "slept", "sell": "sold", "send": "sent", "do": "did done", "shoot": "shot", "find": "found",
    "bite": "bit bitten", "leave": "left", "swallow": "swallowed", "wish": "wished", "spit": "spat", "drink": "drank drunk drinkin",
    "know": "knows knew", "try": "tried trying tryin tries", "have": "had has having", "bring": "brought", "deal": "dealt", "is": "was are",
    "child": "children", "meet": "met", "wake": "woke woken", "pic": "pics pix", "hit": "hitted", "go": "going goes", "tablet": "tablets",
    "jump": "jumped", "slit": "slitted", "hurt": "hurted", "threaten": "threatend", "follow": "followed", "eat": "ate eaten",
    "starve": "starved",
    "break": "broke broken", "sneak": "snuck", "creep": "crept", "shake": "shook shaken", "steal": "stole stolen", "think": "thought",
    "tell": "told", "drive": "drove driven", "wear": "wore worn", "stand": "stood", "buy": "bought", "keep": "kept", "pay": "paid",
    "hide": "hid hidden", "hear": "heard", "see": "saw seen", "lose": "lost", "write": "wrote written", "feed": "fed", "fight": "fought",
    "lie": "lay lied lying", "sit": "sat", "tie": "tied tying", "grow": "grew grown", "ring": "rang rung", "speak": "spoke spoken",
}  # fmt: skip
WELSH_FIRST = {
    "ll": ("l",), "rh": ("r",), "p": ("b", "mh", "ph"), "t": ("d", "nh", "th"), "c": ("g", "ngh", "ch"), "b": ("f", "m"), "d": ("dd", "n"),
    "g": ("", "ng"), "m": ("f",),
}  # fmt: skip
WELSH_VOWELS = "aeiouwy"
WELSH_ENDS = ("", "odd", "ais", "aist", "wyd", "io", "o", "au", "ion", "af", "ith", "iff", "ir", "on", "n", "r", "s")
ARABIC_AND = ("و", "ف")
ARABIC_BEFORE = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "س", "ح", "ه")
ARABIC_AFTER = ("ني", "ها", "هم", "نا", "كم", "ون", "ين", "ات", "وا", "ه", "ك", "ي", "ت", "ا")
SHORTEST_ARABIC = 4
SHORTEST_WITH_ENDINGS = 3
VOWELS = "aeiou"


def fold(text: str) -> str:
    """The text without case, accents, vowel marks, the stretching sign and invisible characters."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in spread if unicodedata.category(sign) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFKC", kept).translate(SAME_LETTER)


def lines_of(text: str) -> list[list[str]]:
    """The words of each line, folded and written out. A phrase never runs over the end of a line or of a sentence."""
    return [words for line in re.split(r"[\n.!?\u061f;]+", _joined(fold(text))) if (words := tokens_of(line))]


def tokens_of(text: str) -> list[str]:
    """The words of one line: apostrophes gone, phone spellings written out, what only makes it louder left out."""
    plain = [APOSTROPHES.sub("", found) for found in WORD.findall(fold(text))]
    written: list[str] = []
    for word in plain:
        written += _said(word).split()
    return [ALIKE.get(word, word) for word in _put_together(written) if not LOUDER & _held(word)]


def variants_of(word: str) -> set[str]:
    """The ways in which one written word may be meant: letters held down, digits for letters, Arabic with what is joined to it."""
    held = _held(word)
    if any(sign.isdigit() for sign in word) and any(sign.isalpha() for sign in word):
        held |= {one.translate(DIGITS) for one in held}
    return held | (_arabic(word) if ARABIC.search(word) else set())


@lru_cache(maxsize=4096)
def forms_of(word: str, language: str) -> frozenset[str]:
    """A word of the list in every form it is looked for: with its endings, and in Welsh with each beginning it can have."""
    if language == "cy":
        return frozenset(_welsh(word))
    if language == "en" and len(word) >= SHORTEST_WITH_ENDINGS:
        return frozenset(_english(word) | set(IRREGULAR.get(word, "").split()))
    return frozenset({word} | (set(IRREGULAR.get(word, "").split()) if language == "en" else set()))


def _joined(text: str) -> str:
    """Letters that were kept apart to hide a word: "k.m.s", "s u i c i d e"."""
    return re.sub(r"(?<!\w)(?:[^\W\d_][ .*_-]+){2,}[^\W\d_](?!\w)", lambda found: re.sub(r"\W|_", "", found.group()), text)


def _said(word: str) -> str:
    """What a phone spelling says; one with letters held down ("wannnna") or digits for letters ("w4nna") too."""
    if word in PHONE or len(word) == 1:
        return PHONE.get(word, word)
    meant = next((one for one in sorted(_held(word)) if one in PHONE), word.translate(DIGITS))
    return PHONE.get(meant, word)


def _held(word: str) -> set[str]:
    """The word, and what it is when a letter was held down: "reallly" is "really" or "realy"."""
    return {word, LETTERS_TWICE.sub(r"\1", word), LETTERS_TWICE.sub(r"\1\1", word)}


def _put_together(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and (found[-1], word) in TOGETHER:
            found[-1] = TOGETHER[found[-1], word]
        else:
            found.append(word)
    return found


def _english(word: str) -> set[str]:
    if word.startswith("~"):
        return {word}
    endings = {word, f"{word}s", f"{word}ed", f"{word}ing", f"{word}in", f"{word}d", f"{word}es", f"{word}er", f"{word}ers"}
    if word.endswith("e"):
        endings |= {f"{word[:-1]}ing", f"{word[:-1]}in", f"{word}rs"}
    if word.endswith("y"):
        endings |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if word[-1] not in f"{VOWELS}wxy" and word[-2] in VOWELS:
        endings |= {f"{word}{word[-1]}{end}" for end in ("ed", "ing", "in", "er")}
    return endings


def _welsh(word: str) -> set[str]:
    beginnings = {word}
    first = next((start for start in (word[:2], word[:1]) if start in WELSH_FIRST), "")
    if first and not (first == "d" and word.startswith("dd")) and not word.startswith(("ch", "ph", "th", "ff", "ng")):
        beginnings |= {other + word[len(first) :] for other in WELSH_FIRST[first]}
    if word[0] in WELSH_VOWELS:
        beginnings.add(f"h{word}")
    return {f"{start}{end}" for start in beginnings for end in (WELSH_ENDS if len(word) > SHORTEST_ARABIC else ("",))}


def _arabic(word: str) -> set[str]:
    """The word without what is joined before and after it, as long as enough is left to be a word."""
    before = {word, *(word[1:] for start in ARABIC_AND if word.startswith(start))}
    before |= {one[len(start) :] for one in before for start in ARABIC_BEFORE if one.startswith(start)}
    both = before | {one[: -len(end)] for one in before for end in ARABIC_AFTER if one.endswith(end)}
    return {one for one in both if len(one) >= SHORTEST_ARABIC}
