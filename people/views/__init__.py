"""Signing in, and the pages on which staff, teams, allocation and cover are kept."""
