"""Trying a traveller: the real desk over a store that forgets, in a window of its own marked as training."""
