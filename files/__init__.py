"""Bytes: sealed originals by their hash, whether a scanner has passed them, and HTML made harmless."""
