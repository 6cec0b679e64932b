"""A language server spoken to as an editor does it: JSON-RPC over its standard input and output.

The server is `yaml-language-server`, that of Visual Studio Code's extension for YAML. It is no
dependency: `YAML_LANGUAGE_SERVER` names its program, else it is looked for on the path.
"""

import json
import os
import shutil
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

Json = dict[str, Any]
CURSOR = "▮"
"""Where the cursor stands in a text that is typed."""


def program() -> str | None:
    """Return the program of the server, None where there is none."""
    return shutil.which(os.environ.get("YAML_LANGUAGE_SERVER", "yaml-language-server"))


class LanguageServer:
    """One run of the server on one folder."""

    def __init__(self, root: Path, settings: Json) -> None:
        self.root = root
        self.settings = settings
        self.numbers = count(1)
        self.told: dict[str, list[Json]] = {}

    def __enter__(self) -> Self:
        found = program()
        assert found, "no yaml-language-server"
        self.process = subprocess.Popen(
            [found, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        folder = self.root.as_uri()
        abilities = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
            "workspace": {"configuration": True, "didChangeConfiguration": {}},
        }
        folders = [{"uri": folder, "name": "essai"}]
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder,
                "capabilities": abilities,
                "workspaceFolders": folders,
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: str, text: str) -> tuple[str, Json]:
        """Open `text` as the file `path`; return its name and where the cursor stands in it."""
        uri = (self.root / path).as_uri()
        before, _, after = text.partition(CURSOR)
        lines = before.split("\n")
        version = next(self.numbers)
        item = {"uri": uri, "languageId": "yaml", "version": version, "text": before + after}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri, {"line": len(lines) - 1, "character": len(lines[-1])}

    def completions(self, path: str, text: str) -> dict[str, Json]:
        """Return what is proposed at the cursor, by label."""
        uri, place = self.open(path, text)
        asked = {"textDocument": {"uri": uri}, "position": place}
        answer = self.ask("textDocument/completion", asked)
        self.close(uri)
        return {item["label"]: item for item in (answer or {}).get("items", [])}

    def hover(self, path: str, text: str) -> str:
        """Return what is shown of the word under the cursor."""
        uri, place = self.open(path, text)
        asked = {"textDocument": {"uri": uri}, "position": place}
        answer = self.ask("textDocument/hover", asked)
        self.close(uri)
        return str(answer["contents"]["value"]) if answer else ""

    def diagnostics(self, path: str, text: str) -> list[tuple[int, str]]:
        """Return the line, from 1, and the words of each fault of `text`."""
        uri, _ = self.open(path, text)
        self.told.pop(uri, None)
        while uri not in self.told:
            self._read()
        found = self.told.pop(uri)
        self.close(uri)
        return [(item["range"]["start"]["line"] + 1, item["message"]) for item in found]

    def close(self, uri: str) -> None:
        """Close a file, so that the next text of that name is read anew."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def ask(self, method: str, params: Json) -> Any:
        """Send a request and return the answer, whatever else the server says meanwhile."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def tell(self, method: str, params: Json) -> None:
        """Send what awaits no answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        stream = self._stream(self.process.stdin)
        stream.write(f"Content-Length: {len(body)}\r\n\r\n".encode("ascii") + body)
        stream.flush()

    def _read(self) -> Json:
        """Return the next message; requests of the server are answered, findings kept."""
        stream = self._stream(self.process.stdout)
        length = 0
        while (line := stream.readline().strip()) or not length:
            assert line or stream.readable(), "the server has gone"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: Json = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Json) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._setting(item.get("section", "")) for item in message["params"]["items"]]

    def _setting(self, section: str) -> Any:
        value: Any = self.settings
        for part in section.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream
