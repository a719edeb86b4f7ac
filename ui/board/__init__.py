"""The board: everyone who waits, those whose time has come first."""
