"""The table of the counters that limit guessing; all web workers share it."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    """``createcachetable`` leaves a table that is there alone."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("regie", "0002_consent_and_sessions")]

    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
