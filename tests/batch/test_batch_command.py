"""Many files as a coach runs them: every file has its row, a stop loses nothing, no cell becomes a formula."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile

import pytest

AS_OF = ("--as-of", "2026-01-15")


@pytest.fixture
def folder(tmp_path, samples):
    """Six readable files in two folders, one of them twice, and four that cannot be read."""
    place = tmp_path / "in"
    (place / "b").mkdir(parents=True)
    for case in ("imaging_engineer", "ehr_risk_modeller", "career_changer"):
        shutil.copy(samples / case / "resume.pdf", place / f"{case}.pdf")
    shutil.copy(samples / "career_changer" / "resume.docx", place / "b" / "career_changer.docx")
    shutil.copy(samples / "career_changer" / "resume.txt", place / "b" / "=1+1.txt")
    shutil.copy(samples / "imaging_engineer" / "resume.pdf", place / "b" / "again.pdf")
    (place / "empty.pdf").write_bytes(b"")
    (place / "broken.docx").write_bytes(b"PK\3\4 nothing behind it")
    (place / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    (place / "b" / "link.txt").symlink_to(place / "b" / "=1+1.txt")
    (place / ".hidden.txt").write_text("not for you")
    (place / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return place


SOURCES = sorted([
    "imaging_engineer.pdf", "ehr_risk_modeller.pdf", "career_changer.pdf", "b/career_changer.docx", "b/=1+1.txt",
    "b/again.pdf", "empty.pdf", "broken.docx", "picture.pdf", "b/link.txt",
])  # fmt: skip
UNREAD = {"empty.pdf", "broken.docx", "picture.pdf", "b/link.txt"}


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_file_has_its_row_in_order(cli, folder, tmp_path, samples):
    job = samples / "imaging_engineer" / "job.txt"
    runs = [cli("batch", folder, "--output", f"{n}.jsonl", "--jobs", n, "--job", job, *AS_OF) for n in (1, 2)]
    assert [run.returncode for run in runs] == [4, 4], runs[0].stderr
    assert "6 scored, 4 not read" in runs[0].stderr
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    rows = rows_of(tmp_path / "1.jsonl")
    assert [row["source"] for row in rows] == SOURCES
    assert {row["source"] for row in rows if "error" in row} == UNREAD
    assert all(row["error"]["message"] for row in rows if "error" in row)
    assert all(row["report"]["match"]["score"] > 0 for row in rows if "error" not in row)
    assert [row["duplicate_of"] for row in rows if row["source"] == "imaging_engineer.pdf"] == ["b/again.pdf"]
    assert not [path for path in tmp_path.iterdir() if "partial" in path.name]


def test_all_files_gives_the_rest_a_row_too(cli, folder, tmp_path):
    assert cli("batch", folder, "--all-files", "--output", "all.jsonl", "--jobs", 1).returncode == 4
    rows = {row["source"]: row for row in rows_of(tmp_path / "all.jsonl")}
    assert rows["photo.jpg"]["error"]["code"] == "unsupported_format"
    assert ".hidden.txt" not in rows


def test_csv_for_several_adverts(cli, folder, tmp_path, samples):
    jobs = [
        part for case in ("imaging_engineer", "ehr_risk_modeller") for part in ("--job", samples / case / "job.txt")
    ]
    shutil.copy(samples / "imaging_engineer" / "job.txt", tmp_path / "imaging.txt")
    assert cli("batch", folder, *jobs, "--output", "out.csv", "--jobs", 2).returncode == 4
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == 2 * len(SOURCES)
    best = {row["source"]: row["job"] for row in rows if row["best_job"] == "True"}
    assert "imaging" in best["imaging_engineer.pdf"]
    assert "ehr" in best["ehr_risk_modeller.pdf"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_tables_open_again(cli, folder, tmp_path, ending):
    import pandas as pd

    assert cli("batch", folder, "--output", f"out.{ending}", "--jobs", 2).returncode == 4
    if ending == "parquet":
        rows, evidence = pd.read_parquet(tmp_path / "out.parquet"), pd.read_parquet(tmp_path / "out.evidence.parquet")
        assert list(rows["source"]) == SOURCES
        assert set(rows.loc[rows["error"].notna(), "source"]) == UNREAD
        assert {"concept", "text", "shown"} <= set(evidence)
        (tmp_path / "out.parquet").unlink()
        again = cli("batch", folder, "--output", "out.parquet", "--jobs", 2)
        assert again.returncode == 2
        assert "out.evidence.parquet" in again.stderr
        return
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert "<f>" not in text
    for name in ("Summary", "Candidates", "What to teach", "Evidence", "Unread files"):
        assert f'name="{name}"' in text


def test_archives_patterns_and_lists(cli, folder, tmp_path, samples):
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.write(folder / "career_changer.pdf", "one/a.pdf")
        pack.writestr("one/readme.html", "<p>no</p>")
    assert cli("batch", "pack.zip", folder / "*.pdf", "--output", "a.jsonl", "--jobs", 1).returncode == 4
    assert "pack.zip/one/a.pdf" in {row["source"] for row in rows_of(tmp_path / "a.jsonl")}
    listed = cli("batch", "-", "--output", "b.jsonl", "--jobs", 1, stdin=f"{samples}/career_changer/resume.txt\n")
    assert listed.returncode == 0, listed.stderr
    assert [row["source"] for row in rows_of(tmp_path / "b.jsonl")] == ["resume.txt"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("batch", "nowhere", "--output", "x.csv"), 2),
        (("batch", ".", "--output", "x.doc"), 2),
        (("batch", ".", "--output", "no/such/x.csv"), 2),
        (("batch", ".", "--output", "x.csv"), 5),
    ],
)
def test_what_cannot_run_says_so(cli, arguments, code):
    run = cli(*arguments)
    assert run.returncode == code
    assert "Traceback" not in run.stderr


def test_nothing_scored_ends_with_five(cli, tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert cli("batch", "empty.pdf", "--output", "x.csv", "--jobs", 1).returncode == 5
    assert (tmp_path / "x.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "killed"])
def test_a_stopped_batch_goes_on_to_the_same_bytes(cli, samples, tmp_path, stop):
    many = tmp_path / "many"
    many.mkdir()
    for i in range(60):
        shutil.copy(samples / "career_changer" / "resume.txt", many / f"{i:02}.txt")
    command = ["batch", str(many), "--jobs", "1", *AS_OF, "--output"]
    assert cli(*command, "whole.jsonl").returncode == 0
    run = subprocess.Popen(
        [sys.executable, "-m", "ats_medai", *command, "cut.jsonl"],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    journal = tmp_path / ".cut.jsonl.partial"
    while not (journal.exists() and journal.read_bytes().count(b"\n") > 4):
        assert run.poll() is None
        time.sleep(0.01)
    os.kill(run.pid, stop)
    assert run.wait(60) == (130 if stop is signal.SIGINT else -signal.SIGKILL)
    assert not (tmp_path / "cut.jsonl").exists()
    done = journal.read_bytes().count(b"\n") - 1
    assert 4 <= done < 60
    with journal.open("ab") as torn:
        torn.write(b'[{"source":"torn')
    assert cli(*command, "cut.jsonl", "--resume").returncode == 0
    assert (tmp_path / "cut.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert not journal.exists()


def test_resume_refuses_another_batch(cli, folder, tmp_path):
    (tmp_path / ".x.csv.partial").write_text('{"tool": "other"}\n')
    run = cli("batch", folder, "--output", "x.csv", "--resume", "--jobs", 1)
    assert run.returncode == 2
    assert "without --resume" in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_journal_is_never_written_through_a_link(cli, folder, tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("keep")
    (tmp_path / ".x.csv.partial").symlink_to(precious)
    assert cli("batch", folder / "career_changer.pdf", "--output", "x.csv", "--jobs", 1).returncode == 0
    assert precious.read_text() == "keep"
