"""Everything about one person in open formats, and back: what a council needs to leave, and a young person to keep a copy."""
