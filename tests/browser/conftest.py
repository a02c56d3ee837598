"""A browser, a server started as a user starts it, and pages that may not reach beyond it.

ATS_MEDAI_SCREENSHOTS names a folder that the pictures go to.
"""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.register_assert_rewrite("browser_pages")

from browser_pages import ROOT, SECONDS, wait_for  # noqa: E402 - its asserts show what they saw

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = Path(os.environ.get("ATS_MEDAI_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: pages are not tried in a browser")
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pages are not tried in a browser"
    )
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):  # noqa: ARG001 - no browser, no server
    """Give address and log of a server started as a user starts it, without opening a browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/_stcore/health")
            yield address, log
        finally:
            process.terminate()
            process.wait(SECONDS)
    said = log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in said
    assert "Okonedo" not in said, "a log must not hold what stands in a résumé"


@pytest.fixture
def visit(browser, server):
    """Open a page: visit("coach", width=420, scheme="dark"). Any request that leaves this machine fails the test."""
    address, _ = server
    contexts, outside, broken = [], [], []

    def note(request):
        if request.url.startswith("http") and urlsplit(request.url).hostname != "127.0.0.1":
            outside.append(request.url)

    def run(path="", width=1366, height=900, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        context.set_default_timeout(SECONDS * 1000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", note)
        page.on("websocket", lambda socket: outside.append(socket.url) if "127.0.0.1" not in socket.url else None)
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto(f"{address}/{path}")
        page.wait_for_selector("h1")
        return page

    yield run
    for context in contexts:
        context.close()
    assert not outside
    assert not broken
