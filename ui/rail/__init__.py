"""The rail: who is in front, and the steps with what was answered."""
