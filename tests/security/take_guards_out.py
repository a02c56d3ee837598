"""Take each guard out of a copy and tell whether the tests notice: run by hand, half an hour.

python tests/security/take_guards_out.py [GUARD...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = ("documents/test_isolation.py", "security/test_reading_process.py", "security/test_hostile_set.py")
DOCX = ("documents/test_docx_reading.py", "security/test_size_limits.py")
PDFS = ("documents/test_pdf_reading.py", "security/test_hostile_set.py::test_outcome")
OUTPUT = ("security/test_what_is_written.py", "batch/test_batch_command.py")
WORKER, PROCESS, ISOLATION, LIMITS, PACKAGE, PDF, SECOND = (
    f"src/ats_medai/documents/{name}.py"
    for name in ("worker", "process", "isolation", "limits", "package", "pdf", "pdf_second")
)

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
"""Of the reading process: file, what stands there, and what it is replaced by."""

RULES = {
    "comments in a process of their own": ("src/ats_medai/cli/main.py", ", Reader().comment))", "))", ["cli/test_annotate_command.py"]),
    "work of the second try": (SECOND, "with at_most(SECOND_TRY_SECONDS), pdf", "with pdf", ["documents/test_budget.py"]),
    "the second try": (SECOND, "            for page in pdf.pages[:most]:", "            for page in []:", ["documents/test_budget.py", *PDFS]),
    "no document type": (PACKAGE, "if _DOCTYPE.search(data.", "if not data and _DOCTYPE.search(data.", DOCX),
    "bytes of a part": (LIMITS, "    if size > PART_BYTES:", "    if False:", DOCX),
    "bytes of all parts": (PACKAGE, "        if unpacked > limits.UNPACKED_BYTES:", "        if False:", DOCX),
    "number of parts": (PACKAGE, "        if len(members) > limits.ZIP_MEMBERS:", "        if False:", DOCX),
    "packing": (LIMITS, "    if size > MIB and size > PACKING_RATIO", "    if False and size > PACKING_RATIO", DOCX),
    "number of elements": (PACKAGE, "        if elements > 2 * limits.XML_ELEMENTS:", "        if False:", DOCX),
    "pages": (PDF, "    if pages.total > limits.PDF_PAGES and", "    if False and", PDFS),
    "letters of a page": (PDF, "        if count > limits.PAGE_CHARACTERS:", "        if False:", PDFS),
    "bytes of a text": ("src/ats_medai/documents/plain.py", "    if len(data) > limits.PLAIN_BYTES:", "    if False:", ["documents/test_plain_text.py", *DOCX]),
    "bytes of a file": (ISOLATION, "    if len(data) > MOST_BYTES:", "    if len(data) < 0:", OUTPUT),
    "pipes and devices": (ISOLATION, "        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):", "        if False:", OUTPUT),
    "no waiting for a pipe": (ISOLATION, 'flags | getattr(os, "O_NONBLOCK", 0)', "flags", OUTPUT),
    "links in folders": ("src/ats_medai/batch/work.py", "            _check_plain(one)\n", "", OUTPUT),
    "hidden files": ("src/ats_medai/batch/inputs.py", 'and not path.name.startswith((".", "~$")))', ")", OUTPUT),
    "hidden folders": ("src/ats_medai/batch/inputs.py", 'if any(part.startswith((".", "__MACOSX")) for part in path.parts[:-1]):', "if False:", ["batch/test_urls.py"]),
    "overwriting": ("src/ats_medai/cli/batch.py", "if one.exists() and not force:", "if False:", OUTPUT),
    "overwriting what stands beside": ("src/ats_medai/cli/batch.py", "for one in (path, beside(path)):", "for one in (path,):", OUTPUT),
    "formulas in CSV": ("src/ats_medai/batch/writers.py", "FORMULA_STARTS) else value", "FORMULA_STARTS) and False else value", OUTPUT),
    "formulas in workbooks": ("src/ats_medai/batch/workbook.py", "write_string(self.row, at, str(value)[:32_000])", "write_formula(self.row, at, str(value))", OUTPUT),
    "steering names": ("src/ats_medai/cli/streams.py", "typer.echo(printable_lines(message), err=True)", "typer.echo(message, err=True)", (*OUTPUT, "security/test_hostile_set.py")),
    "escaping of HTML": ("src/ats_medai/render/html.py", "autoescape=True", "autoescape=False", ["render/test_forms.py"]),
    "policy of HTML": ("src/ats_medai/render/report.html.j2", "default-src 'none'; ", "", ["render/test_forms.py"]),
    "escaping of labels": ("src/ats_medai/web/safe.py", ", one_line(text))\n\n\ndef one_line", ', one_line(text)).replace("\\\\", "")\n\n\ndef one_line', ["web/test_safety.py"]),
    "orders to machines": ("src/ats_medai/orders.py", "    orders = orders_of(document)\n    if not orders:", "    orders = orders_of(document)\n    if True:", ["security/test_orders.py"]),
    "messages in the log": ("src/ats_medai/web/pages.py", "unexpected = UnexpectedError(type(error).__name__, _place(error))", "raise", ["security/test_front_end.py"]),
}  # fmt: skip
"""Of all else, with the tests that should notice."""


def main(names):
    with tempfile.TemporaryDirectory() as place:
        for name in names or (*GUARDS, *RULES):
            file, guard, instead, tests = (*GUARDS[name], PROCESSES) if name in GUARDS else RULES[name]
            copy = Path(place, "copy")
            for folder in ("src", "keywords"):
                shutil.copytree(ROOT / folder, copy / folder)
            shutil.copy(ROOT / "pyproject.toml", copy)
            text = (copy / file).read_text(encoding="utf-8")
            assert text.count(guard) == 1, f"{name} is not where it was"
            (copy / file).write_text(text.replace(guard, instead), encoding="utf-8")
            sys.stdout.write(f"{name}: {tried(copy / 'src', tests)}\n")
            sys.stdout.flush()
            shutil.rmtree(copy)


def tried(source, tests):
    """Give what the tests say of the code in this folder."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--no-header",
        "--maxfail=4",
        "-k",
        "not stopped",
        "-p",
        "no:cacheprovider",
    ]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    paths = [ROOT / "tests" / name for name in tests]
    run = subprocess.run([*command, *paths], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    failed = [line.split("::")[1].split(" - ")[0] for line in run.stdout.splitlines() if line.startswith("FAILED")]
    return f"{len(failed)} tests fail: {', '.join(failed)}" if failed else f"NOT NOTICED ({run.stdout[-80:].strip()})"


if __name__ == "__main__":
    main(sys.argv[1:])
