import pytest

from ats_medai.resume.headings import heading_table, read_heading, read_loosely

KINDS = {
    "summary": ["Summary", "Professional Summary", "PROFILE", "Career Objective", "About Me", "Who I am"],
    "experience": [
        "Experience", "WORK EXPERIENCE", "Professional Experience", "Work History", "Employment History", "Relevant Experience",
        "Research and Teaching Experience", "Academic Appointments", "Clinical Experience", "Internships", "E X P E R I E N C E",
        "3. Work Experience", "Work Experience (continued)", "Other Work Experience", "Berufserfahrung",
    ],
    "education": ["Education", "EDUCATION:", "Education and Training", "Academic Background", "Relevant Coursework", "Formation"],
    "skills": [
        "Skills", "Technical Skills", "Core Competencies", "Areas of Expertise", "Skills & Interests", "Programming Languages",
        "Languages and Frameworks", "Tools / Technologies", "Computer Skills", "== Skills ==", "**Key Skills**", "Top Skills",
    ],
    "projects": ["Projects", "Selected Research Projects", "Personal Projects", "Open Source Contributions"],
    "publications": [
        "Publications", "Publications & Presentations", "Selected Publications", "Peer-Reviewed Publications", "Invited Talks", "Patents",
        "Conference Presentations",
    ],
    "certifications": ["Certifications", "Licenses & Certifications", "Certificates", "Professional Development", "Online Courses"],
    "awards": ["Awards", "Honors, Awards, and Fellowships", "HONORS & AWARDS", "Grants and Funding", "Scholarships"],
    "languages": ["Languages", "Language Skills"],
    "interests": ["Interests", "Hobbies", "Research Interests"],
    "references": ["References"],
    "contact": ["Contact", "Contact Information", "Personal Details"],
    "other": ["Volunteer Experience", "Professional Service", "Leadership & Activities", "Affiliations", "Additional Information"],
}  # fmt: skip
CASES = [(text, kind) for kind, texts in KINDS.items() for text in texts]
NO_HEADINGS = [
    "Data Engineer",
    "Software Engineer Intern",
    "Machine Learning",
    "Led the research projects of the group",
    "Acme Corporation",
    "Experienced nurse with ten years in oncology",
    "2019 – 2021",
    "hobby 1",
    "",
]


@pytest.fixture(scope="module")
def table(data):
    return heading_table(data.headings)


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[text for text, _ in CASES])
def test_heading_words_have_their_kind(text, kind, table):
    reading = read_heading(text, table)
    assert reading is not None
    assert reading.kind == kind


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_other_words_are_no_heading(text, table):
    assert read_heading(text, table) is None


def test_everyday_words_are_unsure(table):
    assert read_heading("Travel", table).unsure
    assert not read_heading("Education", table).unsure


def test_a_heading_of_unknown_words_goes_by_its_noun(table):
    assert read_loosely("Customer Care Experience", table) == "experience"
    assert read_loosely("Sunday Mornings", table) == "other"


def test_no_listed_phrase_is_lost_on_another_kind(data, table):
    for kind, phrases in data.headings.resume.items():
        for phrase in phrases:
            assert read_heading(phrase, table).kind == kind, phrase
