"""The twin: a draft as a CommonMark text that is committed beside the Word file.

It is made to be read in `git diff`: the whole text with its numbers, one sentence a line, nothing
folded or aligned, so that a change of words changes the lines of those words and no other.
"""

from conventassembler.draft.model import Draft
from conventassembler.writers.markdown.blocks import paragraphs

__all__ = ["write_markdown"]


def write_markdown(draft: Draft) -> str:
    """Return the twin of `draft`: CommonMark with pipe tables and notes, ended by one line feed.

    Read by a parser, it gives back the words of `plain_text(draft)`; characters that no text file
    should hold (controls, noncharacters) are shown as U+FFFD. A blank is `**[à compléter]**`.
    """
    return "\n\n".join(paragraphs(draft.blocks)) + "\n"
