"""Rules for models: what points at what."""

from collections.abc import Iterable
from typing import Any

from tests.architecture.tree import APPS, LAYERS


def upward_keys(models: Iterable[Any]) -> list[str]:
    """Foreign keys (and other relations) that point up the layers, out of or into the CMS, or anywhere from the audit."""
    faults = []
    for model in models:
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            if field.is_relation and field.related_model is not None and field.related_model != "self":
                target = field.related_model._meta.app_label
                if not may_point(model._meta.app_label, target):
                    faults.append(f"{model._meta.label}.{field.name} points at {field.related_model._meta.label}")
    return faults


def may_point(here: str, there: str) -> bool:
    """Whether a model of app `here` may hold a foreign key to one of app `there`."""
    if here not in APPS or there == here:
        return True
    if here == "audit":
        return False  # the audit outlives what it describes: it holds copies
    if there not in APPS:
        return here == "cms" or there not in {"wagtailcore", "wagtailimages", "wagtaildocs"}
    return here in LAYERS and there in LAYERS and LAYERS.index(here) < LAYERS.index(there)
