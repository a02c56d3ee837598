"""Files by URL: an S3 server and a web server on the loopback interface, and what goes wrong with such files."""

import csv
import io
import json
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ats_medai.batch.inputs import Input, InputError, find_inputs
from ats_medai.batch.remote import fetch, shown
from ats_medai.documents.isolation import MOST_BYTES
from ats_medai.errors import DocumentError, ErrorCode

pytest.importorskip("s3fs", reason="needs the extra `urls`")
pytestmark = pytest.mark.filterwarnings("ignore")  # what botocore says of itself is its own


@pytest.fixture
def filled(bucket, samples):
    """The bucket with two résumés, a copy, one that is too large, one that is empty, and what nobody asked for."""
    resume = (samples / "career_changer" / "resume.txt").read_bytes()
    bucket.pipe("people/cv/b/one.txt", resume)
    bucket.pipe("people/cv/a/copy of one.txt", resume)
    bucket.pipe("people/cv/two.pdf", (samples / "imaging_engineer" / "resume.pdf").read_bytes())
    bucket.pipe("people/cv/large.txt", b"x" * (MOST_BYTES + 1))
    bucket.pipe("people/cv/empty.txt", b"")
    bucket.pipe("people/cv/.hidden/no.txt", resume)
    bucket.pipe("people/cv/photo.jpg", b"\xff\xd8\xff")
    bucket.pipe("people/elsewhere/three.txt", resume)
    return bucket


@pytest.mark.usefixtures("filled")
def test_a_prefix_gives_its_files_in_order():
    found = find_inputs(["s3://people/cv/"])
    assert [one.source for one in found] == ["a/copy of one.txt", "b/one.txt", "empty.txt", "large.txt", "two.pdf"]
    assert [one.source for one in find_inputs(["s3://people/cv"])] == [one.source for one in found]
    assert [one.source for one in find_inputs(["s3://people/cv/*.txt"])] == ["empty.txt", "large.txt"]
    assert [one.source for one in find_inputs(["s3://people/cv/two.pdf"])] == ["two.pdf"]
    assert "photo.jpg" in [one.source for one in find_inputs(["s3://people/cv/"], all_files=True)]


@pytest.mark.usefixtures("filled")
def test_the_command_reads_a_bucket_and_a_list(cli, tmp_path):
    run = cli("batch", "s3://people/cv/", "-", "-o", "out.csv", "-j", 2, stdin="s3://people/gone.pdf\nnot/here.pdf\n")
    assert run.returncode == 4, run.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert {row["source"]: row["error"] for row in rows} == {
        "a/copy of one.txt": "", "b/one.txt": "", "empty.txt": "empty", "large.txt": "limit_exceeded", "two.pdf": "",
        "gone.pdf": "unavailable", "here.pdf": "unavailable",
    }  # fmt: skip
    assert [row["duplicate_of"] for row in rows if row["source"] == "b/one.txt"] == ["a/copy of one.txt"]


def test_a_large_file_is_refused_by_its_size_alone(filled):
    filled.pipe("people/cv/large.txt", b"short now")
    large = Input("large.txt", "s3://people/cv/large.txt", size=MOST_BYTES + 1)
    with pytest.raises(DocumentError) as told:
        fetch(large)
    assert told.value.code is ErrorCode.LIMIT_EXCEEDED


@pytest.mark.parametrize(
    "url",
    ["s3://people/nothing/", "s3://no-such-bucket/", "ftp://host/cv/", "simplecache::s3://people/cv/", "file:///etc/"],
)
@pytest.mark.usefixtures("filled")
def test_what_cannot_be_listed_says_so(url):
    with pytest.raises(InputError):
        find_inputs([url])


class Pages(BaseHTTPRequestHandler):
    """Gives one résumé, one without end, one that is forbidden."""

    resume = b""

    def do_GET(self):
        self.send_response(
            {"/cv/one.txt": 200, "/endless.txt": 200, "/closed.txt": 403}.get(self.path.split("?")[0], 404)
        )
        self.end_headers()
        if self.command == "GET" and self.path.startswith("/cv/one.txt"):
            self.wfile.write(self.resume)
        if self.command == "GET" and self.path == "/endless.txt":
            for _ in range(400):
                self.wfile.write(b"word " * 20_000)

    do_HEAD = do_GET  # noqa: N815 - http.server's name

    def log_message(self, *_):
        pass

    def handle(self):
        with suppress(ConnectionError):  # the reader has enough
            super().handle()


@pytest.fixture
def web(samples):
    Pages.resume = (samples / "career_changer" / "resume.txt").read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


def test_a_file_of_a_web_server(web):
    (one,) = find_inputs([f"{web}/cv/one.txt?token=secret"])
    assert one.source == "one.txt"
    assert fetch(one) == Pages.resume
    assert "secret" not in shown(one.path)


@pytest.mark.parametrize(
    ("page", "code"),
    [("endless.txt", "limit_exceeded"), ("closed.txt", "unavailable"), ("none.txt", "unavailable")],
)
def test_what_a_web_server_does_not_give(web, page, code):
    (one,) = find_inputs([f"{web}/{page}"])
    with pytest.raises(DocumentError) as told:
        fetch(one)
    assert told.value.code == code


def test_no_server_there():
    with pytest.raises(DocumentError) as told:
        fetch(Input("x.txt", "http://127.0.0.1:9/x.txt"))
    assert told.value.code is ErrorCode.UNAVAILABLE
    assert "127.0.0.1" not in told.value.message


def test_parts_in_a_bucket(filled, cli):
    run = cli("batch", "s3://people/cv/", "-o", "s3://made/run 1/", "-j", 1, "--as-of", "2026-01-15")
    assert run.returncode == 4, run.stderr
    import pandas as pd

    names = [name for name in filled.find("made") if "/rows/" in name]
    assert all(name.startswith("made/run 1/rows/part-0000") for name in names)
    rows = pd.concat(pd.read_parquet(io.BytesIO(filled.cat_file(name))) for name in names)
    assert list(rows["source"]) == ["a/copy of one.txt", "b/one.txt", "empty.txt", "large.txt", "two.pdf"]
    assert rows.set_index("source").loc["b/one.txt", "duplicate_of"] == "a/copy of one.txt"
    assert json.loads(filled.cat_file("made/run 1/_done.json"))["read"] == 3
    again = cli("batch", "s3://people/cv/", "-o", "s3://made/run 1/", "-j", 1)
    assert again.returncode == 2
    assert "--resume" in again.stderr
