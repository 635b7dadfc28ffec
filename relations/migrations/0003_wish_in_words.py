from django.db import migrations

MUCH = 3
WISHES = ("wish_intimate", "wish_friendship", "wish_community")


def as_weights(apps, schema_editor):
    """Wishes of another scale become weights from 0 to 3, in the same proportion."""
    OwnRegie = apps.get_model("relations", "OwnRegie")
    for row in OwnRegie.objects.exclude(wish_intimate=None).only("pk", *WISHES):
        most = max(getattr(row, name) for name in WISHES)
        if most > MUCH:
            shares = {name: round(getattr(row, name) * MUCH / most) for name in WISHES}
            OwnRegie.objects.filter(pk=row.pk).update(**shares)


class Migration(migrations.Migration):
    dependencies = [("relations", "0002_what_was_removed")]
    operations = [migrations.RunPython(as_weights, migrations.RunPython.noop)]
