"""A Chromium without a window, driven through a pipe (Chrome DevTools Protocol); POSIX alone."""

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


_AT_3_AND_4 = """
import fcntl, os, sys
high = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]
for place, one in zip((3, 4), high):
    os.dup2(one, place)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Where the browser looks for its pipes, which a shell can only give it by some numbers."""


class Browser:
    """One page of a browser that lasts for a `with`."""

    def __init__(self, folder: Path) -> None:
        assert PROGRAM
        reading, to_us = os.pipe()
        from_us, writing = os.pipe()
        words = [
            PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={folder}", "--no-first-run",
            "--disable-background-networking", "about:blank",
        ]  # fmt: skip
        self._ours = (reading, writing)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_3_AND_4, str(from_us), str(to_us), *words],
            pass_fds=(from_us, to_us),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_us)
        os.close(from_us)
        self._left = b""
        self._last = 0
        self.events: list[dict[str, Any]] = []
        self._session = ""
        found = self.do("Target.createTarget", url="about:blank")
        attached = self.do("Target.attachToTarget", targetId=found["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in self._ours:
            os.close(one)
        self._process.kill()
        self._process.wait()

    def do(self, method: str, **params: Any) -> dict[str, Any]:
        """Return what a method of the protocol answers; what happens meanwhile is in `events`."""
        self._last += 1
        asked = {"id": self._last, "method": method, "params": params}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._ours[1], json.dumps(asked).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._last:
                assert "error" not in told, told
                result: dict[str, Any] = told["result"]
                return result
            self.events.append(told)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._ours[0], 1 << 20)
            assert more, "the browser has gone"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        told: dict[str, Any] = json.loads(one)
        return told

    def size(self, width: int, height: int) -> None:
        """Give the window a size, in pixels."""
        self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def open(self, address: str) -> None:
        """Go to a page and wait until it is there; `events` are its own from then on.

        The page before is left first. One whose server is gone would ask for its `/events` again,
        every second, until the next one has come.
        """
        self.do("Page.navigate", url="about:blank")
        self.until("location.href === 'about:blank'")
        self.events.clear()
        self.do("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def value(self, script: str) -> Any:
        """Return what an expression of JavaScript gives."""
        found = self.do(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, script: str, seconds: float = 10) -> None:
        """Wait until an expression is true."""
        wait = (
            f"new Promise((done, fail) => {{ const end = Date.now() + {seconds * 1000};"
            f" const look = () => ({script}) ? done(true) : Date.now() > end"
            " ? done(false) : setTimeout(look, 50); look(); })"
        )
        assert self.value(wait), f"never so: {script}"

    def picture(self, *, whole: bool = False) -> bytes:
        """Return the window as a PNG file."""
        shot = self.do("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(shot["data"])

    def faults(self) -> list[str]:
        """Return what the page complained of: scripts that fail, what its policy refused."""
        kinds = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
        return [json.dumps(one) for one in self.events if one.get("method") in kinds]

    def asked(self) -> list[str]:
        """Return the addresses that were asked for; pages of the browser's own are none."""
        sent = (one for one in self.events if one.get("method") == "Network.requestWillBeSent")
        asked = (one["params"]["request"]["url"] for one in sent)
        return [url for url in asked if not url.startswith(("about:", "chrome:"))]
