"""R1: no process but the reading one opens what comes from anybody, not to read it, draw it or comment it."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordFile
from hostile_set import MIB

from ats_medai.documents.isolation import Reader
from ats_medai.documents.process import Limits
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.render.docx_comments import annotate, written

SAMPLE = Path(__file__).resolve().parents[2] / "sample_resumes" / "imaging_engineer"
OPENERS = ("pypdfium2", "pdfplumber", "pdfminer", "lxml", "docx", "PIL", "tesserocr")

pytestmark = pytest.mark.usefixtures("bounded")


def told_by(code, *arguments):
    """Give what a process of its own prints."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stdout.split()


def test_a_report_loads_no_library_that_opens_files():
    code = (
        "import sys; from pathlib import Path; import ats_medai; one = ats_medai.Analyzer()\n"
        "for name in ('resume.pdf', 'resume.docx', 'resume.txt'):\n"
        "    report = one.analyze(Path(sys.argv[1], name), Path(sys.argv[1], 'job.txt'))\n"
        "    assert len(report.resume.mentions) > 20\n"
        "one._reader.draw(Path(sys.argv[1], 'resume.pdf').read_bytes(), 'a.pdf')\n"
        "print(*(set(sys.argv[2:]) & set(sys.modules)))"
    )
    assert told_by(code, SAMPLE, *OPENERS) == []


@pytest.fixture
def bomb(tmp_path):
    """A DOCX of some kilobytes whose styles take hundreds of megabytes in memory."""
    whole = WordFile(SAMPLE / "resume.docx")
    whole.save(tmp_path / "whole.docx")
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(tmp_path / "whole.docx") as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/styles.xml":
                data = data.replace(b"</w:styles>", b"<w:style/>" * (15 * MIB // 10) + b"</w:styles>")
            new.writestr(name, data)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="peaks of memory are told alike on Linux only")
def test_commenting_a_bomb_takes_no_memory_here(bomb):
    assert bomb.stat().st_size < 200_000
    code = (
        "import resource, sys; from pathlib import Path; import ats_medai\n"
        "from ats_medai.documents.isolation import Reader; from ats_medai.render.docx_comments import annotate\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "path = Path(sys.argv[1]); one = ats_medai.Analyzer(); report = one.analyze(Path(sys.argv[2]))\n"
        "before = peak(); done = annotate(report, path.read_bytes(), Reader().comment)\n"
        "print(peak() - before, len(done))"
    )
    grown, size = map(int, told_by(code, bomb, SAMPLE / "resume.docx"))
    assert grown < 60 << 10
    assert size > 10_000


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of the system are set on Linux")
def test_one_who_comments_is_under_limits_too(bomb):
    reader = Reader(Limits(memory=200 << 20), target="ats_medai.render.docx_comments:written")
    with pytest.raises(DocumentError) as caught:
        reader.comment(b'{"text": "x", "notes": []}\n' + bomb.read_bytes(), "bomb.docx")
    assert caught.value.code in {ErrorCode.LIMIT_EXCEEDED, ErrorCode.CRASHED}
    reader.close()


def test_comments_made_in_a_process_of_its_own_are_the_same(analyzer):
    path = SAMPLE / "resume.docx"
    report, reader = analyzer.analyze(path, SAMPLE / "job.txt"), Reader()
    made = [WordFile(io.BytesIO(annotate(report, path.read_bytes(), write))) for write in (written, reader.comment)]
    texts = [[one.text for one in file.comments] for file in made]
    assert len(texts[0]) > 5
    assert texts[0] == texts[1]
    reader.close()
