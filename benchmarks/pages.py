"""Measure what a person waits for in the front end: python benchmarks/pages.py [--rounds 5] [--write]

Against the real server in Chromium (playwright, of the development packages): the first paint of a server that has just
started, the result of a two-page PDF once all is loaded, and the new figures after a tick. Every wait is counted from
the click to the new figures on the screen. `--write` puts the table into docs/pages.md.
"""

from __future__ import annotations

import argparse
import io
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from one_file import load_average
from playwright.sync_api import Page, sync_playwright
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[1]
PERSON = ROOT / "sample_resumes" / "imaging_engineer"
PAGE = ROOT / "docs" / "pages.md"
BUDGETS = {
    "first paint of a fresh server": None,
    "result of a two-page PDF, warm": 1.5,
    "new figures after a tick": 0.3,
}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHANGED = "document.querySelector('[data-testid=stMain]').innerText.includes('with the ticked fixes')"


def main() -> int:
    """Measure and print; exit code 1 where a budget is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--write", action="store_true", help="write docs/pages.md")
    asked = arguments.parse_args()
    if CHROMIUM is None:
        print("no Chromium on this machine", file=sys.stderr)
        return 2
    load = load_average()
    waits, unloaded = measure(asked.rounds)
    rows = [_row(name, taken) for name, taken in waits.items()]
    table = "\n".join(("| wait | median | longest | budget | |", "| --- | --- | --- | --- | --- |", *rows))
    print(table)
    print(f"first paint before spaCy was so much as opened: {unloaded} of {asked.rounds}")
    if asked.write:
        PAGE.write_text(_page(table, unloaded, asked.rounds, load), encoding="utf-8")
    missed = [name for name, taken in waits.items() if (BUDGETS[name] or 1e9) < median(taken)]
    return 1 if missed else 0


def measure(rounds: int) -> tuple[dict[str, list[float]], int]:
    """Give the seconds of each wait, round by round, and how often the first page was there before spaCy was."""
    waits: dict[str, list[float]] = {name: [] for name in BUDGETS}
    first, result, tick = waits.values()
    unloaded = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        resume = Path(folder) / "resume.pdf"
        resume.write_bytes(two_pages())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        for number in range(rounds):
            with server() as (address, process):
                page = browser.new_page()
                started = time.perf_counter()
                page.goto(address)
                page.get_by_role("button", name="Try it with a sample").wait_for()
                first.append(time.perf_counter() - started)
                unloaded += not _has_loaded(process, "spacy/tokenizer")
                if number == rounds - 1:
                    for _ in range(rounds + 1):
                        result.append(_result(page, resume))
                        tick.append(_tick(page))
                        page.get_by_role("button", name="Change files").click()
                        page.get_by_role("button", name="Try it with a sample").wait_for()
                page.close()
        browser.close()
    del result[0], tick[0]  # the first of them loads everything
    return waits, unloaded


def _result(page: Page, resume: Path) -> float:
    page.locator("input[type=file]").first.set_input_files(resume)
    page.get_by_label("2 · The job advert").fill((PERSON / "job.txt").read_text(encoding="utf-8"))
    page.keyboard.press("Tab")
    button = page.locator("button:not([disabled])", has_text="Check my résumé")
    button.wait_for()
    page.wait_for_timeout(500)
    started = time.perf_counter()
    button.click()
    page.get_by_test_id("stMetricValue").nth(2).wait_for()
    page.get_by_test_id("stCheckbox").first.wait_for()
    taken = time.perf_counter() - started
    page.get_by_text("Add only what is true of you.").wait_for()
    page.wait_for_timeout(1000)
    return taken


def _tick(page: Page) -> float:
    label = page.get_by_test_id("stCheckbox").first.locator("label")
    label.scroll_into_view_if_needed()
    started = time.perf_counter()
    label.click()
    page.wait_for_function(f"() => {CHANGED}", polling=10)
    taken = time.perf_counter() - started
    label.click()
    page.wait_for_function(f"() => !{CHANGED}")
    return taken


@contextmanager
def server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start a server as a user does, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless=true"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.1)
    raise TimeoutError(address)


def _has_loaded(process: subprocess.Popen[bytes], library: str) -> bool:
    """Tell whether the server holds a library of spaCy's yet (Linux; elsewhere no answer counts as no)."""
    with suppress(OSError):
        return library in Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8", errors="replace")
    return False


def two_pages() -> bytes:
    """Give the sample's text as a PDF of two pages, each half of the lines larger and further apart."""
    lines = (PERSON / "resume.txt").read_text(encoding="utf-8").splitlines()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for half in (lines[: len(lines) // 2], lines[len(lines) // 2 :]):
        text = canvas.beginText(50, A4[1] - 60)
        text.setFont("Helvetica", 9)
        text.setLeading(20)
        for line in half:
            text.textLine(line.replace("•", "-"))
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _row(name: str, taken: list[float]) -> str:
    budget = BUDGETS[name]
    verdict = "" if budget is None else "kept" if median(taken) <= budget else "MISSED"
    allowed = f"at most {budget:g} s" if budget else ""
    return f"| {name} | {median(taken):.2f} s | {max(taken):.2f} s | {allowed} | {verdict} |"


def _page(table: str, unloaded: int, rounds: int, load: float) -> str:
    return f"""# What a person waits for

Made by `python benchmarks/pages.py --write` (`make bench-pages`): the real server and Chromium on one machine, seconds
from a click to the new figures on the screen. {rounds} rounds; Python {platform.python_version()}, load {load:.1f}.

{table}

The first page was there before the server had so much as opened spaCy in {unloaded} of {rounds} starts. It never waits
for it: keywords and tokenizer load beside it, while the person chooses a file.
"""


if __name__ == "__main__":
    sys.exit(main())
