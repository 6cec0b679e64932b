"""Opens Word files in LibreOffice, edits them as a user would, and says what it shows.

Run by the Python that has LibreOffice's bridge (Debian: `python3-uno`), never by the tests' own:

    /usr/bin/python3 uno_tool.py SOFFICE < tasks.json > answers.json

A task is {"path": file, "edits": [...], "to": {path: filter}}; its edits are
["insert", n, text] (Enter behind the n-th numbered paragraph, from 0, and what is typed there) and
["delete", n]. An answer is {"paragraphs": [{"number", "text"}], "references": [{"reads", "in"}]},
or {"error": text}; without paragraphs where the task has "paragraphs": false, which is quicker.
"""

import contextlib
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

_LIST = ("NumberingStyleName", "NumberingLevel", "ListId")
SECONDS = 120
"""LibreOffice makes its profile first."""


def main() -> None:
    tasks = json.load(sys.stdin)
    folder = Path(tempfile.mkdtemp(prefix="uno-"))
    pipe = f"uno{uuid.uuid4().hex}"
    command = [
        sys.argv[1],
        f"-env:UserInstallation={folder.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    ]
    accept = f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"
    # `import uno` says where its own LibreOffice is; another one would look for its parts there.
    surroundings = {key: text for key, text in os.environ.items() if key != "URE_BOOTSTRAP"}
    # With a new profile it starts itself anew, which would break the bridge.
    subprocess.run(
        [*command, "--terminate_after_init"], env=surroundings, timeout=SECONDS, check=False
    )
    process = subprocess.Popen(
        [*command, accept],
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # it starts others, which end with it
    )
    try:
        desktop = _desktop(pipe, process)
        answers = [_answered(desktop, task) for task in tasks]
        _quit(desktop, process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)
    json.dump(answers, sys.stdout)


def _desktop(pipe, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except NoConnectException:
            if time.monotonic() > until or process.poll() not in (None, 0):
                raise
            time.sleep(0.2)


def _quit(desktop, process):
    """Ask the program to end; version 25.2 may not, all documents closed."""
    with contextlib.suppress(Exception):  # the bridge falls with the program
        desktop.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)


def _answered(desktop, task):
    try:
        return _done(desktop, task)
    except Exception as problem:
        return {"error": f"{type(problem).__name__}: {problem}"}


def _done(desktop, task):
    document = _loaded(desktop, Path(task["path"]).resolve().as_uri())
    try:
        for kind, place, *rest in task.get("edits", ()):
            _EDITS[kind](document, place, *rest)
        document.refresh()
        document.getTextFields().refresh()
        answer = {"references": list(_references(document))}
        if task.get("paragraphs", True):
            answer["paragraphs"] = [_paragraph(one) for one in _paragraphs(document.getText())]
        for path, name in task.get("to", {}).items():
            document.storeToURL(Path(path).resolve().as_uri(), (_value("FilterName", name),))
        return answer
    finally:
        document.close(True)


def _loaded(desktop, place):
    """Return the document; a program that has just begun to answer opens none at first."""
    for turn in range(50):
        document = desktop.loadComponentFromURL(place, "_blank", 0, (_value("Hidden", True),))
        if document is not None:
            return document
        time.sleep(0.2 + turn / 50)
    raise OSError(f"{place} is not opened")


def _value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _all(container):
    found = container.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def _paragraphs(text):
    """Yield the paragraphs of a text in reading order, those of cells too."""
    for one in _all(text):
        if one.supportsService("com.sun.star.text.TextTable"):
            for name in one.getCellNames():
                yield from _paragraphs(one.getCellByName(name))
        else:
            yield one


def _paragraph(one):
    return {"number": one.ListLabelString, "text": one.getString()}


def _references(document):
    """Yield what each reference reads, and its paragraph, in no order."""
    for field in _all(document.getTextFields()):
        if field.supportsService("com.sun.star.text.TextField.GetReference"):
            anchor = field.getAnchor()
            cursor = anchor.getText().createTextCursorByRange(anchor)
            cursor.gotoStartOfParagraph(False)
            cursor.gotoEndOfParagraph(True)
            yield {"reads": field.getPresentation(False), "in": cursor.getString()}


def _nth(document, place):
    numbered = (one for one in _paragraphs(document.getText()) if one.ListLabelString)
    return next(itertools.islice(numbered, place, None))


def _insert(document, place, words):
    """Press Enter behind a paragraph, give it the style and the list of that one, and type.

    Enter alone gives the style that follows a heading, as it does in Word.
    """
    one = _nth(document, place)
    look, kept = one.ParaStyleName, [getattr(one, name) for name in _LIST]
    text = one.getText()
    cursor = text.createTextCursorByRange(one.getEnd())
    text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.ParaStyleName = look
    if [getattr(cursor, name) for name in _LIST] != kept:
        for name, asked in zip(_LIST, kept, strict=True):
            setattr(cursor, name, asked)
    text.insertString(cursor, words, False)


def _delete(document, place):
    _nth(document, place).dispose()


_EDITS = {"insert": _insert, "delete": _delete}


if __name__ == "__main__":
    main()
