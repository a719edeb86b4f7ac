"""Those who travel together: one group at a time, its answers shared by one key, its companions and carers."""
