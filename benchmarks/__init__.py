"""Benchmarks: each figure is a ratio to a floor measured interleaved in the same run. Never part of the tests."""
