"""Travellers without a window: scripts that walk the procedure, and the demonstration day made of them."""
