"""The tour of a new officer: three scripted travellers, led key by key over a desk that forgets."""
