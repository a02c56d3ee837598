"""The README's commands and code do what it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = [line for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
COMMANDS = [line for line in CONSOLE if line.startswith("ats-medai ")]
TARGETS = sorted(line.split()[1] for line in CONSOLE if line.startswith("make "))


def run_in_root(command, tmp_path):
    arguments = [str(tmp_path / part) if part.endswith(".csv") else part for part in command]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_runs(line, tmp_path):
    run = run_in_root([sys.executable, "-m", "ats_medai", *shlex.split(line)[1:]], tmp_path)
    assert run.returncode == 0, run.stderr


def test_every_command_of_the_tool_is_in_the_readme():
    shown = subprocess.run(
        [sys.executable, "-m", "ats_medai", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^  ([a-z]+) ", shown.split("Commands:")[1], re.MULTILINE)
    assert {"score", "batch"} <= set(commands)
    assert not [name for name in commands if not re.search(rf"`{name}\b|ats-medai {name}\b", README)]


def test_the_python_example_runs(tmp_path):
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL).group(1)
    run = run_in_root([sys.executable, "-c", code], tmp_path)
    assert run.returncode == 0, run.stderr
    assert re.match(r"\d+ \d+\n\[", run.stdout)


def test_make_targets_exist():
    assert TARGETS == ["app", "demo", "test"]
    makefile = (ROOT / "Makefile").read_text()
    assert all(f"\n{target}:" in makefile for target in TARGETS)


def test_the_demo_shows_what_the_readme_shows(tmp_path):
    block = README.split("You will see something like")[1].split("```text\n")[1].split("```")[0]
    command = re.search(r"\$\(BIN\)/ats-medai (score .*)", (ROOT / "Makefile").read_text()).group(1)
    run = run_in_root([sys.executable, "-m", "ats_medai", *shlex.split(command), "--as-of", "2026-11-01"], tmp_path)
    for line in block.strip().splitlines():
        assert line.strip() in run.stdout or line.strip() == "..."
