"""Paper: slips, notices and summaries. Every string on paper passes through `forms.text`."""
