"""Letters about a request, made from the facts: each kind is written by one pure function, and nothing in them is typed again."""
