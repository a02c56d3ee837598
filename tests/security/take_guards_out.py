"""Take each guard of the reading process out of a copy and tell whether the tests notice: run by hand, some minutes.

python tests/security/take_guards_out.py [GUARD...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ("documents/test_isolation.py", "security/test_reading_process.py", "security/test_hostile_set.py")
WORKER, PROCESS, ISOLATION = (f"src/ats_medai/documents/{name}.py" for name in ("worker", "process", "isolation"))

GUARDS = {
    "nothing": (WORKER, "def serve(", "def serve("),
    "memory": (WORKER, "    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))\n", ""),
    "work": (WORKER, "        _allow_cpu(cpu_seconds)\n", ""),
    "written bytes": (WORKER, "    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n", ""),
    "open files": (WORKER, "    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n", ""),
    "core": (WORKER, "    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n", ""),
    "audit hook": (WORKER, "    sys.addaudithook(_refuse)\n", ""),
    "standard output": (WORKER, "    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)", "    pass"),
    "wall": (PROCESS, "exchange.join(limits.wall_seconds)", "exchange.join()"),
    "size of the answer": (PROCESS, "if size > most:", "if size < 0:"),
    "group of its own": (PROCESS, "start_new_session=True", "start_new_session=False"),
    "kill of the group": (PROCESS, "            os.killpg(popen.pid, signal.SIGKILL)\n", "            pass\n"),
    "environment": (PROCESS, "env={key: os.environ[key] for key in", "env=dict(os.environ) or {key: '' for key in"),
    "empty folder": (PROCESS, "cwd=self._folder.name", "cwd=None"),
    "isolated mode": (PROCESS, 'sys.executable, "-I", ', "sys.executable, "),
    "a new process after a breakdown": (ISOLATION, "                self._end()\n                raise", "                raise"),
}  # fmt: skip


def main(names):
    with tempfile.TemporaryDirectory() as place:
        for name in names or GUARDS:
            file, guard, instead = GUARDS[name]
            copy = Path(place, "copy")
            for folder in ("src", "keywords"):
                shutil.copytree(ROOT / folder, copy / folder)
            shutil.copy(ROOT / "pyproject.toml", copy)
            text = (copy / file).read_text(encoding="utf-8")
            assert text.count(guard) == 1, f"{name} is not where it was"
            (copy / file).write_text(text.replace(guard, instead), encoding="utf-8")
            sys.stdout.write(f"{name}: {tried(copy / 'src')}\n")
            sys.stdout.flush()
            shutil.rmtree(copy)


def tried(source):
    """Give what the tests say of the code in this folder."""
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider"]
    tests = [ROOT / "tests" / name for name in TESTS]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    run = subprocess.run([*command, *tests], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    failed = [line.split("::")[1].split(" - ")[0] for line in run.stdout.splitlines() if line.startswith("FAILED")]
    return f"{len(failed)} tests fail: {', '.join(failed)}" if failed else f"NOT NOTICED ({run.stdout[-80:].strip()})"


if __name__ == "__main__":
    main(sys.argv[1:])
