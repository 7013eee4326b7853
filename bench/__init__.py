"""Speed, as ratios to simple floors: `make bench`."""
