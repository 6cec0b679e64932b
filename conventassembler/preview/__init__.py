"""Conventions in a browser while they are being written: a server of this computer alone.

It answers with pages made of what the stages made last, and tells the browser when there is more.
"""

from conventassembler.preview.board import Board
from conventassembler.preview.editors import EDITORS
from conventassembler.preview.pages import Pages, address
from conventassembler.preview.server import Server, open_server

__all__ = ["EDITORS", "Board", "Pages", "Server", "address", "open_server"]
