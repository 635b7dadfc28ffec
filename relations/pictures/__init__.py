"""Pictures: geometry in Python, markup in ``templates/pictures/``, and always a list or table beside it."""
