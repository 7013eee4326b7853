"""Reading case notes: JSON Lines, checked against the published schema. Plain Python, no database."""
