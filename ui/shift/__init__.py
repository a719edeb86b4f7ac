"""The people at the desk: signing in by PIN, change of officer, lock, night count, handover."""
