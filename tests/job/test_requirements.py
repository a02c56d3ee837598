"""One requirement may be met by any of several; repeats are one; the weightiest come first."""

import pytest

GROUPS = [
    ("{Java|must} or {Scala|must}", [("java", "scala")]),
    ("{Python|must}, {R|must} and {SQL|must}", [("python",), ("r",), ("sql",)]),
    ("{TensorFlow|must}, {PyTorch|must} or similar", [("tensorflow", "pytorch")]),
    ("{Python|must}/{R|must} and {SQL|must}", [("python", "r"), ("sql",)]),
    ("one of {AWS|must}, {GCP|must} and {Azure|must}", [("aws", "gcp", "azure")]),
    ("frameworks such as {Keras|must}, {PyTorch|must}", [("keras", "pytorch")]),
    ("{deep learning|must} tools (e.g. {Keras|must}, {PyTorch|must})", [("deep learning",), ("keras", "pytorch")]),
    ("{statistics|must}, {biology|must}, or a related field", [("statistics", "biology")]),
    ("{statistics|must}, Astrology or {biology|must}", [("statistics", "biology")]),
    ("{SAS|must} and/or {Stata|must}", [("sas", "stata")]),
    ("{Git|must}; {Docker|must}", [("git",), ("docker",)]),
    ("{writing|must}. {reading|must} or {listening|must}", [("writing",), ("reading", "listening")]),
    ("{programming|must}, especially {R|must} or {Julia|must}", [("programming",), ("r", "julia")]),
]


def names(job, level="must"):
    return [
        tuple(name.removeprefix("test.") for name in item.concepts) for item in job.requirements if item.level == level
    ]


@pytest.mark.parametrize(("line", "expected"), GROUPS, ids=[line for line, _ in GROUPS])
def test_alternatives(read, line, expected):
    assert names(read(f"Requirements\nExperience with {line}")) == expected


def test_alternatives_are_named_together(read):
    job = read("Requirements\nExperience with {AWS|must}, {GCP|must} or {Azure|must}")
    assert [item.label for item in job.requirements] == ["test.aws, test.gcp or test.azure"]


def test_repeats_are_one_requirement_at_the_highest_level(read):
    job = read(
        "What you will do\nBuild things in {Python|context}\nRequirements\n{Python|must}, {SQL|must}\n{Python|must}"
    )
    assert [(item.label, str(item.level), item.count) for item in job.requirements] == [
        ("test.python", "must", 3),
        ("test.sql", "must", 1),
    ]
    assert job.document[job.requirements[0].span] == "Python"
    assert job.requirements[0].span.start > job.document.text.index("Requirements")


def test_levels_come_in_order_then_places(read):
    job = read(
        "Nice to have\n{Go|preferred}\nRequirements\n{SQL|must}\n{Git|must}\nResponsibilities\nUse {Spark|context}"
    )
    assert [item.label for item in job.requirements] == ["test.sql", "test.git", "test.go", "test.spark"]


def test_a_choice_that_another_demand_decides_is_left_out(read):
    job = read("Requirements\n{Python|must}\n{Python|must} or {R|must}")
    assert [(item.concepts, item.count) for item in job.requirements] == [(("test.python",), 2)]


def test_a_mere_mention_adds_to_a_choice(read):
    job = read("Responsibilities\nWrite {R|context}\nRequirements\n{Python|must} or {R|must}")
    assert [(item.concepts, item.count) for item in job.requirements] == [(("test.python", "test.r"), 2)]
