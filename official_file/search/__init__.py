"""Words, what a misspelt one can mean, the index made of them, and asking it. `official_file.searching` is the door for others."""
