"""The question card: one large question at a time, answered by one key."""
