"""LibreOffice: Word files -> PDF, PDF/A, OpenDocument.

The only room that runs another program. It stands behind the writers, takes their bytes and gives
bytes back; it knows nothing of agreements, and writes no file but in a folder that it takes away.
"""

from conventassembler.office.convert import Kind, convert
from conventassembler.office.find import find_office

__all__ = ["Kind", "convert", "find_office"]
