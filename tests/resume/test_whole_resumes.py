"""Whole made-up résumés in the forms that people use; each reads as a careful person reads it."""

from dataclasses import dataclass
from datetime import date

import pytest

from ats_medai.resume import experience_months


@dataclass(frozen=True)
class Case:
    text: str
    name: str | None
    kinds: str
    positions: tuple[tuple[str | None, str | None, str, str], ...]
    degrees: tuple[tuple[str, str | None, str | None, int | None], ...]
    months: int


CASES = {
    "academic": Case(
        """CURRICULUM VITAE
Elena M. Petrova, Ph.D.
Email: e.petrova@lakeside.example   Phone: +1 415 555 0100

ACADEMIC APPOINTMENTS
2021–present  Assistant Professor, Department of Radiology, Lakeside University
2018–2021     Postdoctoral Fellow, Institute for Medical Imaging, ETH Zurich

EDUCATION AND TRAINING
2018  Ph.D., Biomedical Engineering, Lakeside University
      Thesis: Uncertainty in segmentation
2013  M.Sc., Physics, University of Sofia

RESEARCH INTERESTS
Medical image segmentation, uncertainty

GRANTS AND FUNDING
NIH R21 (PI), $275,000, 2022-2024

PUBLICATIONS
1. Petrova E. Deep segmentation. Med Image Anal. 2022;70:1-10.

INVITED TALKS
MICCAI 2023 tutorial

PROFESSIONAL SERVICE
Reviewer: IEEE TMI, MedIA
""",
        "Elena M. Petrova, Ph.D.",
        "contact experience education interests awards publications publications other",
        (
            ("Assistant Professor", "Department of Radiology, Lakeside University", "2021", "present"),
            ("Postdoctoral Fellow", "Institute for Medical Imaging, ETH Zurich", "2018", "2021"),
        ),
        (
            ("phd", "Biomedical Engineering", "Lakeside University", 2018),
            ("master", "Physics", "University of Sofia", 2013),
        ),
        97,
    ),
    "functional": Case(
        """JAMES OKAFOR
Chicago, IL · (312) 555-0188 · james.okafor@example.com

PROFESSIONAL PROFILE
Clinical data manager who moved into machine learning.

AREAS OF EXPERTISE
Clinical trials; REDCap; SQL; Python

KEY ACCOMPLISHMENTS
• Cut query time by 40 %

WORK HISTORY
Clinical Data Manager, Northside Hospital, Chicago, IL, 2016 to date
Data Coordinator, Medix Research LLC, Chicago, IL, 2012 to 2015

EDUCATION
BSc Biology, University of Lagos, 2011
""",
        "JAMES OKAFOR",
        "contact summary skills awards experience education",
        (
            ("Clinical Data Manager", "Northside Hospital", "2016", "present"),
            ("Data Coordinator", "Medix Research LLC", "2012", "2015"),
        ),
        (("bachelor", "Biology", "University of Lagos", 2011),),
        169,
    ),
    "profile export": Case(
        """Priya Raman
Machine Learning Engineer at HealthTech

Contact
priya.raman@example.com
www.linkedin.com/in/priyaraman (LinkedIn)

Top Skills
PyTorch
Kubernetes

Languages
English (Full Professional)

Experience

HealthTech
3 years 2 months
Senior Machine Learning Engineer
January 2022 - Present (2 years 10 months)
Bengaluru
Built a sepsis model.

Machine Learning Engineer
September 2021 - December 2021 (4 months)
Bengaluru
Wrote pipelines.

Infosys
Systems Engineer
June 2018 - August 2021 (3 years 3 months)
Mysuru

Education
Indian Institute of Technology, Madras
Bachelor of Technology - BTech, Computer Science · (2014 - 2018)
""",
        "Priya Raman",
        "contact contact skills languages experience education",
        (
            ("Senior Machine Learning Engineer", "HealthTech", "2022-01", "present"),
            ("Machine Learning Engineer", "HealthTech", "2021-09", "2021-12"),
            ("Systems Engineer", "Infosys", "2018-06", "2021-08"),
        ),
        (("bachelor", "Computer Science", "Indian Institute of Technology", 2018),),
        92,
    ),
    "labels": Case(
        """Name: Ahmed Hassan
Email: ahmed.hassan@example.com
Mobile: 0100 123 4567

Objective: To obtain a position in clinical NLP.
Skills: Python, spaCy, FHIR

Work Experience:
Company: Cairo Health Systems
Position: NLP Engineer
Duration: 05/2021 - Present
Responsibilities:
- Built de-identification for Arabic notes

Company: DataWorks Ltd
Position: Junior Developer
Duration: 06/2019 - 04/2021
- Wrote APIs

Education:
B.Sc. in Computer Science, Cairo University, 2019
""",
        "Ahmed Hassan",
        "contact summary skills experience education",
        (
            ("NLP Engineer", "Cairo Health Systems", "2021-05", "present"),
            ("Junior Developer", "DataWorks Ltd", "2019-06", "2021-04"),
        ),
        (("bachelor", "Computer Science", "Cairo University", 2019),),
        80,
    ),
    "sentences": Case(
        """ANJALI SHARMA
Mobile: +91-98765-43210
E-mail: anjali.sharma@example.com

CAREER OBJECTIVE
To work on data that helps patients.

WORK EXPERIENCE
• Working as Senior Analyst in Apollo Analytics Pvt Ltd, Hyderabad from June 2021 to till date
• Worked as Software Engineer in Infotech Solutions, Pune from July 2018 to May 2021

ACADEMIC QUALIFICATIONS
• B.Tech (CSE) from JNTU Hyderabad in 2018 with 78%

TECHNICAL SKILLS
Languages : Python, SQL

PERSONAL DETAILS
Date of Birth : 12-05-1996
""",
        "ANJALI SHARMA",
        "contact summary experience education skills contact",
        (
            ("Senior Analyst", "Apollo Analytics Pvt Ltd", "2021-06", "present"),
            ("Software Engineer", "Infotech Solutions", "2018-07", "2021-05"),
        ),
        (("bachelor", "CSE", "JNTU Hyderabad", 2018),),
        91,
    ),
    "German": Case(
        """Lebenslauf
Jonas Weber
Telefon: 089 1234567
E-Mail: jonas.weber@example.de

Berufserfahrung
Seit 04/2021    Data Scientist, Klinikum Süd
                - Entwicklung von Modellen
10/2018 – 03/2021   Wissenschaftlicher Mitarbeiter, TU München

Ausbildung
2016 – 2018   Master of Science Informatik, TU München

Kenntnisse
Python, R
""",
        "Jonas Weber",
        "contact experience education skills",
        (
            ("Data Scientist", "Klinikum Süd", "2021-04", "present"),
            ("Wissenschaftlicher Mitarbeiter", "TU München", "2018-10", "2021-03"),
        ),
        (("master", "Informatik", "TU München", 2018),),
        88,
    ),
    "double spaced": Case(
        """Noah Fischer
noah@example.com

EXPERIENCE

Lumen Health

Product Manager

May 2021 - Present

- Shipped a triage product

Orbit Labs

Data Analyst

Jan 2018 - Apr 2021

- Dashboards

EDUCATION

Columbia University

MPH, Epidemiology

2017
""",
        "Noah Fischer",
        "contact experience education",
        (
            ("Product Manager", "Lumen Health", "2021-05", "present"),
            ("Data Analyst", "Orbit Labs", "2018-01", "2021-04"),
        ),
        (("master", "Epidemiology", "Columbia University", 2017),),
        97,
    ),
    "medical": Case(
        """Grace Adeyemi, MD
gadeyemi@example.com    (410) 555-0170

CLINICAL TRAINING
Residency in Radiology            Johns Hampton Hospital         7/2019 – 6/2024
Internship, Internal Medicine     Mercy Medical Center           7/2018 – 6/2019

MEDICAL EDUCATION
M.D.        University of Maryland School of Medicine      2018
B.S.        Biology, Howard University                     2014

BOARD CERTIFICATION
American Board of Radiology, 2024

RESEARCH EXPERIENCE
Research Fellow, Imaging AI Lab                            2020 – 2022
  Trained detection models for pulmonary embolism.
""",
        "Grace Adeyemi, MD",
        "contact experience education certifications experience",
        (
            ("Residency in Radiology", "Johns Hampton Hospital", "2019-07", "2024-06"),
            ("Internship, Internal Medicine", "Mercy Medical Center", "2018-07", "2019-06"),
            ("Research Fellow", "Imaging AI Lab", "2020", "2022"),
        ),
        (
            ("md", None, "University of Maryland School of Medicine", 2018),
            ("bachelor", "Biology", "Howard University", 2014),
        ),
        72,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_whole_resume_is_read(case, read):
    document, parts = read(case.text)
    assert (document[parts.contact.name] if parts.contact.name else None) == case.name
    assert " ".join(section.kind.value for section in parts.sections) == case.kinds
    assert tuple((p.title, p.organisation, str(p.start), str(p.end)) for p in parts.positions) == case.positions
    assert tuple((d.level.value, d.field, d.institution, d.year) for d in parts.degrees) == case.degrees
    assert experience_months(parts.positions, date(2026, 1, 15)) == case.months
