"""Attempts and sessions in one SQLite file: what was acknowledged is never lost."""
