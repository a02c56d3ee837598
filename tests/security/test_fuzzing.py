"""The fuzzer says what it looked at, says so when that was too little, and shows what it finds."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

FUZZ = Path(__file__).resolve().parents[2] / "benchmarks" / "fuzz"
PLANTED = """
import sys
sys.path.insert(0, {folder!r})
import targets
def fuzz_cleanup(data):
    if len(data) > 1_000:
        raise ValueError("planted")
targets.TARGETS["cleanup"] = fuzz_cleanup
import {module}
sys.exit({module}.main())
"""


def run(*options, found, planted=None):
    start = ["-c", PLANTED.format(folder=str(FUZZ), module=planted)] if planted else [str(FUZZ / "fuzz.py")]
    command = [sys.executable, *start, *options, "--seconds=60", f"--found={found}"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)


def test_the_seeds_changed_at_random_are_counted(tmp_path):
    done = run("cleanup", "keywords", "--plain", "--runs=30", found=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [["cleanup", "30"], ["keywords", "30"]]


def test_a_run_that_saw_next_to_nothing_fails(tmp_path):
    done = run("cleanup", "--plain", "--runs=5", found=tmp_path)
    assert done.returncode == 1
    assert "only 5 inputs were tried" in done.stderr


def test_what_raises_is_shown_and_kept(tmp_path):
    done = run("cleanup", "--plain", "--runs=100", found=tmp_path, planted="fuzz")
    assert done.returncode == 1
    assert "ValueError: planted" in done.stderr
    assert any(path.stat().st_size > 1_000 for path in tmp_path.glob("cleanup-*"))


@pytest.mark.skipif(not find_spec("atheris"), reason="atheris has no wheel for this system")
def test_a_guided_run_counts_what_it_reached_and_shows_what_it_finds(tmp_path):
    sound = run("cleanup", "--runs=300", found=tmp_path)
    assert sound.returncode == 0, sound.stderr
    name, inputs, _, edges, *_ = sound.stdout.split()
    assert (name, int(inputs) >= 300, int(edges) >= 50) == ("cleanup", True, True)
    broken = run("cleanup", "--runs=300", "--seed=1", found=tmp_path, planted="guided")
    assert broken.returncode == 1
    assert "ValueError: planted" in broken.stderr
    assert (tmp_path / "raised-cleanup").stat().st_size > 1_000


@pytest.fixture
def mutate(monkeypatch):
    monkeypatch.syspath_prepend(str(FUZZ))
    import mutate

    return mutate


def test_changes_are_the_same_for_the_same_seed_and_no_text_grows_without_end(mutate):
    texts = [b"", b"\n", b"a\nb\nc", b"line\n" * 50_000]
    for change in (mutate.mutated, lambda data, random: mutate.mutated_lines(data, ["- 2021", "é"], random)):
        for text in texts:
            first, again = (change(text, Random(3)) for _ in range(2))
            assert first == again
            assert len(first) <= mutate.MOST
