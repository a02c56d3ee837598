"""Conditions that no keyword meets are named for the reader to check, wherever the advert states them."""

import pytest

CONDITIONS = [
    ("Must be authorised to work in the UK", ["work_permission"]),
    ("Applicants must have the right to work in Ireland. Visa sponsorship is not available.", ["work_permission"]),
    ("Canadian citizens and permanent residents only; a background check is required.",
     ["work_permission", "background_check"]),
    ("Full GMC registration with a licence to practise", ["professional_registration"]),
    ("Unrestricted state medical licence and DEA registration", ["professional_registration"]),
    ("MD, board certified in oncology", ["board_certification"]),
    ("Able to obtain an active Secret clearance", ["security_clearance"]),
    ("A valid driver's licence is required.", ["driving_licence"]),
    ("The post is subject to an enhanced DBS check.", ["background_check"]),
    ("Hepatitis B vaccination needed", ["vaccination"]),
    ("Führerschein Klasse B", ["driving_licence"]),
    ("No security clearance needed", []),
    ("Driving licence: No", []),
    ("Experience with drug screening and vaccine trials", []),
    ("We sponsor visas.", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kinds"), CONDITIONS, ids=[line for line, _ in CONDITIONS])
def test_conditions(read, line, kinds):
    job = read(f"Requirements\nKnowledge of {{SQL|must}}\n{line}")
    assert [condition.kind for condition in job.conditions] == kinds


def test_a_wish_comes_as_a_wish(read):
    job = read("Requirements\nKnowledge of {SQL|must}\nSC clearance would be an advantage")
    assert [(one.label, str(one.level)) for one in job.conditions] == [("Security clearance", "preferred")]


def test_a_legal_notice_states_conditions_too(read):
    job = read("Requirements\n{SQL|must}\n\nEqual opportunity\nAll offers are contingent on a background check.")
    assert [job.document[one.span] for one in job.conditions] == ["background check"]


def test_a_condition_is_no_requirement(read):
    job = read(
        "Requirements\nKnowledge of {SQL|must}\nExperience with {FHIR|must}, GMC registration or DEA registration"
    )
    assert [item.label for item in job.requirements if item.terms] == []
