"""What finds the things of a pack: in the official file, in their own words, around those, in the audit, in what was brought in."""
