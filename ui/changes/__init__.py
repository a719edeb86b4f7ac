"""What changed of the texts that bind here, shown once to each officer, who takes note of it."""
