"""LibreOffice: Word files -> PDF, PDF/A, OpenDocument, and the pages of their headings.

The only room that runs another program. It stands behind the writers, takes their bytes and gives
bytes back; it knows nothing of agreements, and writes no file but in a folder that it takes away.
"""

from conventassembler.office.kinds import Kind, Pages

__all__ = ["Kind", "Pages"]
