"""The outcome: class with its reasons, precaution, judgement, and duties with their clocks."""
