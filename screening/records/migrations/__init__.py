"""Schema steps of the records, run by `screening.records.schema`; only added to, never touching `event` again."""
