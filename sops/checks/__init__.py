"""Checks of a file beyond its shapes: names that exist, ways that lead on, dates in order."""
