"""The image is built from what the Containerfile copies: all that the wheel needs has to be among it."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
NEEDED = [*BUILD["targets"]["wheel"]["force-include"], "src", "pyproject.toml", "README.md", "LICENSE"]


@pytest.mark.parametrize("path", NEEDED)
def test_what_the_wheel_needs_is_copied_and_not_ignored(path):
    recipe = (ROOT / "Containerfile").read_text(encoding="utf-8")
    copied = [word for line in recipe.splitlines() if line.startswith("COPY") for word in line.split()[1:-1]]
    assert path in copied
    kept = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    assert f"!{path}" in kept
    assert (ROOT / path).exists()
