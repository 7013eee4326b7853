"""The first notices and wordings, meanings in other languages, pictures of words, and a colleague who looks before it is public."""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

from cms.first_contents import load_meanings, load_notices, picture_of_words

GROUP = "Content editors"
RIGHTS = ("add", "change", "delete", "view", "publish")
MODELS = ("banner", "wording")
WORKFLOW, TASK = "A colleague looks first", "A colleague reads it"
LOOKED_AT = ("glossaryterm", "supportcontact", "banner", "wording")


def add_contents(apps: Any, schema_editor: Any) -> None:
    """What comes with the software, added where it never was."""
    now = datetime.now(UTC)
    load_notices(get_model=apps.get_model, now=now)
    load_meanings(get_model=apps.get_model, now=now)
    picture_of_words(get_model=apps.get_model)


def give_rights(apps: Any, schema_editor: Any) -> None:
    """Content editors write them."""
    group = apps.get_model("auth", "Group").objects.get(name=GROUP)
    for model in MODELS:
        kind = _kind(apps, "cms", model)
        for right in RIGHTS:
            permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind, codename=f"{right}_{model}", defaults={"name": f"Can {right} {model}"}
            )
            group.permissions.add(permission)


def add_workflow(apps: Any, schema_editor: Any) -> None:
    """One step, for help pages and words: an editor asks, another says yes or sends it back. Wagtail's own, which nobody here is in, goes."""
    get = apps.get_model
    task = get("wagtailcore", "GroupApprovalTask").objects.create(name=TASK, content_type=_kind(apps, "wagtailcore", "groupapprovaltask"))
    task.groups.add(get("auth", "Group").objects.get(name=GROUP))
    workflow = get("wagtailcore", "Workflow").objects.create(name=WORKFLOW)
    get("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    get("wagtailcore", "WorkflowPage").objects.all().delete()
    for index in get("cms", "HelpIndexPage").objects.all():
        get("wagtailcore", "WorkflowPage").objects.create(page_id=index.pk, workflow=workflow)
    for model in LOOKED_AT:
        get("wagtailcore", "WorkflowContentType").objects.create(content_type=_kind(apps, "cms", model), workflow=workflow)


def _kind(apps: Any, app: str, model: str) -> Any:
    found, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0006_notices_and_words_of_our_pages"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(add_contents, migrations.RunPython.noop),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
        migrations.RunPython(add_workflow, migrations.RunPython.noop),
    ]
