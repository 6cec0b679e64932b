"""Writes the acts of a sample of the random sets of parties, a text file each, for a reader.

`PYTHONPATH=tests python tests/accord/read_aloud.py FOLDER [COUNT]`: `.ci/run` hands the folder
to grammalecte.
"""

import sys
from itertools import islice
from pathlib import Path

from act_of_all_clauses import lines
from test_no_clause_misagrees import PARTIES, SETS, sets


def main(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (parties, _, together, model) in enumerate(
        islice(sets(), None, None, SETS // count)
    ):
        declared = together[0] if together is not PARTIES else ""
        text = "\n\n".join(lines(parties, model, declared))
        (folder / f"parties-{number:02}.md").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
