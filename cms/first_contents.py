"""Puts the contents that come with the software where an editor can change them: help pages, words to know, people to talk to.

Used by a migration (with the models of that moment) and by `manage.py load_cms_contents` (with today's), so it takes `get_model` and
sets only fields both know. What was put in once is written down in ShippedContent and never put in again: an editor's change or
deletion stands, and a later version of the software adds only what is new.
"""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from cms.first_pages import add_pages, add_translated_pages, the_index, translated_index
from cms.help_text import HelpText, read_help_text
from cms.once import Shipped, same_everywhere

CONTENTS = Path(__file__).resolve().parent / "contents"
INDEX_TITLE = "Help"
INDEX_INTRO = "Short pages that say how this works, what your rights are, and who can help."
TRANSLATED = (
    ("glossary.json", "GlossaryTerm", "word"),
    ("notices.json", "Banner", "notice"),
    ("support.json", "SupportContact", "person"),
    ("wordings.json", "Wording", "wording"),
)
LONGEST_KEY = 120  # of ShippedContent
ONCE_IN_A_LANGUAGE = {"GlossaryTerm": "term", "Wording": "place"}

GetModel = Callable[[str, str], Any]


def load_contents(*, get_model: GetModel, now: datetime) -> dict[str, int]:
    """Add what was never added; answer how many of each kind. `get_model(app, model)` is `apps.get_model`."""
    locales = get_model("wagtailcore", "Locale").objects
    for code, _name in settings.LANGUAGES:  # so that an editor can translate into each language the pages come in
        locales.get_or_create(language_code=code)
    locale = locales.get(language_code=settings.LANGUAGE_CODE)
    shipped = Shipped(get_model("cms", "ShippedContent"))
    live = {"locale_id": locale.pk, "live": True, "first_published_at": now, "last_published_at": now}
    return {
        "words": _add_rows(get_model("cms", "GlossaryTerm"), "word", glossary_rows(), shipped, live),
        "people": _add_rows(get_model("cms", "SupportContact"), "person", support_rows(), shipped, live),
        "pages": add_pages(get_model, shipped, live, the_index(get_model, shipped, live, INDEX_TITLE, INDEX_INTRO), help_texts()),
    }


def load_kinder_words(*, get_model: GetModel) -> int:
    """Add the kinder words that were never added; answer how many. What an editor changed or took away stays so."""
    model, shipped = get_model("cms", "KinderWord"), Shipped(get_model("cms", "ShippedContent"))
    new = [row for row in kinder_rows() if shipped.is_new(f"kinder:{row['term']}")]
    there = set(model.objects.values_list("term", flat=True))
    model.objects.bulk_create(model(**row) for row in new if row["term"] not in there)
    shipped.remember([f"kinder:{row['term']}" for row in new])
    return len(new)


def load_risk_words(*, get_model: GetModel) -> int:
    """Add the words that ask a human to look soon, in every language they come in; answer how many. What an editor did stands.

    A term too long for the model of an older migration waits for the migration that makes room for it.
    """
    model, shipped = get_model("cms", "RiskWord"), Shipped(get_model("cms", "ShippedContent"))
    room = model._meta.get_field("term").max_length
    new = [row for row in risk_rows() if len(row["term"]) <= room and shipped.is_new(_risk_key(row))]
    there = set(model.objects.values_list("language", "term"))
    model.objects.bulk_create(model(**row) for row in new if (row["language"], row["term"]) not in there)
    shipped.remember([_risk_key(row) for row in new])
    return len(new)


def load_notices(*, get_model: GetModel, now: datetime) -> dict[str, int]:
    """Add the notices and wordings that were never added; answer how many. Notices that are only offered are not live yet."""
    locale = get_model("wagtailcore", "Locale").objects.get(language_code=settings.LANGUAGE_CODE)
    shipped, live = (
        Shipped(get_model("cms", "ShippedContent")),
        {"locale_id": locale.pk, "first_published_at": now, "last_published_at": now},
    )
    rows = [_own("notices.json"), [{"live": True} | row for row in _own("wordings.json")]]
    return {
        "notices": _add_rows(get_model("cms", "Banner"), "notice", rows[0], shipped, live),
        "wordings": _add_rows(get_model("cms", "Wording"), "wording", rows[1], shipped, live),
    }


def load_meanings(*, get_model: GetModel, now: datetime) -> int:
    """Add what words mean, and notices, wordings and people to talk to, in every other language that has contents; answer how many.

    Each row of contents/LANGUAGE/*.json names the row in the first language it is for (`of`): a language is added with no code.
    What an editor took away in the first language is not brought back in another.
    """
    shipped, added = Shipped(get_model("cms", "ShippedContent")), 0
    for code, live in _other_languages(get_model, now):
        for name, model, kind in TRANSLATED:
            rows = _with_original(get_model("cms", model), kind, translated_rows(code, name))
            added += _add_rows(get_model("cms", model), kind, rows, shipped, live, language=code)
    return added


def load_translated_pages(*, get_model: GetModel, now: datetime) -> int:
    """Add the help pages that contents/LANGUAGE/help holds in every other language, at the addresses of the first; answer how many."""
    shipped, added = Shipped(get_model("cms", "ShippedContent")), 0
    first = get_model("cms", "HelpIndexPage").objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path").first()
    for code, live in _other_languages(get_model, now) if first else ():
        named = CONTENTS / code / "help" / "index.json"
        if named.exists():
            said = json.loads(named.read_text(encoding="utf-8"))
            index = translated_index(get_model, shipped, live, first, said["title"], said["intro"], code)
            if index is not None:
                added += add_translated_pages(get_model, shipped, live, (first, index), help_texts_in(code), code)
    return added


