"""The pages of an account that are not django-allauth's own."""
