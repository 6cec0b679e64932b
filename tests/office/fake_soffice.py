"""Stands for LibreOffice: does with each document what its text says.

`hang`, `crash` and `nothing` are told apart; of any other it makes a file that says what it was
asked. `child` starts a process that would go on writing where the document says, and hangs.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

arguments = sys.argv[1:]
made = Path(arguments[arguments.index("--outdir") + 1])
asked = arguments[arguments.index("--convert-to") + 1]
ending = asked.partition(":")[0]
PROOFS = "pdfuaid:part pdfaid:part application/vnd.oasis.opendocument.text"
CHILD = """
import pathlib, sys, time
while True:
    pathlib.Path(sys.argv[1]).write_text(str(time.time()))
    time.sleep(0.05)
"""

for document in map(Path, arguments[arguments.index("--outdir") + 2 :]):
    text = document.read_text(encoding="utf-8")
    sys.stdout.write(f"convert {document} -> {made} using filter : {asked}" + "\n")
    if text.startswith("child "):
        subprocess.Popen([sys.executable, "-c", CHILD, text.partition(" ")[2]])
    if text.startswith(("hang", "child ")):
        time.sleep(600)
    if text == "crash":
        sys.stderr.write("Unspecified Application Error" + "\n")
        sys.exit(77)
    if text == "nothing":
        sys.stderr.write("Error: source file could not be loaded" + "\n")
        continue
    proofs = "" if text == "old" else PROOFS
    told = json.dumps({"text": text, "arguments": arguments, "proofs": proofs})
    (made / f"{document.stem}.{ending}").write_text(told, encoding="utf-8")
