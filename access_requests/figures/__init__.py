"""How requests for files are answered, in figures in which nobody can be found."""
