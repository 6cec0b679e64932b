"""Clauses: Markdown with Jinja, compiled once, rendered with values into blocks of the draft.

Jinja first and Markdown after would let a `*` in a name become markup, and forget which value
made which words. So the tags are held aside, Markdown is read once, and the tree is written back
as one template whose output is a stream of operations (`docs/architecture.md` tells the rules).
"""

from conventassembler.draft.clause.program import CompiledClause, ReferenceUse, Use
from conventassembler.draft.clause.render import render_clause

__all__ = ["CompiledClause", "ReferenceUse", "Use", "render_clause"]
