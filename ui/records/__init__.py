"""The records: found while typing, told in words, and their papers printed again."""
