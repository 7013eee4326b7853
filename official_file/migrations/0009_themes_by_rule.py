"""What is known by rule of the entries that were there before: their themes, and that nothing else can be in them."""

import json

from django.db import migrations

from official_file.themes import by_rule

AT_ONCE = 1000


def say_what_is_known(apps, schema_editor):
    entry_now, now_theme = apps.get_model("official_file", "EntryNow"), apps.get_model("official_file", "NowTheme")
    rows = entry_now.objects.filter(classified=False, entry__payload__isnull=False).select_related("entry__payload").order_by("pk")
    sure, themes = [], []
    for row in rows.iterator(chunk_size=AT_ONCE):
        body = json.loads(row.entry.payload.body)
        known = by_rule(body["kind"], body["facts"], body["text"], body["restricted"])
        sure += [row.pk] if known.sure else []
        themes += [now_theme(entry_now_id=row.pk, theme=theme) for theme in known.themes]
    for start in range(0, len(sure), AT_ONCE):
        entry_now.objects.filter(pk__in=sure[start : start + AT_ONCE]).update(classified=True)
    now_theme.objects.bulk_create(themes, batch_size=AT_ONCE, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("official_file", "0008_meeting_told_at")]
    operations = [migrations.RunPython(say_what_is_known, migrations.RunPython.noop)]
