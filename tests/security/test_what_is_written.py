"""Nothing but the output is written; links, pipes and odd names do no harm; no cell is a formula."""

import csv
import io
import os
import sys
import zipfile

import pytest

from ats_medai.batch.record import error_record
from ats_medai.batch.workbook import write_workbook
from ats_medai.batch.writers import safe
from ats_medai.cli.streams import printable
from ats_medai.documents.isolation import Reader, read_path
from ats_medai.errors import DocumentError, ErrorCode

pytestmark = pytest.mark.usefixtures("bounded")
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes among files on Windows")


@posix
@pytest.mark.parametrize("special", ["pipe", "device"])
def test_what_never_ends_is_refused_and_not_waited_for(tmp_path, special):
    path = tmp_path / "pipe.txt"
    if special == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(DocumentError) as caught:
        read_path(path, Reader())
    assert caught.value.code is ErrorCode.UNSUPPORTED_FORMAT


@posix
def test_pipes_and_links_in_a_folder_get_error_rows(cli, tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    os.mkfifo(place / "pipe.txt")
    (place / "link.txt").symlink_to("/etc/passwd")
    (place / "\x1b[31m=1+1.txt").write_text("Skills\nPython\n")
    run = cli("batch", place, "--output", "rows.csv", "--jobs", 1)
    assert run.returncode == 4, run.stderr
    assert "\x1b" not in run.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text(encoding="utf-8-sig"))))
    assert [row["error"] for row in rows] == ["", "unsupported_format", "unsupported_format"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "rows.csv"]


def test_standard_input_is_bounded_and_read_outside_our_process(cli):
    run = cli("extract", "-", stdin="x" * (11 << 20))
    assert run.returncode == 5
    assert "MiB" in run.stderr
    run = cli("extract", "-", stdin="%PDF-1.7 Zorbelina nothing")
    assert run.returncode == 5
    assert "Zorbelina" not in run.stderr
    assert "Traceback" not in run.stderr


def test_nothing_is_overwritten_unless_told(cli, tmp_path, samples):
    (tmp_path / "out.html").write_text("mine")
    arguments = ("score", samples / "career_changer" / "resume.txt", "--format", "html", "--output", "out.html")
    assert cli(*arguments).returncode == 2
    assert (tmp_path / "out.html").read_text() == "mine"
    assert cli(*arguments, "--force").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]


@posix
@pytest.mark.parametrize("command", ["extract", "batch"])
@pytest.mark.parametrize("is_there", [True, False], ids=["empty", "missing"])
def test_a_name_in_a_message_cannot_steer_the_terminal(cli, tmp_path, command, is_there):
    name = "a\x1b[31m\u202efdp.txt"
    if is_there:
        (tmp_path / name).touch()
    output = ("--output", "rows.jsonl") if command == "batch" else ()
    run = cli(command, name, *output)
    assert run.returncode in {2, 5}
    assert not {"\x1b", "\u202e"} & set(run.stderr + run.stdout)


def test_a_batch_is_not_overwritten_unless_told(cli, tmp_path, samples):
    (tmp_path / "rows.jsonl").write_text("mine")
    arguments = ("batch", samples / "career_changer" / "resume.txt", "--output", "rows.jsonl", "--jobs", 1)
    assert cli(*arguments).returncode == 2
    assert (tmp_path / "rows.jsonl").read_text() == "mine"
    assert cli(*arguments, "--force").returncode == 0


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "  ="])
def test_no_cell_starts_a_formula(start):
    assert safe(f"{start}1+1") == f"'{start}1+1"


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path):
    names = ("=1+1.txt", "http://evil.example/x.txt", "@x.txt")
    write_workbook(
        tmp_path / "a.xlsx", iter([[error_record(name, DocumentError(name, ErrorCode.EMPTY), None)] for name in names])
    )
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))}
    assert len(parts) > 5
    text = "".join(parts.values())
    assert all(f">{name}<" in text for name in names)
    assert not [mark for mark in ("<f>", "<f ", "<hyperlink") if mark in text]


@pytest.mark.parametrize("value", [-1.5, 3, None, "plain", "a=b"])
def test_other_cells_stay(value):
    assert safe(value) is value


@pytest.mark.parametrize("steering", ["\x1b[2J", "\x07", "\u202e", "\u2066", "\x9b31m", "\r", "\u200b"])
def test_names_cannot_steer_a_terminal(steering):
    assert printable(f"a{steering}b") == "a" + steering.encode("unicode_escape").decode() + "b"
