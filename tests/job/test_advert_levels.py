"""The level of a keyword by the words around it, below each kind of heading and below none."""

import pytest

REQUIRED, PREFERRED, DUTIES, NO_HEADING = "Requirements\n", "Preferred qualifications\n", "Responsibilities\n", ""

SENTENCES = [
    (REQUIRED, "{Python|must} is required, {R|preferred} is a plus."),
    (REQUIRED, "{Python|must}; {R|preferred} preferred"),
    (REQUIRED, "This is a unique opportunity for a candidate with a passion for {oncology|context}."),
    (DUTIES, "The ideal candidate combines {radiology|must} with {statistics|must}."),
    (DUTIES, "You're at home in {C++|must} and {PyTorch|must}."),
    (NO_HEADING, "You will work with us. Skills in {SQL|must} and {statistics|must} are critical."),
    (DUTIES, "Candidates who are excited about {genomics|must} are encouraged to apply."),
    (REQUIRED, "Experience with {Python|must} and {SQL|must}. {Java|preferred} a plus."),
    (REQUIRED, "Experience with {Spark|preferred}, {Hadoop|preferred} or {Kafka|preferred} is a plus"),
    (REQUIRED, "{PhD|preferred} preferred"),
    (REQUIRED, "Master's in {statistics|must} (PhD in {biostatistics|preferred} preferred)"),
    (REQUIRED, "Experience in {oncology|preferred} preferred but not required"),
    (REQUIRED, "Familiarity with {FHIR|preferred} would be beneficial"),
    (REQUIRED, "{Docker|preferred} (nice to have)"),
    (REQUIRED, "{Docker|must} (required), {Kubernetes|preferred} (preferred)"),
    (REQUIRED, "Strong {SQL|must} skills; experience with {Snowflake|preferred} highly desirable"),
    (REQUIRED, "Experience with {Python|must}, preferably in {healthcare|preferred}"),
    (REQUIRED, "Ideally, experience with {MLflow|preferred}"),
    (REQUIRED, "{Git|must} is a must"),
    (REQUIRED, "Must have {HIPAA|must} knowledge"),
    (REQUIRED, "Prior {healthcare|context} experience is not required"),
    (REQUIRED, "No {healthcare|context} experience necessary"),
    (REQUIRED, "Experience with {TensorFlow|must} or {PyTorch|must} required; {JAX|preferred} a bonus"),
    (REQUIRED, "Knowledge of {ICD-10|must} and {CPT|must}, knowledge of {LOINC|preferred} a plus"),
    (REQUIRED, "At least 3 years of {machine learning|must} experience, {healthcare|preferred} experience preferred"),
    (REQUIRED, "Proficient in {R|must}; {Stata|preferred} and {SAS|preferred} are pluses"),
    (REQUIRED, "{Clinical trials|preferred} experience strongly desired"),
    (REQUIRED, "You will be trained in {REDCap|context}"),
    (REQUIRED, "Bonus points for {Rust|preferred}"),
    (REQUIRED, "Any experience of {genomics|preferred} would be an advantage"),
    (REQUIRED, "{C++|preferred} optional"),
    (REQUIRED, "Experience with {XNAT|preferred} would be nice"),
    (REQUIRED, "Not required but helpful: {Perl|preferred}"),
    (REQUIRED, "{AWS|must} certification required within six months"),
    (REQUIRED, "Excellent {communication|must} skills required"),
    (REQUIRED, "Working knowledge of {Linux|must} (desired: {Slurm|preferred})"),
    (REQUIRED, "{Excel|context} alone is not sufficient"),
    (REQUIRED, "Expertise in {deep learning|must}, with {PyTorch|preferred} experience a plus"),
    (REQUIRED, "Experience with {cloud|must} ({AWS|preferred} preferred)"),
    (REQUIRED, "{Bioinformatics|must} background with {NGS|preferred} experience being a plus"),
    (REQUIRED, "Desired: {Nextflow|preferred}"),
    (REQUIRED, "Advantageous: {Snakemake|preferred}"),
    (REQUIRED, "We use {Kubernetes|must}"),
    (REQUIRED, "{MONAI|preferred} experience is welcome"),
    (REQUIRED, "{PhD|must} or MD required, {postdoctoral|preferred} experience preferred"),
    (REQUIRED, "Experience with the following is a plus: {Airflow|preferred}, {dbt|preferred}"),
    (REQUIRED, "While {R|preferred} is preferred, {Python|must} is required"),
    (REQUIRED, "{Java|must} and {Scala|must} are essential"),
    (REQUIRED, "Candidates with {radiology|preferred} experience will be given preference"),
    (REQUIRED, "Experience in {epidemiology|must}, particularly {cancer epidemiology|must}"),
    (REQUIRED, "Knowledge of {regulatory affairs|preferred} an asset"),
    (REQUIRED, "Proven {Python|must} skills (any additional language such as {Go|preferred} is a plus)"),
    (PREFERRED, "Experience with {PyTorch|preferred}"),
    (PREFERRED, "Must have {GCP|must} certification"),
    (PREFERRED, "{SQL|must} required"),
    (PREFERRED, "At least 5 years of {leadership|preferred}"),
    (PREFERRED, "You have worked with {DICOM|preferred}"),
    (PREFERRED, "{Tableau|context} is not needed"),
    (DUTIES, "Build {pipelines|context} in {Python|context}"),
    (DUTIES, "Experience with {Python|must} is required for this task"),
    (DUTIES, "Ensure the required {GxP|context} documentation"),
    (DUTIES, "You must have strong {SQL|must} skills"),
    (DUTIES, "Works with the preferred {vendors|context}"),
    (DUTIES, "Coordinate with {oncology|context} as needed"),
    (DUTIES, "The candidate should have experience in {MRI|must}"),
    (DUTIES, "Ability to prepare {reports|context}"),
    (NO_HEADING, "We are looking for a nurse with {ICU|must} experience to build {alerts|context}."),
    (NO_HEADING, "You have a background in {physics|must}."),
    (NO_HEADING, "You will learn {FHIR|context} from our experts."),
    (NO_HEADING, "The role involves {data cleaning|context} and {visualisation|context}."),
    (NO_HEADING, "The successful candidate will have experience of {SAS|must}."),
    (NO_HEADING, "Candidates must be proficient in {R|must}. {Shiny|preferred} would be a bonus."),
    (NO_HEADING, "We use {Python|context} and {dbt|context}."),
    (NO_HEADING, "Applicants should hold a PhD in {statistics|must} or {mathematics|must}."),
    (NO_HEADING, "This position requires expertise in {causal inference|must}."),
    (NO_HEADING, "Familiarity with {OMOP|preferred} is a plus."),
    (NO_HEADING, "{CUDA|preferred} knowledge is considered an asset."),
    (NO_HEADING, "No experience with {EHR|context} data is needed."),
    (NO_HEADING, "Knowledge of {Stata|must} is essential; knowledge of {SPSS|preferred} is desirable."),
    (NO_HEADING, "We expect solid {Python|must} and good {communication|must} skills."),
    (NO_HEADING, "Minimum 2 years in {bioinformatics|must}."),
    (NO_HEADING, "Proficiency in {Julia|must} or {MATLAB|must}."),
]


@pytest.mark.parametrize(("heading", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_wording_beats_heading(misread, heading, sentence):
    assert misread(heading + sentence) == []


def test_the_nearest_wording_counts(misread):
    sentence = "You must have {Python|must}, and {R|preferred} is a plus, though {Perl|context} is not needed."
    assert misread(sentence) == []


def test_a_single_cue_word_counts_only_at_the_edge_of_its_clause(misread):
    assert misread("Responsibilities\nCollects the data required for {registries|context} and files them.") == []
