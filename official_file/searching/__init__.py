"""Looking for words in the official file: only ever in what the searcher may see."""
