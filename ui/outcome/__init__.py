"""The outcome: class with its reasons, precaution, judgement, and duties with their clocks."""

from ui.outcome import words

__all__ = ["words"]
