"""Procedures and case definitions as data, and the language they are written in. No Qt, no database, no clock."""
