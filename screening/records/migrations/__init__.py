"""Schema steps of the records, run by `screening.records.schema`; only ever added to, and never touching `event` again."""
