"""A headless Chromium that is driven as a person does: pages, clicks and keys, by its own protocol over a pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from select import select
from typing import Any

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(
    BROWSER is None or os.name == "nt", reason="Chromium is not here; Debian has it as the package chromium"
)
WAIT = 60.0  # seconds for an answer of the browser


class Chromium:
    """One browser with one page. Protocol: https://chromedevtools.github.io/devtools-protocol/, messages end in NUL."""

    def __init__(self, profile: Path, size: tuple[int, int] = (1280, 800)) -> None:
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        # The browser reads its descriptor 3 and writes to 4; a shell puts ours there.
        words = [
            str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-pipe",
            f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}", "about:blank",
        ]  # fmt: skip
        line = f'exec 3<&{to_browser} 4>&{from_browser}; exec "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", line, "bash", *words],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._left, self._count, self._session = b"", 0, ""
        self.errors: list[str] = []
        self._events: list[str] = []
        try:
            target = self.call("Target.createTarget", url="about:blank")["targetId"]
        except (AssertionError, BrokenPipeError) as error:  # no page has been opened yet: it is the machine's affair
            self._process.kill()
            self._process.wait()
            pytest.skip(f"Chromium does not start here: {error}")
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result; what the page logs meanwhile is kept in `errors`."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            found = self._read()
            if found.get("id") == self._count:
                assert "error" not in found, found["error"]
                return found["result"]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select([self._from], [], [], WAIT)
            assert ready, "the browser does not answer"
            part = os.read(self._from, 1 << 20)
            assert part, "the browser has ended"
            self._left += part
        text, _, self._left = self._left.partition(b"\0")
        found: dict[str, Any] = json.loads(text)
        self._events.append(found.get("method", ""))
        if found.get("method") == "Runtime.exceptionThrown":
            details = found["params"]["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        if found.get("method") == "Log.entryAdded" and found["params"]["entry"]["level"] == "error":
            self.errors.append(found["params"]["entry"]["text"])
        return found

    def open(self, address: str) -> None:
        """Load a page and wait until its scripts have run."""
        self._events.clear()
        self.call("Page.navigate", url=address)
        while "Page.loadEventFired" not in self._events:
            self._read()

    def value(self, expression: str) -> Any:
        """Evaluate an expression in the page."""
        found = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def frame(self) -> None:
        """Wait until what was asked for is drawn."""
        self.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")

    def click(self, selector: str, share: float = 0.5) -> None:
        """Click into an element; share: how far from its left end."""
        quoted = json.dumps(selector)
        self.value(f"document.querySelector({quoted}).scrollIntoView({{block: 'center'}})")
        self.frame()
        x, y = self.value(
            f"(() => {{ const r = document.querySelector({quoted}).getBoundingClientRect();"
            f" return [r.left + r.width * {share}, r.top + r.height / 2]; }})()"
        )
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.frame()

    def drag(self, selector: str, start: float, end: float) -> None:
        """Press in an element and move along it; shares of its width."""
        quoted = json.dumps(selector)
        self.value(f"document.querySelector({quoted}).scrollIntoView({{block: 'center'}})")
        self.frame()
        left, width, y = self.value(
            f"(() => {{ const r = document.querySelector({quoted}).getBoundingClientRect();"
            f" return [r.left, r.width, r.top + r.height / 2]; }})()"
        )
        steps = [
            ("mousePressed", start),
            ("mouseMoved", (start + end) / 2),
            ("mouseMoved", end),
            ("mouseReleased", end),
        ]
        for kind, share in steps:
            held = 0 if kind == "mouseReleased" else 1
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=left + width * share, y=y, button="left", buttons=held,
                clickCount=1,
            )  # fmt: skip
        self.frame()

    def press(self, key: str, code: int = 0, modifiers: int = 0) -> None:
        """Press a key by its name, such as ArrowRight or Tab; code: its Windows number."""
        for kind in ("rawKeyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, modifiers=modifiers
            )
        self.frame()

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self.call("Input.insertText", text=text)
        self.frame()

    def resize(self, width: int, height: int, dark: bool = False) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=scheme)
        self.frame()

    def photograph(self, path: Path, whole: bool = False) -> None:
        found = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(found["data"]))

    def close(self) -> None:
        os.close(self._to)  # the browser ends when its pipe does
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from)
