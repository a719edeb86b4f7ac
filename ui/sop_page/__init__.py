"""The page of procedures: what is in force here and why, settings, assumptions, and everything read aloud."""
