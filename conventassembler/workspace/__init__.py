"""Where things are: the workspace's folders, its agreements, and writing files, all or none.

A workspace is a folder that holds `clauses/` and `agreements/`. Nothing is read here but names.
"""

from conventassembler.workspace.folders import behind_links, closed, is_folder, reached, taken
from conventassembler.workspace.places import SETTINGS, Workspace, find_workspace
from conventassembler.workspace.writing import write_files

__all__ = [
    "SETTINGS",
    "Workspace",
    "behind_links",
    "closed",
    "find_workspace",
    "is_folder",
    "reached",
    "taken",
    "write_files",
]
