"""Judgements: pure functions, the day is always an argument."""
