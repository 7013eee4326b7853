"""Puts the help pages that come with the software into Wagtail's tree: a list for each language, a page at the same address in all.

Used by migrations, whose models know neither the tree nor blocks: paths, counts and bodies are written here.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import F, JSONField, Max, Value

from cms.help_text import HelpText
from cms.once import Shipped, same_everywhere

INDEX_SLUG = "help"
STEP_LENGTH = 4  # characters of a tree path for each level (Wagtail's page tree)
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

GetModel = Callable[[str, str], Any]


def add_pages(get_model: GetModel, shipped: Shipped, live: dict[str, Any], index: Any, texts: list[HelpText]) -> int:
    """Put below `index` the pages of the first language that were never put in; answer how many."""
    new = [text for text in texts if shipped.is_new(f"page:{text.slug}")]
    if index is None or not new:
        return 0
    model = get_model("cms", "HelpPage")
    taken = set(_below(model, index).values_list("slug", flat=True))
    new = [text for text in new if text.slug not in taken]
    _put_in(get_model, index, [(text, text.slug, same_everywhere(f"page:{text.slug}")) for text in new], live)
    shipped.remember([f"page:{text.slug}" for text in new])
    return len(new)


def add_translated_pages(
    get_model: GetModel, shipped: Shipped, live: dict[str, Any], indexes: tuple[Any, Any], texts: list[HelpText], language: str
) -> int:
    """Put below the second of `indexes` what its language has for pages that are below the first; answer how many.

    A page that an editor took away in the first language is not brought back in another, and one that an editor translated stays theirs.
    """
    first, index = indexes
    model = get_model("cms", "HelpPage")
    originals = {page.translation_key: page.slug for page in _below(model, first)}
    there = _below(model, index)
    done, taken = set(there.values_list("translation_key", flat=True)), set(there.values_list("slug", flat=True))
    new = []
    for text in texts:
        key = same_everywhere(f"page:{text.slug}")
        if key in originals and shipped.is_new(f"page:{language}:{text.slug}"):
            shipped.remember([f"page:{language}:{text.slug}"])
            if key not in done and originals[key] not in taken:
                new.append((text, originals[key], key))
    _put_in(get_model, index, new, live)
    return len(new)


def the_index(get_model: GetModel, shipped: Shipped, live: dict[str, Any], title: str, intro: str) -> Any:
    """The list of help pages of the first language, made once. None when an editor took it away."""
    model = get_model("cms", "HelpIndexPage")
    if not shipped.is_new("page:"):
        return model.objects.filter(locale_id=live["locale_id"]).order_by("path").first()
    index = _new_index(get_model, live, slug=INDEX_SLUG, title=title, intro=intro, key=same_everywhere("page:"))
    shipped.remember(["page:"])
    return index


def translated_index(get_model: GetModel, shipped: Shipped, live: dict[str, Any], first: Any, title: str, intro: str, language: str) -> Any:
    """The list of help pages of another language: what an editor made, else ours, made once. None when an editor took ours away.

    Who may write below the first list may write below this one, and a colleague looks first at both.
    """
    there = get_model("cms", "HelpIndexPage").objects.filter(translation_key=first.translation_key, locale_id=live["locale_id"]).first()
    if there is not None or not shipped.is_new(f"page:{language}:"):
        return there
    slug = f"{first.slug}-{language}"
    if get_model("wagtailcore", "Page").objects.filter(depth=2, slug=slug).exists():
        return None
    index = _new_index(get_model, live, slug=slug, title=title, intro=intro, key=first.translation_key)
    _same_rights(get_model, first, index)
    shipped.remember([f"page:{language}:"])
    return index


def _new_index(get_model: GetModel, live: dict[str, Any], *, slug: str, title: str, intro: str, key: Any) -> Any:
    page_model = get_model("wagtailcore", "Page")
    root = page_model.objects.get(depth=1)
    last = page_model.objects.filter(depth=2).aggregate(last=Max("path"))["last"]
    index = get_model("cms", "HelpIndexPage").objects.create(
        path=root.path + _step((_number(last[-STEP_LENGTH:]) if last else 0) + 1),
        depth=2,
        url_path=f"/{slug}/",
        slug=slug,
        title=title,
        draft_title=title,
        intro=intro,
        content_type_id=_content_type(get_model, "helpindexpage").pk,
        translation_key=key,
        **live,
    )
    page_model.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    return index


def _same_rights(get_model: GetModel, first: Any, index: Any) -> None:
    rights = get_model("wagtailcore", "GroupPagePermission").objects
    for right in rights.filter(page_id=first.pk):
        rights.get_or_create(group_id=right.group_id, page_id=index.pk, permission_id=right.permission_id)
    looked_at = get_model("wagtailcore", "WorkflowPage").objects
    for workflow in looked_at.filter(page_id=first.pk):
        looked_at.get_or_create(page_id=index.pk, defaults={"workflow_id": workflow.workflow_id})


def _put_in(get_model: GetModel, index: Any, new: list[tuple[HelpText, str, Any]], live: dict[str, Any]) -> None:
    """Make the pages (text, address, translation key), then their bodies: links name pages, so every page needs its number first."""
    model, page_type = get_model("cms", "HelpPage"), _content_type(get_model, "helppage")
    last = _below(model, index).aggregate(last=Max("path"))["last"]
    before = _number(last[-STEP_LENGTH:]) if last else 0
    for place, (text, slug, key) in enumerate(new, start=before + 1):
        model.objects.create(
            path=index.path + _step(place),
            depth=index.depth + 1,
            url_path=f"{index.url_path}{slug}/",
            content_type_id=page_type.pk,
            translation_key=key,
            title=text.title,
            draft_title=text.title,
            slug=slug,
            intro=text.intro,
            section=text.section,
            **live,
        )
    get_model("wagtailcore", "Page").objects.filter(pk=index.pk).update(numchild=F("numchild") + len(new))
    numbers = _numbers(model, live["locale_id"])
    for text, slug, _key in new:  # written as JSON: a migration's model knows no blocks
        body = Value(text.blocks(numbers.get), output_field=JSONField())
        model.objects.filter(slug=slug, locale_id=live["locale_id"]).update(body=body)


def _numbers(model: Any, locale: int) -> dict[str, int]:
    """Each page's number by its address: in this language, else in whichever there is."""
    return dict(model.objects.exclude(locale_id=locale).values_list("slug", "pk")) | dict(
        model.objects.filter(locale_id=locale).values_list("slug", "pk")
    )


def _below(model: Any, index: Any) -> Any:
    return model.objects.filter(path__startswith=index.path, depth=index.depth + 1)


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
