"""What the tool knows of French: pure functions on strings, and small tables in `data/`.

Imports nothing of ours and knows nothing of agreements. A function that builds a phrase returns
its pieces, a tuple of strings, and hands back untouched (the same object) every string that it
was given: callers pass `str` subclasses that remember which value they come from.
"""
