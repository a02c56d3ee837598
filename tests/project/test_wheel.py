"""The product as shipped: build the wheel, install it without development tools and without network, score a sample."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = "import socket\ndef refuse(*a, **k): raise OSError('no network')\nsocket.socket.connect = refuse\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel; what it depends on is lent from ours, without our editable install."""
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)], check=True
    )
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (site / "sitecustomize.py").write_text(NO_NETWORK)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def clean_environment():
    """Ours without the paths that would lend the checkout's sources."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


def score(python, folder, tmp_path):
    arguments = ["score", str(folder / "resume.pdf"), "--job", str(folder / "job.txt"), "--format", "json"]
    return subprocess.run(
        [str(python), "-m", "ats_medai", *arguments, "--as-of", "2026-01-15"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=300,
        env=clean_environment(),
    )


def test_wheel_holds_data_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "ats_medai/data/keywords/weights.yaml" in names
    assert "ats_medai/data/sample_resumes/imaging_engineer/resume.pdf" in names
    assert "ats_medai/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def test_installed_wheel_gives_the_same_report(installed, samples, tmp_path):
    where = subprocess.run(
        [str(installed), "-c", "import ats_medai; print(ats_medai.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        env=clean_environment(),
    )
    assert str(ROOT) not in where.stdout
    ours, theirs = (score(python, samples / "imaging_engineer", tmp_path) for python in (sys.executable, installed))
    assert theirs.returncode == 0, theirs.stderr
    assert json.loads(theirs.stdout) == json.loads(ours.stdout)


def test_nothing_is_sent_anywhere(installed, samples, tmp_path):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log = tmp_path / "calls"
    traced = ["strace", "-f", "-e", "trace=network", "-o", str(log), str(installed), "-m", "ats_medai", "score"]
    run = subprocess.run(
        [*traced, str(samples / "career_changer" / "resume.docx")],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=clean_environment(),
    )
    if "ptrace" in run.stderr:
        pytest.skip("this system lets no program be traced")
    assert run.returncode == 0, run.stderr
    calls = log.read_text()
    assert "+++ exited with 0 +++" in calls
    # spaCy brings a library that binds ::1 at its import, to see whether this machine knows IPv6: that sends nothing
    reaching = [line for line in calls.splitlines() if re.search(r"\b(connect|send\w*)\(.*AF_INET", line)]
    assert not reaching
