"""Versions that close known weaknesses, and lock files that can bring in nothing else.

Whether new advisories exist cannot be told offline: a scanner without its data says that all is well.
"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.txt", "requirements-cluster.txt", "requirements-dev.txt")

ASKED_FOR = {
    "jinja2": "3.1.6",  # CVE-2025-27516
    "lxml": "6.1.0",  # CVE-2026-41066
    "pdfplumber": "0.11.10",  # older ones pin a pdfminer.six with pickles
    "pypdfium2": "5.9",
    "streamlit": "1.54.0",  # CVE-2026-33682, CVE-2025-1684
}
"""Named in pyproject.toml with at least these versions."""
BROUGHT_ALONG = {
    "pdfminer.six": "20251230",  # CVE-2025-64512, CVE-2025-70559: loads no pickles any more
    "pillow": "12.2.0",  # CVE-2026-40192
    "python-multipart": "0.0.22",  # CVE-2026-24486
    "starlette": "1.1.0",  # CVE-2026-48818
}
"""Come with the above; the lock file holds at least these, where it holds them."""


def floor(name):
    (found,) = [one for one in map(Requirement, PROJECT["dependencies"]) if one.name.lower() == name]
    return max(Version(part.version) for part in found.specifier if part.operator == ">=")


@pytest.mark.parametrize(("name", "least"), ASKED_FOR.items())
def test_pyproject_asks_for_the_mended_version(name, least):
    assert floor(name) >= Version(least)


@pytest.mark.parametrize(("name", "least"), [*ASKED_FOR.items(), *BROUGHT_ALONG.items()])
def test_mended_version_is_installed(name, least):
    try:
        installed = version(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not part of this installation")
    assert Version(installed) >= Version(least)


def pins(lock):
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_is_exact_and_has_its_hash(lock):
    assert len(pins(lock)) > 20
    for line in pins(lock):
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[^\s;]+(\s*;[^-]+)?\s+--hash=sha256:[0-9a-f]{64}", line), line[
            :80
        ]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_index_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^-(i|f)\b|--(extra-)?index-url|--find-links|--trusted-host", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_the_mended_versions(lock):
    held = dict(re.match(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;]+)", line).groups() for line in pins(lock))
    held = {name.lower(): Version(pinned) for name, pinned in held.items()}
    least = {**ASKED_FOR, **BROUGHT_ALONG}
    assert set(ASKED_FOR) <= {*held} or lock != "requirements.txt"
    assert not {name: held[name] for name in held.keys() & least.keys() if held[name] < Version(least[name])}


def test_nothing_in_the_product_loads_pickles_or_runs_text():
    forbidden = re.compile(
        r"\b(pickle|marshal|shelve|yaml\.(unsafe_)?load\(|eval\(|exec\(|os\.system|shell=True|unsafe_allow_html=True)"
    )
    found = {
        path.name: forbidden.findall(path.read_text(encoding="utf-8"))
        for path in (ROOT / "src").rglob("*.py")
        if forbidden.search(re.sub(r'""".*?"""|#.*', "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    }
    assert not found
