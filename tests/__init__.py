"""Tests. Each folder is one kind; `docs/how-to/test.md` says which to reach for."""
