"""The draft: what an agreement and the library come to, as blocks that know nothing of Word."""
