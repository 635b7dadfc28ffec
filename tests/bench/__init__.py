"""How much a page costs, as ratios to two floors measured in the same run: ``python -m tests.bench``."""