def _other_languages(get_model: GetModel, now: datetime) -> list[tuple[str, dict[str, Any]]]:
    """(code, what each live row of it begins with) for every language but the first."""
    found = []
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE:
            locale, _made = get_model("wagtailcore", "Locale").objects.get_or_create(language_code=code)
            found.append((code, {"locale_id": locale.pk, "live": True, "first_published_at": now, "last_published_at": now}))
    return found


def translated_rows(code: str, name: str) -> list[dict[str, Any]]:
    """The rows of another language, each with what it keeps from the first: who sees a notice, where a wording stands, a number.

    They are live even where the first is only offered: a reader meets them once an editor publishes the first (cms/told.py).
    """
    file = CONTENTS / code / name
    if not file.exists():
        return []
    first = {row["key"]: row for row in _own(name)} if name != "glossary.json" else {}
    rows = [row for row in json.loads(file.read_text(encoding="utf-8")) if "of" in row]  # the first says who has checked them
    return [{"also": "", **first.get(row["of"], {}), "live": True, **row, "key": row["of"]} for row in rows]


def _with_original(model: Any, kind: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    there = set(model.objects.filter(locale__language_code=settings.LANGUAGE_CODE).values_list("translation_key", flat=True))
    return [row for row in rows if same_everywhere(f"{kind}:{row['key']}") in there]


def picture_of_words(*, get_model: GetModel) -> int:
    """Give each word of ours without a picture the one that comes with the software; answer how many."""
    given: dict[str, str] = json.loads((CONTENTS / "pictures_of_words.json").read_text(encoding="utf-8"))
    model, done = get_model("cms", "GlossaryTerm"), 0
    for term, picture in given.items():
        done += model.objects.filter(translation_key=same_everywhere(f"word:{term}"), picture="").update(picture=picture)
    return done


def _own(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((CONTENTS / settings.LANGUAGE_CODE / name).read_text(encoding="utf-8"))
    return rows


def kinder_rows() -> list[dict[str, str]]:
    """The kinder words, as they are stored."""
    rows: list[dict[str, str]] = json.loads((CONTENTS / settings.LANGUAGE_CODE / "kinder_words.json").read_text(encoding="utf-8"))
    return rows


def risk_rows() -> list[dict[str, str]]:
    """The risk words of every language that has a folder of them, as they are stored: whoever writes may mix languages.

    "{who}" in a term stands for the words of that class in the same file, written out with the sign between one word and another.
    """
    lists = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(CONTENTS.glob("*/risk_words.json"))]
    return [
        {"term": _written_out(term, one.get("classes", {})), "language": one["language"], "group": group}
        for one in lists
        for group, terms in one["groups"].items()
        for term in terms
    ]


def _written_out(term: str, classes: dict[str, str]) -> str:
    return term.format_map({name: "/".join(words.split()) for name, words in classes.items()}) if "{" in term else term


def _risk_key(row: dict[str, str]) -> str:
    key = f"risk:{row['language']}:{row['term']}"
    return key if len(key) <= LONGEST_KEY else f"risk:{row['language']}:{sha256(row['term'].encode()).hexdigest()}"


def glossary_rows() -> list[dict[str, Any]]:
    """The words to know, as they are stored; `key` names each for good."""
    rows = json.loads((CONTENTS / settings.LANGUAGE_CODE / "glossary.json").read_text(encoding="utf-8"))
    return [{"key": row["term"], "term": row["term"], "plain": row["plain"], "also": "\n".join(row["also"])} for row in rows]


def support_rows() -> list[dict[str, Any]]:
    """The people to talk to, as they are stored."""
    rows: list[dict[str, Any]] = json.loads((CONTENTS / settings.LANGUAGE_CODE / "support.json").read_text(encoding="utf-8"))
    return rows


def help_texts() -> list[HelpText]:
    """The help pages of the first language in order."""
    return help_texts_in(settings.LANGUAGE_CODE)


def help_texts_in(language: str) -> list[HelpText]:
    """The help pages of a language in order: files are called NUMBER-SLUG.txt, as those of the first language."""
    files = sorted((CONTENTS / language / "help").glob("*.txt"))
    return [read_help_text(file.stem.partition("-")[2], file.read_text(encoding="utf-8")) for file in files]


def _add_rows(model: Any, kind: str, rows: list[dict[str, Any]], shipped: Shipped, live: dict[str, Any], *, language: str = "") -> int:
    known = {field.name for field in model._meta.get_fields()}
    once = f"{kind}:{language}:" if language else f"{kind}:"
    new = [row for row in rows if shipped.is_new(f"{once}{row['key']}")]
    there = model.objects.filter(locale_id=live["locale_id"])
    done = set(there.values_list("translation_key", flat=True))
    single = ONCE_IN_A_LANGUAGE.get(model.__name__)
    taken = set(there.values_list(single, flat=True)) if single else set()
    added = [row for row in new if same_everywhere(f"{kind}:{row['key']}") not in done and row.get(single or "") not in taken]
    model.objects.bulk_create(
        model(
            translation_key=same_everywhere(f"{kind}:{row['key']}"),
            **{**live, **{name: value for name, value in row.items() if name in known}},
        )
        for row in added
    )
    shipped.remember([f"{once}{row['key']}" for row in new])
    return len(added)
