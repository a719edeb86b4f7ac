"""The day: the supervisor's summary on screen as the very PDF that is printed, saved and sent."""
