"""What a batch of hostile files does to this machine: python benchmarks/trace_hostile.py [--files DIR] [--jobs 2]

Runs `ats-medai batch` over the folder (default: the set that tests/security makes) under strace, and tells how many
network sockets were opened, which files were written beside the output, what stays among temporary files, and
which processes are left. Exit code 1 where a promise of SECURITY.md is broken. Linux with strace.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CALLS = "network,open,openat,creat,rename,renameat,renameat2,unlink,mkdir,link,symlink,truncate"
IPV6_TRIED = re.compile(r"socket\(AF_INET6, SOCK_STREAM|bind\(\d+, .*::1")
"""urllib3, which spaCy imports, asks the system once whether it knows IPv6; nothing is sent and nobody is called."""
WRITTEN = re.compile(r'(?:openat?|creat)\((?:AT_FDCWD, )?"([^"]*)"(?:, [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*)?\) = \d')
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|creat\(")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, help="folder of hostile files")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        files = options.files or _made(place / "made")
        (place / "temporary").mkdir()
        return _told(place, files.resolve(), options.jobs)


def _made(place: Path) -> Path:
    sys.path.insert(0, str(ROOT / "tests" / "security"))
    from hostile_set import all_files  # noqa: PLC0415 - of the tests

    place.mkdir()
    for name, (data, _) in all_files().items():
        (place / name).write_bytes(data)
    return place


def _told(place: Path, files: Path, jobs: int) -> int:
    log, rows = place / "calls", place / "rows.jsonl"
    batch = [sys.executable, "-B", "-m", "ats_medai", "batch", str(files), "--output", str(rows), "--all-files"]
    run = subprocess.run(
        ["strace", "-f", "-e", f"trace={CALLS}", "-o", str(log), *batch, "--jobs", str(jobs)],
        cwd=place, env=_surroundings(place), capture_output=True, text=True, check=False,
    )  # fmt: skip
    calls = log.read_text(errors="replace").splitlines()
    sockets = [call for call in calls if "AF_INET" in call and not IPV6_TRIED.search(call)]
    opened = {found[1] for call in calls if WRITES.search(call) and (found := WRITTEN.search(call))}
    written = sorted(path for path in opened if not path.startswith(("/dev/", str(rows.parent))))
    left = _left_behind()
    kept = sorted(path.name for path in (place / "temporary").iterdir())
    count = len(rows.read_text(encoding="utf-8").splitlines()) if rows.exists() else 0
    print(f"rows                        {count} (exit code {run.returncode}, traceback {'Traceback' in run.stderr})")
    print(f"system calls looked at      {len(calls):,}")
    print(f"network sockets             {len(sockets)} {sockets[:3]}")
    print(f"files written elsewhere     {len(written)} {written[:5]}")
    print(f"temporary files left        {len(kept)} {kept[:5]}")
    print(f"reading processes left      {len(left)}")
    return 1 if sockets or written or kept or left or "Traceback" in run.stderr or not count else 0


def _surroundings(place: Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(place / "temporary")}


def _left_behind() -> list[str]:
    """Give the reading processes whose parent is gone."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == "1" and b"ats_medai.documents.worker" in command:
            found.append(process.name)
    return found


if __name__ == "__main__":
    sys.exit(main())
