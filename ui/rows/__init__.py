"""Rows, one a person: a bus screened on one page, each row a screening of its own."""
