"""Checking a report that somebody brings."""
