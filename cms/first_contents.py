"""Puts the contents that come with the software where an editor can change them: help pages, words to know, people to talk to.

Used by a migration (with the models of that moment) and by `manage.py load_cms_contents` (with today's), so it takes `get_model` and
sets only fields both know. What was put in once is written down in ShippedContent and never put in again: an editor's change or
deletion stands, and a later version of the software adds only what is new.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db.models import F, JSONField, Max, Value

from cms.help_text import HelpText, read_help_text

CONTENTS = Path(__file__).resolve().parent / "contents"
INDEX_SLUG = "help"
INDEX_TITLE = "Help"
INDEX_INTRO = "Short pages that say how this works, what your rights are, and who can help."
STEP_LENGTH = 4  # characters of a tree path for each level (Wagtail's page tree)
TRANSLATED = (("glossary.json", "GlossaryTerm", "word"), ("notices.json", "Banner", "notice"), ("wordings.json", "Wording", "wording"))
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

GetModel = Callable[[str, str], Any]


def load_contents(*, get_model: GetModel, now: datetime) -> dict[str, int]:
    """Add what was never added; answer how many of each kind. `get_model(app, model)` is `apps.get_model`."""
    locales = get_model("wagtailcore", "Locale").objects
    for code, _name in settings.LANGUAGES:  # so that an editor can translate into each language the pages come in
        locales.get_or_create(language_code=code)
    locale = locales.get(language_code=settings.LANGUAGE_CODE)
    shipped = _Shipped(get_model("cms", "ShippedContent"))
    live = {"locale_id": locale.pk, "live": True, "first_published_at": now, "last_published_at": now}
    return {
        "words": _add_rows(get_model("cms", "GlossaryTerm"), "word", glossary_rows(), shipped, live),
        "people": _add_rows(get_model("cms", "SupportContact"), "person", support_rows(), shipped, live),
        "pages": _add_pages(get_model, shipped, live),
    }


def load_kinder_words(*, get_model: GetModel) -> int:
    """Add the kinder words that were never added; answer how many. What an editor changed or took away stays so."""
    model, shipped = get_model("cms", "KinderWord"), _Shipped(get_model("cms", "ShippedContent"))
    new = [row for row in kinder_rows() if shipped.is_new(f"kinder:{row['term']}")]
    there = set(model.objects.values_list("term", flat=True))
    model.objects.bulk_create(model(**row) for row in new if row["term"] not in there)
    shipped.remember([f"kinder:{row['term']}" for row in new])
    return len(new)


def load_notices(*, get_model: GetModel, now: datetime) -> dict[str, int]:
    """Add the notices and wordings that were never added; answer how many. Notices that are only offered are not live yet."""
    locale = get_model("wagtailcore", "Locale").objects.get(language_code=settings.LANGUAGE_CODE)
    shipped, live = (
        _Shipped(get_model("cms", "ShippedContent")),
        {"locale_id": locale.pk, "first_published_at": now, "last_published_at": now},
    )
    rows = [_own("notices.json"), [{"live": True} | row for row in _own("wordings.json")]]
    return {
        "notices": _add_rows(get_model("cms", "Banner"), "notice", rows[0], shipped, live),
        "wordings": _add_rows(get_model("cms", "Wording"), "wording", rows[1], shipped, live),
    }


def load_meanings(*, get_model: GetModel, now: datetime) -> int:
    """Add what words mean, and notices and wordings, in every other language that has a folder of contents; answer how many.

    Each row of contents/LANGUAGE/*.json names the row in the first language it is for (`of`): a language is added with no code.
    """
    shipped, added = _Shipped(get_model("cms", "ShippedContent")), 0
    for code, _name in settings.LANGUAGES:
        if code == settings.LANGUAGE_CODE:
            continue
        locale, _made = get_model("wagtailcore", "Locale").objects.get_or_create(language_code=code)
        live = {"locale_id": locale.pk, "live": True, "first_published_at": now, "last_published_at": now}
        for name, model, kind in TRANSLATED:
            rows = _translated(code, name)
            added += _add_rows(get_model("cms", model), kind, rows, shipped, live, language=code)
    return added


def _translated(code: str, name: str) -> list[dict[str, Any]]:
    """The rows of another language, each with what it keeps from the first: who sees a notice, where a wording stands, the picture."""
    file = CONTENTS / code / name
    if not file.exists():
        return []
    first = {row["key"]: row for row in _own(name)} if name != "glossary.json" else {}
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [{"also": "", **first.get(row["of"], {}), "live": True, **row, "key": row["of"]} for row in rows]


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


def glossary_rows() -> list[dict[str, Any]]:
    """The words to know, as they are stored; `key` names each for good."""
    rows = json.loads((CONTENTS / settings.LANGUAGE_CODE / "glossary.json").read_text(encoding="utf-8"))
    return [{"key": row["term"], "term": row["term"], "plain": row["plain"], "also": "\n".join(row["also"])} for row in rows]


def support_rows() -> list[dict[str, Any]]:
    """The people to talk to, as they are stored."""
    rows: list[dict[str, Any]] = json.loads((CONTENTS / settings.LANGUAGE_CODE / "support.json").read_text(encoding="utf-8"))
    return rows


def help_texts() -> list[HelpText]:
    """The help pages in order: files are called NUMBER-SLUG.txt."""
    files = sorted((CONTENTS / settings.LANGUAGE_CODE / "help").glob("*.txt"))
    return [read_help_text(file.stem.partition("-")[2], file.read_text(encoding="utf-8")) for file in files]


def same_everywhere(key: str) -> UUID:
    """The translation key of a shipped row: the same in every installation, so that a later translation finds its original."""
    return uuid5(NAMESPACE_URL, f"ownstory/{key}")


class _Shipped:
    """What has been put in before."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.keys: set[str] = set(model.objects.values_list("key", flat=True))

    def is_new(self, key: str) -> bool:
        return key not in self.keys

    def remember(self, keys: list[str]) -> None:
        self.model.objects.bulk_create([self.model(key=key) for key in keys])
        self.keys.update(keys)


def _add_rows(model: Any, kind: str, rows: list[dict[str, Any]], shipped: _Shipped, live: dict[str, Any], *, language: str = "") -> int:
    known = {field.name for field in model._meta.get_fields()}
    once = f"{kind}:{language}:" if language else f"{kind}:"
    new = [row for row in rows if shipped.is_new(f"{once}{row['key']}")]
    model.objects.bulk_create(
        model(
            translation_key=same_everywhere(f"{kind}:{row['key']}"),
            **{**live, **{name: value for name, value in row.items() if name in known}},
        )
        for row in new
    )
    shipped.remember([f"{once}{row['key']}" for row in new])
    return len(new)


def _add_pages(get_model: GetModel, shipped: _Shipped, live: dict[str, Any]) -> int:
    index = _index(get_model, shipped, live)
    model = get_model("cms", "HelpPage")
    new = [text for text in help_texts() if shipped.is_new(f"page:{text.slug}")]
    if index is None or not new:
        return 0
    page_type = _content_type(get_model, "helppage")
    inside = get_model("wagtailcore", "Page").objects.filter(path__startswith=index.path, depth=index.depth + 1)
    last = inside.aggregate(last=Max("path"))["last"]
    before = _number(last[-STEP_LENGTH:]) if last else 0
    taken = set(inside.values_list("slug", flat=True))
    new = [text for text in new if text.slug not in taken]
    for place, text in enumerate(new, start=before + 1):
        model.objects.create(
            path=index.path + _step(place),
            depth=index.depth + 1,
            url_path=f"{index.url_path}{text.slug}/",
            content_type_id=page_type.pk,
            translation_key=same_everywhere(f"page:{text.slug}"),
            **_page_words(text),
            **live,
        )
    get_model("wagtailcore", "Page").objects.filter(pk=index.pk).update(numchild=F("numchild") + len(new))
    _write_bodies(model, new)
    shipped.remember([f"page:{text.slug}" for text in new])
    return len(new)


def _page_words(text: HelpText) -> dict[str, str]:
    return {"title": text.title, "draft_title": text.title, "slug": text.slug, "intro": text.intro, "section": text.section}


def _write_bodies(model: Any, texts: list[HelpText]) -> None:
    """Links name pages, so bodies come after every page has its number. Written as JSON: a migration's model knows no blocks."""
    numbers = dict(model.objects.values_list("slug", "pk"))
    for text in texts:
        body = Value(text.blocks(numbers.get), output_field=JSONField())
        model.objects.filter(slug=text.slug).update(body=body)


def _index(get_model: GetModel, shipped: _Shipped, live: dict[str, Any]) -> Any:
    """The list of help pages; made once, in place of the page that a new Wagtail begins with. None when an editor took it away."""
    model = get_model("cms", "HelpIndexPage")
    if not shipped.is_new("page:"):
        return model.objects.filter(locale_id=live["locale_id"]).order_by("path").first()
    page_model = get_model("wagtailcore", "Page")
    root = page_model.objects.get(depth=1)
    last = page_model.objects.filter(depth=2).aggregate(last=Max("path"))["last"]
    index = model.objects.create(
        path=root.path + _step((_number(last[-STEP_LENGTH:]) if last else 0) + 1),
        depth=2,
        url_path=f"/{INDEX_SLUG}/",
        slug=INDEX_SLUG,
        title=INDEX_TITLE,
        draft_title=INDEX_TITLE,
        intro=INDEX_INTRO,
        content_type_id=_content_type(get_model, "helpindexpage").pk,
        translation_key=same_everywhere("page:"),
        **live,
    )
    page_model.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    shipped.remember(["page:"])
    return index


def _content_type(get_model: GetModel, model: str) -> Any:
    found, _made = get_model("contenttypes", "ContentType").objects.get_or_create(app_label="cms", model=model)
    return found


def _step(number: int) -> str:
    """A place among pages of one level, as the tree writes it: base 36, four characters."""
    written = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        written = DIGITS[digit] + written
    return written.rjust(STEP_LENGTH, "0")


def _number(step: str) -> int:
    return int(step, len(DIGITS))
