"""The Standard Safeguarding Dataset (SSD): its tables, how they are read, and what becomes of every field."""
