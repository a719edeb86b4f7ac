"""Forms of paper: blank ones with reserved numbers, and typing them in later under their true date."""
