"""Verbs on bytes of nobody yet: they leave no line of their own, because what points at a File writes it."""

SILENT_BYTES: dict[str, str] = {
    "destroy": "part of a disposal; dispose writes its line",
    "read_again": "words and pictures made from an original are thrown away and made anew; the original and its entry stay as they are",
    "read_document": "words and pictures made from an original, which can be made again at any time",
    "read_file": "words and pictures made from an original, which can be made again at any time",
    "take_document": "what a first look at some bytes found; the entry they belong to writes the line",
    "scan": "what a scanner said of some bytes",
    "seal": "bytes that nothing points at yet",
    "hold": "a photo that was not sent is its author's alone",
    "ask_for_copies": "copies made from an original, which can be made again at any time",
    "change_recipe": "a photo that was not sent is its author's alone",
    "forget_copies": "copies made from an original, which can be made again at any time",
    "make_copies": "copies made from an original, which can be made again at any time",
    "throw_away_held": "a photo that was not sent goes without a trace",
    "clear_held": "bytes of an upload that was never finished",
    "seal_held": "part of sending, which writes the line",
    "shut": "part of the report of an illegal image, which writes the line",
    "unmake_books_with": "part of the report of an illegal image, which writes the line",
}
