"""Few fixtures: one analyzer for all, the samples, and the command line as a user runs it."""

import os
import signal
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "sample_resumes"
AS_OF = date(2026, 1, 15)
LONGEST = 120
"""Seconds after which a test that asks for `bounded` is taken for one that hangs; the slowest takes ten."""

settings.register_profile(
    "project",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
settings.load_profile("project")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the reports under tests/golden anew")


@pytest.fixture
def bounded():
    """Let a test that hangs fail, and its clean-up too, on systems with alarms."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal, _frame):
        pytest.fail(f"it hangs: {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, LONGEST, LONGEST)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def analyzer():
    import ats_medai

    return ats_medai.Analyzer(as_of=AS_OF)


@pytest.fixture(scope="session")
def keywords(analyzer):
    return analyzer.keywords


@pytest.fixture(scope="session")
def samples():
    return SAMPLES


@pytest.fixture(scope="session")
def shared():
    """The evaluation material beside the project; a test that needs it is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the evaluation material is not beside the project")
    return folder


@pytest.fixture
def cli(tmp_path):
    """Run the command line in an empty folder: cli("score", path) -> CompletedProcess."""

    def run(*arguments, stdin="", env=None):
        return subprocess.run(
            [sys.executable, "-m", "ats_medai", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
            timeout=300,
            env={**os.environ, **(env or {})},
        )

    return run
