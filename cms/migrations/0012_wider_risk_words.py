"""Room for terms with signs ("hit/kick me", "think about * dying"), and the wider lists that come with the software."""

from typing import Any

from django.db import migrations, models

from cms.first_contents import load_risk_words


def add_words(apps: Any, schema_editor: Any) -> None:
    """The terms that were never put in; what an editor changed or took away stays so."""
    load_risk_words(get_model=apps.get_model)


class Migration(migrations.Migration):
    dependencies = [("cms", "0011_colour_of_the_council")]

    operations = [
        migrations.AlterField(
            model_name="riskword",
            name="term",
            field=models.CharField(
                help_text=(
                    "As young people write it. An ending is found too: kill, killed. hit/kick me: one of these words. "
                    "think about * dying: up to three words between."
                ),
                max_length=1000,
                verbose_name="word or phrase",
            ),
        ),
        migrations.RunPython(add_words, migrations.RunPython.noop),
    ]
