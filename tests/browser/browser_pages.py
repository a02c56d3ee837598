"""What the tests do on a page in a browser, and what every screen must hold."""

import re
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

ROOT = Path(__file__).resolve().parents[2]
PERSON = ROOT / "sample_resumes" / "imaging_engineer"
ADVERT = (PERSON / "job.txt").read_text(encoding="utf-8")
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
    if (!own || box.width <= 1 || style.visibility === 'hidden' || node.closest('[disabled], .vega-embed, canvas, [data-testid=stIconMaterial], svg')) continue;
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


def wait_for(address):
    for _ in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server does not answer at {address}")


def upload(page, name="resume.pdf"):
    page.locator("input[type=file]").first.set_input_files(PERSON / name)
    page.get_by_label("2 · The job advert").fill(ADVERT)
    page.get_by_text(re.compile(rf"^{name[:5]}.*pdf$")).first.wait_for()  # a long name is shortened
    page.keyboard.press("Tab")  # the advert counts once the field is left
    enabled = page.locator("button:not([disabled])", has_text="Check my résumé")
    enabled.wait_for()
    return enabled


def result(page, name="resume.pdf"):
    upload(page, name).click()
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


def open_tab(page, name):
    page.get_by_role("tab", name=name, exact=True).click()
    page.wait_for_function(
        "name => document.querySelector('[role=tab][aria-selected=true]')?.innerText === name", arg=name
    )
    page.wait_for_timeout(200)
    settle(page)
