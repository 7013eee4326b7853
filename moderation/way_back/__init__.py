"""Contributions on their way into the council's own case management system: the package, where it goes, its receipt."""
