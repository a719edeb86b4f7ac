"""The panel beside the question: what we know, and what would change it."""
