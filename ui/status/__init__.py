"""The strip at the top: where, who, under which edition, and whether the desk is in order."""
