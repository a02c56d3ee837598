"""Where the files are that are not code: keywords, samples, settings of the front end."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """Give the file or folder `name` that belongs to this installation.

    In a checkout or an editable install that is the one at the top level, so that an edit counts at once; a wheel
    carries a copy inside the package.
    """
    inside = PACKAGE / "data" / name
    outside = CHECKOUT / name
    return outside if (CHECKOUT / "pyproject.toml").is_file() and outside.exists() else inside
