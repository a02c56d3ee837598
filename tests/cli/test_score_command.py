"""The commands on one file, run as a user runs them: data on stdout, all else on stderr, documented exit codes."""

import json

import pytest

NO_TEXT_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
AS_OF = ("--as-of", "2026-01-15")


@pytest.mark.parametrize("name", ["resume.pdf", "resume.docx", "resume.txt"])
def test_score_prints_the_figures_and_the_missing_must_haves(cli, samples, name):
    folder = samples / "imaging_engineer"
    run = cli("score", folder / name, "--job", folder / "job.txt")
    assert run.returncode == 0, run.stderr
    assert not run.stderr
    for words in ("Medical AI profile", "Match with this job", "Machine readability"):
        assert words in run.stdout
    assert "PyTorch" in run.stdout


def test_same_file_same_bytes(cli, samples):
    arguments = ("score", samples / "imaging_engineer" / "resume.pdf", "--format", "json", *AS_OF)
    first = cli(*arguments, env={"PYTHONHASHSEED": "1", "LC_ALL": "C"})
    second = cli(*arguments, env={"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"})
    assert first.returncode == 0
    assert first.stdout == second.stdout


def test_json_has_the_promised_keys_and_sums(cli, samples):
    folder = samples / "ehr_risk_modeller"
    report = json.loads(
        cli("score", folder / "resume.docx", "--job", folder / "job.txt", "--format", "json", *AS_OF).stdout
    )
    assert report["schema"] == 1
    assert report["as_of"] == "2026-01-15"
    for name in ("profile", "match", "readability"):
        figure = report[name]
        assert figure["earned"] == pytest.approx(sum(item["earned"] for item in figure["items"]), abs=1e-6)
        assert figure["possible"] == pytest.approx(sum(item["possible"] for item in figure["items"]), abs=1e-6)
    text = report["resume"]["text"]
    quotes = [e for item in report["profile"]["items"] for factor in item["factors"] for e in factor["evidence"]]
    assert quotes
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_output_goes_to_a_file_once(cli, samples, tmp_path, form):
    arguments = ("score", samples / "career_changer" / "resume.txt", "--format", form, "--output", "report.out")
    assert cli(*arguments).returncode == 0
    assert (tmp_path / "report.out").stat().st_size > 500
    again = cli(*arguments)
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert cli(*arguments, "--force").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["report.out"]


def test_standard_input_for_either_file(cli, samples):
    folder = samples / "imaging_engineer"
    piped = cli("score", "-", "--job", folder / "job.txt", stdin=(folder / "resume.txt").read_text())
    assert piped.returncode == 0, piped.stderr
    assert cli("score", folder / "resume.txt", "--job", "-", stdin=(folder / "job.txt").read_text()).returncode == 0
    assert cli("score", "-", "--job", "-").returncode == 2


def test_fail_under(cli, samples):
    resume = samples / "career_changer" / "resume.txt"
    assert cli("score", resume, "--fail-under", "99").returncode == 3
    assert cli("score", resume, "--fail-under", "0").returncode == 0


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        pytest.param("empty.pdf", b"", 5, "empty", id="empty"),
        pytest.param("none.pdf", NO_TEXT_PDF, 5, "", id="no text"),
        pytest.param("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, 5, "Save it as", id="unsupported"),
        pytest.param("broken.docx", b"PK\3\4broken", 5, "", id="corrupt"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(cli, tmp_path, name, data, code, words):
    (tmp_path / name).write_bytes(data)
    run = cli("score", name)
    assert run.returncode == code
    assert not run.stdout
    assert "Traceback" not in run.stderr
    assert name in run.stderr
    assert words in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "nowhere.pdf"),
        ("score", "--format", "docx", "x"),
        ("score", "resume.txt", "--track", "nonsense"),
        ("score", "resume.txt", "--job", "short.txt"),
        ("score", "resume.txt", "--as-of", "yesterday"),
        ("job", "short.txt"),
    ],
    ids=" ".join,
)
def test_usage_errors_end_with_two(cli, samples, tmp_path, arguments):
    (tmp_path / "resume.txt").write_text((samples / "career_changer" / "resume.txt").read_text())
    (tmp_path / "short.txt").write_text("We are hiring.")
    run = cli(*arguments)
    assert run.returncode == 2, run.stderr
    assert "Traceback" not in run.stderr


def test_extract_and_job(cli, samples):
    folder = samples / "imaging_engineer"
    text = cli("extract", folder / "resume.pdf").stdout
    assert "mira.okonedo@example.com" in text
    assert "Havenlicht Imaging" in text
    resume = json.loads(cli("extract", folder / "resume.pdf", "--format", "json").stdout)
    assert resume["contact"]["email"]["text"] == "mira.okonedo@example.com"
    assert {"experience", "education", "skills"} <= {section["kind"] for section in resume["sections"]}
    job = json.loads(cli("job", folder / "job.txt", "--format", "json").stdout)
    assert job["degree"] == "master"
    assert {one["level"] for one in job["requirements"]} == {"must", "preferred", "context"}
    assert "Must have" in cli("job", folder / "job.txt").stdout


def test_keywords_commands(cli):
    assert "no mistakes" in cli("keywords", "check").stdout
    listed = cli("keywords", "list", "--subskill", "data").stdout.splitlines()
    assert len(listed) > 50
    assert all(line.split("\t")[2] == "data" for line in listed)
    shown = json.loads(cli("keywords", "show", "dicom").stdout)
    assert shown["label"] == "DICOM"
    assert cli("keywords", "show", "no such thing").returncode == 2
    assert cli("keywords", "tracks").stdout.count("\n") >= 8


def test_a_mistake_in_a_keyword_file_names_file_and_line(cli, tmp_path):
    folder = tmp_path / "mine"
    (folder / "concepts").mkdir(parents=True)
    (folder / "concepts" / "mine.yaml").write_text("- id: my.tool\n  label: My tool\n  colour: red\n")
    run = cli("keywords", "check", folder)
    assert run.returncode == 2
    assert "mine.yaml:" in run.stderr


def test_help_is_light(cli):
    run = cli("--help", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert run.returncode == 0
    loaded = {line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "pandas", "streamlit", "pydantic", "pdfplumber", "numpy"}


def test_version(cli):
    import ats_medai

    assert cli("--version").stdout.strip() == f"ats-medai {ats_medai.__version__}"
