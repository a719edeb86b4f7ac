"""Many at once: one look and one key a person, tickets, the queue by need, the group record."""
