"""The pages in a real browser against a real server: the whole path, by mouse and by keyboard, on wide and narrow screens.

ATS_MEDAI_SCREENSHOTS names a folder that the pictures go to.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pages are not tried in a browser"
)

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

ROOT = Path(__file__).resolve().parents[2]
PERSON = ROOT / "sample_resumes" / "imaging_engineer"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SECONDS = 40
CONTRAST = """() => {
  const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const over = (top, below) => { const a = top.length > 3 ? top[3] : 1; return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)); };
  const light = c => { const f = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const ground = node => { const above = []; for (let n = node; n; n = n.parentElement) {
      const c = numbers(getComputedStyle(n).backgroundColor); if (c.length === 3 || c[3] > 0) above.push(c); if (c.length === 3) break; }
    return above.reverse().reduce((below, c) => over(c, below), [255, 255, 255]); };
  const bad = [];
  for (const node of document.querySelectorAll('[data-testid=stMain] *')) {
    const own = [...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (!own || !box.width || style.visibility === 'hidden' || node.closest('[disabled], .vega-embed, canvas')) continue;
    const below = ground(node), ink = over(numbers(style.color), below);
    const [a, b] = [light(ink), light(below)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) bad.push(node.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return bad;
}"""
NAMELESS = """() => [...document.querySelectorAll('button, input:not([type=file]), textarea, img')]
  .filter(n => n.getBoundingClientRect().width && !(n.textContent.trim() || n.alt || n.labels?.length || n.closest('label')
    || n.getAttribute('aria-label') || n.getAttribute('aria-labelledby') || n.title))
  .map(n => n.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = Path(os.environ.get("ATS_MEDAI_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: pages are not tried in a browser")
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


def wait_for(address):
    for _ in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server does not answer at {address}")


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


def upload(page):
    page.locator("input[type=file]").first.set_input_files(PERSON / "resume.pdf")
    page.get_by_label("2 · The job advert").fill((PERSON / "job.txt").read_text(encoding="utf-8"))
    page.get_by_text("resume.pdf").wait_for()
    page.keyboard.press("Tab")  # the advert counts once the field is left
    enabled = page.locator("button:not([disabled])", has_text="Check my résumé")
    enabled.wait_for()
    return enabled


def result(page):
    upload(page).click()
    page.get_by_role("tab", name="Export").wait_for()
    page.get_by_text("Add only what is true of you.").wait_for()


def settle(page):
    """Wait until no part of the page is still to come."""
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
    page.wait_for_timeout(300)


def keep(page, folder, name):
    settle(page)
    page.screenshot(path=folder / f"{name}.png")


def tidy(page, *, deep=True):
    """Check what any screen must hold: nothing wider than it, names for all that can be used, contrast; then axe-core."""
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= window.innerWidth")
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(CONTRAST) == []
    assert not deep or serious(page) == []


def serious(page):
    """Give what axe-core finds serious or critical, where it is installed."""
    if Axe is None:
        return []
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in {"serious", "critical"}]


def test_a_resume_from_upload_to_export(visit, pictures):
    page = visit()
    keep(page, pictures, "empty")
    tidy(page)
    result(page)
    page.get_by_test_id("stMetric").nth(2).wait_for()
    keep(page, pictures, "resume")
    page.get_by_test_id("stCheckbox").first.locator("label").click()
    page.get_by_text("with the ticked fixes").first.wait_for()
    keep(page, pictures, "resume_ticked")
    tidy(page)
    for tab in page.get_by_role("tab").all():
        tab.click()
        name = tab.inner_text()
        tidy(page, deep=name in {"What a machine reads", "Learn next"})
        keep(page, pictures, f"tab_{name.lower().replace(' ', '_')}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Report to print (HTML)").click()
    assert download.value.suggested_filename.endswith(".html")
    assert "Medical AI profile" in Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Try it with a sample").wait_for()


def test_the_keyboard_alone_leads_from_upload_to_the_first_fix(visit):
    page = visit()
    upload(page)
    page.locator("button", has_text="Upload").first.focus()
    tab_to(page, "node => node.textContent.includes('Check my résumé')")
    page.keyboard.press("Enter")
    page.get_by_text("Add only what is true of you.").wait_for()
    settle(page)
    tab_to(page, "node => node.type === 'checkbox'")
    page.keyboard.press("Space")
    page.get_by_text("with the ticked fixes").first.wait_for()


def tab_to(page, wanted):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"({wanted})(document.activeElement)"):
            return
    pytest.fail("not reached by Tab")


@pytest.mark.parametrize(("width", "scheme"), [(420, "light"), (1366, "dark")])
def test_a_result_on_other_screens(visit, pictures, width, scheme):
    page = visit(width=width, scheme=scheme)
    result(page)
    tidy(page)
    keep(page, pictures, f"resume_{width}_{scheme}")


def test_a_group_from_files_to_one_opened(visit, pictures):
    page = visit("coach")
    page.get_by_role("button", name="Try it with samples").click()
    page.get_by_text("Who needs what").wait_for()
    page.get_by_text("9 of 9").first.wait_for()
    page.get_by_test_id("stDataFrame").wait_for()
    tidy(page)
    keep(page, pictures, "coach")
    page.get_by_test_id("stDataFrame").locator(".dvn-scroller").click(position={"x": 18, "y": 52})
    page.get_by_role("tab", name="Résumé with marks").wait_for()
    assert page.get_by_text("Okonedo").count() == 0, "names are hidden"
    keep(page, pictures, "coach_opened")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    table = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "C-009" in table
    assert "imaging_engineer/" not in table


@pytest.mark.parametrize("path", ["keywords", "how"])
def test_the_other_pages(visit, pictures, path):
    page = visit(path)
    page.get_by_test_id("stDataFrame").wait_for()
    tidy(page)
    keep(page, pictures, path)
