from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("household", "0001_start")]

    operations = [
        migrations.AddField(
            model_name="profile",
            name="language",
            field=models.CharField(blank=True, default="", max_length=20),
        ),
    ]
