"""One module for each kind of document, run as a program of its own (`python -m files.reading.formats.pdf look PATH`)."""
