"""Start the front end's server with settings that keep everything on this machine."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from ats_medai.shipped import shipped


def launch(port: int) -> int:
    """Run the server until it is stopped; give its exit code. The browser opens by itself."""
    script = Path(__file__).with_name("script.py")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *flags()]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


def flags() -> list[str]:
    """Give the settings of .streamlit/config.toml as flags: Streamlit itself looks for that file in other places."""
    settings = tomllib.loads(shipped(".streamlit").joinpath("config.toml").read_text(encoding="utf-8"))
    return [part for section, values in settings.items() for part in _flags(section, values)]


def _flags(section: str, values: dict[str, object]) -> list[str]:
    parts: list[str] = []
    for key, value in values.items():
        name = f"{section}.{key}"
        if isinstance(value, dict):
            parts += _flags(name, value)
        else:
            several = value if isinstance(value, list) else [value]  # a list is the same flag again and again
            parts += [part for one in several for part in (f"--{name}", _plain(one))]
    return parts


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
