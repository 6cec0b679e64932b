"""What editors ask for: the JSON Schema of the files of one workspace, with its own choices.

Library + party registry -> schemas, which complete keys, clauses and values while they are typed,
and say in French what each is. What the loader accepts, they accept.
"""

from conventassembler.editors.renewing import renew_schemas

__all__ = ["renew_schemas"]
