"""The reading desk."""
