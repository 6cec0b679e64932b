"""What was worked out before and is kept on this computer, by the contents that it was made of.

Below every room, and light: `entering` asks it before anything else is loaded. Everything here may
be deleted at any moment, and nothing of it lies in a workspace, where somebody might commit it.

    where       the folder of the cache
    contents    files and folders -> digests of what they hold, never of times
    program     which program this is: its own files, Python, the libraries beside it
    store       entries as files: whole or not there, bounded in number and size
    pickling    values of our classes -> bytes, and back; nothing else is ever made of bytes
"""
