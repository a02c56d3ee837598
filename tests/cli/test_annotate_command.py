"""ats-medai annotate."""

import docx


def test_a_docx_comes_back_with_comments_and_is_not_overwritten(cli, samples, tmp_path):
    out = tmp_path / "out.docx"
    person = samples / "imaging_engineer"
    done = cli("annotate", person / "resume.docx", "--job", person / "job.txt", "--output", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert list(docx.Document(str(out)).comments)
    again = cli("annotate", person / "resume.docx", "--output", out)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_another_kind_of_file_comes_as_a_copy_and_says_so(cli, samples, tmp_path):
    done = cli("annotate", samples / "career_changer" / "resume.txt", "-o", tmp_path / "copy.docx")
    assert done.returncode == 0
    assert "copy of its text" in done.stderr
