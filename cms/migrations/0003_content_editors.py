"""The group "Content editors": they may write and publish everything here, and nothing anywhere else."""

from typing import Any

from django.db import migrations

GROUP = "Content editors"
PAGE_RIGHTS = ("add", "change", "publish", "lock", "unlock")
PICTURE_RIGHTS = ("add", "change", "choose")
WORD_RIGHTS = ("add", "change", "delete", "view", "publish")


def _permission(apps: Any, app: str, model: str, codename: str) -> Any:
    """A permission, made now: Django makes those of a model only after every migration has run."""
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    found, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ', 1)}"}
    )
    return found


def add_group(apps: Any, schema_editor: Any) -> None:
    """The group with its rights: the editor's desk, the words, the help pages below the list, and pictures."""
    group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    wanted = [("wagtailadmin", "admin", "access_admin"), ("cms", "servicesettings", "change_servicesettings")]
    wanted += [("cms", model, f"{right}_{model}") for model in ("glossaryterm", "supportcontact") for right in WORD_RIGHTS]
    wanted += [("simple_translation", "simpletranslation", "submit_translation")]
    group.permissions.add(*[_permission(apps, *names) for names in wanted])
    index = apps.get_model("wagtailcore", "Page").objects.get(pk=apps.get_model("cms", "HelpIndexPage").objects.order_by("path").first().pk)
    for right in PAGE_RIGHTS:
        permission = _permission(apps, "wagtailcore", "page", f"{right}_page")
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(group=group, page=index, permission=permission)
    everything = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for right in PICTURE_RIGHTS:
        permission = _permission(apps, "wagtailimages", "image", f"{right}_image")
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group, collection=everything, permission=permission
        )


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_the_contents_that_come_with_the_software"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),  # it gives rights to every group it finds: let it be earlier than ours
        ("simple_translation", "0001_initial"),
    ]

    operations = [migrations.RunPython(add_group, migrations.RunPython.noop)]
