"""Every real layout and advert at hand gives text or one clear error; skipped where they are not beside the project."""

import json
from collections import Counter

import ats_medai


def test_every_real_resume_gives_text_or_a_clear_error(analyzer, shared):
    outcomes = Counter()
    for path in sorted((shared / "corpus" / "resumes").iterdir()):
        if path.suffix not in {".pdf", ".docx"}:
            continue
        try:
            outcomes["text" if analyzer.read_resume(path).document.text.strip() else "nothing"] += 1
        except ats_medai.DocumentError as error:
            outcomes[str(error.code)] += 1
    assert outcomes["nothing"] == 0
    assert outcomes["text"] >= 75
    assert set(outcomes) <= {"text", "nothing", "encrypted", "no_text", "corrupt"}


def test_every_real_advert_is_read(analyzer, shared):
    rows = (shared / "gold" / "jobs_dev.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(rows) > 10
    for row in rows:
        job = analyzer.read_job(ats_medai.text_document(json.loads(row)["text"], name="job.txt"))
        assert job.requirements
