"""The Standard Safeguarding Dataset: its table map, how it is read, and what becomes of it."""
