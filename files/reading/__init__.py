"""Reading what a sealed original says: every parser works in a process of its own, with little memory and little time.

`formats/` is what those processes run; `outside.py` starts them; nothing here knows Django.
"""
