"""The pages of this documentation; `python -m docs.make` writes their generated parts."""
