"""How a pack is put together, as plain rules: what is frozen, what repeats what, when it was, where papers of several children part.

Nothing here knows Django or a database. `access_requests/gatherers/` finds the things; these say what becomes of them.
"""
