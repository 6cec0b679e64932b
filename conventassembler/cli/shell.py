"""Words as they are typed to a shell: the commands that messages propose are copied."""

import os
import re


def shell_word(word: str) -> str:
    """Return `word` as it is typed to a shell: of Windows too, which knows double quotes alone."""
    if re.fullmatch(r"[\w./-]+", word):
        return word
    if os.name == "nt" or not re.search(r'["$`\\!]', word):
        return f'"{word}"'
    import shlex  # noqa: PLC0415 -- for the few words that double quotes do not hold

    return shlex.quote(word)
