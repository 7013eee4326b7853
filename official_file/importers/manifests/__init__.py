"""Manifests of documents: a CSV table that says of each file whose it is, what it is and who wrote it."""
