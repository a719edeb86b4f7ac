"""People: the Qt desk and the command line."""
