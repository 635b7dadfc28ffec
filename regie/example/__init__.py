"""An example account, so that everything can be seen at once. Only ``manage.py example`` makes it."""
