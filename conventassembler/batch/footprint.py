"""What the documents of a batch hang on beside its table: all files that are read, and the program.

A journal of an earlier run is trusted by it.
"""

from uuid import uuid4

from conventassembler.caching.contents import UnreadableError, digest_of, digest_of_tree, tree
from conventassembler.caching.program import program
from conventassembler.workspace import Workspace


def digest(workspace: Workspace, name: str) -> str:
    """Return the digest of the files that the agreement `name` may be made of, and of the program.

    Where one of them cannot be read it is like no other digest, so that nothing is reused.
    """
    own = workspace.agreement(name)
    folders = (own.with_suffix(""), workspace.registry, workspace.clauses, workspace.templates)
    read = (own, workspace.settings, *folders)
    try:
        return digest_of((program(), *(digest_of_tree(tree(str(path))) for path in read)))
    except UnreadableError:
        return uuid4().hex
