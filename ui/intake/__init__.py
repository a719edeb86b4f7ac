"""How a traveller comes in: a document reader on any screen, two typed lines, or a spoken name."""
