"""Pages of my data."""
