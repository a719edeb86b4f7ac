"""Isolation rooms: which one a traveller gets, who looked in and when, what is to be cleaned."""
