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

from ats_medai.batch.inputs import find_inputs
from ats_medai.documents import read_document
from ats_medai.errors import DocumentError, ErrorCode

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


def csv_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


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
    assert ".hidden.txt" in rows


BESIDE = {
    "~$career_changer.docx": (b"\x04Jane" + bytes(157), "a file is open"),
    ".~lock.career_changer.docx#": (b",jane,laptop,24.11.2026 10:00;", "a file is open"),
    "._career_changer.pdf": (b"\0\5\x16\7\0\2\0\0" + bytes(60), "companion"),
    ".DS_Store": (b"\0\0\0\1Bud1" + bytes(60), "macOS"),
    "desktop.ini": (b"[.ShellClassInfo]\r\nIconResource=a", "Windows"),
    "Thumbs.db": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "pictures that Windows keeps"),
}
"""Name -> what it holds, and what it is called."""


def test_what_systems_keep_beside_files_is_passed_over_unless_all_are_asked_for(folder):
    for name, (data, _) in BESIDE.items():
        (folder / "b" / name).write_bytes(data)
    (folder / ".git").mkdir()
    (folder / ".git" / "cv.txt").write_text("not for you")
    assert [one.source for one in find_inputs([str(folder)])] == SOURCES
    found = {one.source for one in find_inputs([str(folder)], all_files=True)}
    assert found == {*SOURCES, *(f"b/{name}" for name in BESIDE), ".hidden.txt", "photo.jpg"}


@pytest.mark.parametrize("name", BESIDE)
def test_what_systems_keep_beside_files_is_called_what_it_is(name):
    data, what = BESIDE[name]
    with pytest.raises(DocumentError, match=what) as caught:
        read_document(data, f"b/{name}")
    assert caught.value.code is ErrorCode.UNSUPPORTED_FORMAT


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


def sheets(path):
    book = pytest.importorskip("openpyxl").load_workbook(path, read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_workbook_counts_people_and_files_once(cli, folder, tmp_path, samples):
    jobs = [one for case in ("imaging_engineer", "ehr_risk_modeller") for one in ("--job", samples / case / "job.txt")]
    assert cli("batch", folder, *jobs, "--output", "out.xlsx", "--jobs", 2).returncode == 4
    book = sheets(tmp_path / "out.xlsx")
    assert {row[0] for row in book["Unread files"][1:]} == UNREAD
    assert len(book["Unread files"]) == 1 + len(UNREAD)
    assert len(book["Candidates"]) == 1 + 2 * (len(SOURCES) - len(UNREAD))
    told = {row[0]: row[1] for row in book["Summary"]}
    assert (told["scored, each content once"], told["copies of another file"], told["not read"]) == (5, 1, 4)
    assert {row[2] for row in book["What to teach"][1:]} == {5}
    concepts = [row[:2] for row in book["Evidence"][1:]]
    assert len(concepts) == len(set(concepts)) > 0
    assert {row[2] for row in book["Candidates"][1:]} == {"yes", "no"}


def test_archives_patterns_and_lists(cli, folder, tmp_path, samples):
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.write(folder / "career_changer.pdf", "one/a.pdf")
        pack.writestr("one/readme.html", "<p>no</p>")
    assert cli("batch", "pack.zip", folder / "*.pdf", "--output", "a.jsonl", "--jobs", 1).returncode == 4
    assert "pack.zip/one/a.pdf" in {row["source"] for row in rows_of(tmp_path / "a.jsonl")}
    listed = cli("batch", "-", "--output", "b.jsonl", "--jobs", 1, stdin=f"{samples}/career_changer/resume.txt\n")
    assert listed.returncode == 0, listed.stderr
    assert [row["source"] for row in rows_of(tmp_path / "b.jsonl")] == ["resume.txt"]


def test_archives_with_bad_members(cli, tmp_path):
    text = "Experience\nTrained PyTorch models on DICOM series.\n"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as nested:
        nested.writestr("x.txt", text)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("a/good.txt", text)
        pack.writestr("../../out of here.txt", text + "One more line.")
        pack.writestr("__MACOSX/a/._good.txt", "junk")
        pack.writestr(".DS_Store", "junk")
        pack.writestr("bomb.txt", b"a" * (64 << 20))
        pack.writestr("nested.docx", inner.getvalue())
        pack.writestr("locked.txt", text)
        pack.writestr("torn.txt", text * 9)
    data = bytearray((tmp_path / "pack.zip").read_bytes())
    entry = data.rindex(b"PK\1\2", 0, data.index(b"locked.txt", data.index(b"PK\1\2")))
    data[entry + 8] |= 1  # the flag that says "encrypted", in the list of members
    torn = data.index(b"torn.txt") + 12
    data[torn : torn + 8] = b"\xff" * 8
    (tmp_path / "pack.zip").write_bytes(data)
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4 and no more")
    run = cli("batch", "pack.zip", "bad.zip", "-o", "out.jsonl", "-j", 1)
    assert run.returncode == 4, run.stderr
    rows = rows_of(tmp_path / "out.jsonl")
    assert {row["source"]: row.get("error", {}).get("code") for row in rows} == {
        "pack.zip/a/good.txt": None, "pack.zip/out of here.txt": None, "pack.zip/bomb.txt": "limit_exceeded",
        "pack.zip/nested.docx": "unsupported_format", "pack.zip/locked.txt": "encrypted",
        "pack.zip/torn.txt": "corrupt", "bad.zip": "corrupt",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="its names are other")
def test_names_of_every_kind_in_two_folders(cli, tmp_path):
    names = ["Zoë – Lebenslauf.txt", "two\nlines.txt", os.fsdecode(b"no letter \xff.txt"), "履歴書.txt", "=1+1.txt"]
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "same.txt").write_text(f"Experience\nPython in {place}.\n")
    for name in names:
        (tmp_path / "one" / name).write_text(f"Experience\nTrained models in Python. {name!r}\n")
    run = cli("batch", "one", "two", "-o", "out.csv", "-j", 1)
    assert run.returncode == 0, run.stderr
    rows = csv_rows(tmp_path / "out.csv")
    assert {row["source"] for row in rows} == {
        "Zoë – Lebenslauf.txt", "two\nlines.txt", "no letter \\udcff.txt", "履歴書.txt", "'=1+1.txt",
        "one/same.txt", "two/same.txt",
    }  # fmt: skip
    listed = b"\0".join(os.fsencode(tmp_path / "one" / name) for name in names)
    found = subprocess.run(
        [sys.executable, "-m", "ats_medai", "batch", "-", "-o", "list.csv", "-j", "1"],
        input=listed, cwd=tmp_path, check=False, capture_output=True, timeout=300,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert len(csv_rows(tmp_path / "list.csv")) == len(names)


def test_an_advert_without_text_stops_the_batch(cli, folder, samples, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    run = cli("batch", folder, "--job", samples / "imaging_engineer" / "job.txt", "--job", "empty.txt", "-o", "x.csv")
    assert run.returncode == 2
    assert "empty.txt" in run.stderr
    assert not (tmp_path / "x.csv").exists()


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
    for i in range(32):
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
    assert 4 <= done < 32
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
