"""Whole adverts of many kinds, made up: each keyword has the level that a reader would give it."""

import pytest

ADVERTS = {
    "UK public sector": """
Senior Data Scientist (Band 8a)
Northfield University Hospitals NHS Foundation Trust

Closing date: 12 March 2025
Salary: £50,952 - £57,349 per annum pro rata

Job overview
The Trust is looking for a Senior Data Scientist to join the Digital Research team. You will develop {predictive models|context} from {electronic health records|context} and work with clinicians on {sepsis|context} alerts.

Main duties of the job
The postholder will lead the evaluation of {machine learning|context} tools, maintain the {SQL|context} warehouse and report to the Chief Nursing Information Officer. Close work with the {radiology|context} department is expected.

About us
We are one of the largest trusts in the country, with over 14,000 staff and world-class oncology and cardiology services. Our vision is to be the best place to work.

Person specification
Qualifications
Essential criteria
Degree in {statistics|must}, {mathematics|must} or a related subject
Desirable criteria
{PhD|preferred} or equivalent experience in {health data science|preferred}

Experience
Essential criteria
Experience of {R|must} or {Python|must} in a production setting
Experience of working with {NHS data|must}
Desirable criteria
Experience of {OMOP|preferred} and {SNOMED CT|preferred}
Experience of {deep learning|preferred} frameworks such as {PyTorch|preferred}

Skills and knowledge
Essential criteria
Excellent {communication|must} skills
Understanding of {information governance|must}
Desirable criteria
Knowledge of {FHIR|preferred}

Disclosure and Barring Service Check
This post is subject to the Rehabilitation of Offenders Act and it will be necessary for a submission for Disclosure to be made.
""",
    "start-up": """
Machine Learning Engineer at Heartline

Heartline is on a mission to end sudden cardiac death. We've raised $40M from top investors and our ECG patch is used by 300 clinics in 12 countries. Our deep learning models read a million recordings a week.

The role
As a Machine Learning Engineer you'll own the models that turn raw {ECG|context} signals into diagnoses. You'll work side by side with cardiologists, firmware engineers and our regulatory team.

You will
• Design and train {neural networks|context} for {arrhythmia detection|context}
• Ship models to {AWS|context} with {Docker|context} and {Terraform|context}
• Write documentation for our {FDA|context} submissions

You have
• 3+ years of experience in applied {machine learning|must}
• Fluency in {Python|must} and {PyTorch|must} (or {TensorFlow|must})
• A solid grasp of {signal processing|must}
• Shipped at least one model to production

Bonus
• Experience with {medical devices|preferred} or {IEC 62304|preferred}
• {C++|preferred} or {Rust|preferred}
• You've published at {NeurIPS|preferred} or {MICCAI|preferred}

We don't care about your degree, and prior {healthcare|context} experience is not required. We'll teach you {cardiology|context}.

What we offer
Competitive salary and equity, medical, dental and vision insurance, unlimited PTO, and a learning budget for Python conferences.

Heartline is an equal opportunity employer. We do not discriminate on the basis of race, genetic information, disability or veteran status.
""",
    "flat scrape": """
Job Description Summary We are seeking a highly skilled Clinical Data Analyst to join our Real World Evidence team. In this role you will analyze {claims data|context} and build {dashboards|context} in {Tableau|context}. Responsibilities: Develop {SQL|context} queries against the data lake. Partner with {epidemiology|context} to design studies. Present results to stakeholders. Qualifications: Bachelor's degree in {public health|must}, {statistics|must} or related field; Master's preferred. 4-6 years of experience with {SAS|must} or {R|must}. Strong knowledge of {ICD-10|must} and {CPT|must} codes. Excellent {communication|must} skills. Preferred Qualifications: Experience with {Snowflake|preferred} and {dbt|preferred}. Knowledge of {OMOP|preferred} is a plus. Benefits: 401(k), medical, dental, vision, tuition reimbursement. We are an Equal Opportunity Employer and do not discriminate based on genetic information or disability.
""",
    "glued scrape": """
Posted 3 days ago. ABC Pharma is hiring a Principal Biostatistician to support late phase oncology trials.What You'll DoLead the {statistical design|context} of {phase III|context} trialsAuthor {statistical analysis plans|context} and review {TLFs|context}Mentor junior statisticians in {SAS|context} programmingWhat You'll BringPhD in {biostatistics|must} with 5+ years or MS with 8+ years of {clinical trial|must} experienceProficiency in {SAS|must} and {R|must}Knowledge of {CDISC|must} standards including {SDTM|must} and {ADaM|must}Nice To HaveExperience with {Bayesian|preferred} adaptive designsExperience in {oncology|preferred}What We OfferWe offer medical, dental and vision plans, life insurance and generous paid time off.
""",
    "no headings": """
Postdoc in Trustworthy AI for Retinal Imaging (f/m/d)
Faculty of Medicine, Institute for AI in Eye Health

Full-time: 100 %
Limited: 36 months
Application deadline: 08.03.2026

- Develop and evaluate strategies to detect {bias|context} in {foundation models|context}
- Implement {interpretability|context} techniques
- Oversee data collection and co-supervise a PhD student

- Doctoral degree in {computer science|must}, {physics|must}, {mathematics|must} or a related quantitative field
- Proven track record in {deep learning|must} for {medical image analysis|must} (experience with {foundation models|preferred} is a strong plus)
- Advanced programming skills in {Python|must} and experience with frameworks such as {PyTorch|must}
- Excellent {communication|must} skills in English are essential

Modern environment
- Innovative university hospital
- State-of-the-art technology
We offer remuneration in accordance with TV-L. Severely disabled applicants with equal qualifications are given preference. The university seeks to raise the number of women in research and teaching.
""",
    "pharma": """
Associate Director, Computational Pathology

At Meridian, we follow the science. For more than 100 years we have brought medicines to patients. Our oncology pipeline has never been stronger.

Position Summary
The Associate Director will lead a team of scientists who apply {computer vision|context} to {whole slide images|context} in support of {clinical development|context}. This position will report to the Head of Digital Sciences.

Key Responsibilities
Lead the development of {deep learning|context} models for {biomarker|context} quantification.
Collaborate with {translational medicine|context} and {clinical operations|context}.
Ensure compliance with {GxP|context} and the required documentation for {regulatory submissions|context}.

Basic Qualifications
PhD in {computer science|must}, {biomedical engineering|must} or equivalent with 6+ years of relevant experience; OR Master's degree with 8+ years; OR Bachelor's degree with 10+ years.
At least 2 years of experience leading teams in a {matrix environment|must}.
Hands-on experience with {PyTorch|must}, {TensorFlow|must} or similar.

Preferred Qualifications
Experience with {spatial transcriptomics|preferred} required for some projects.
Familiarity with {QuPath|preferred}, {HALO|preferred} or other image analysis software.
Strong {publication|preferred} record.

Additional Information
The annual base salary for this position ranges from $180,000 to $240,000. Our company offers a 401(k) plan, paid vacation, health benefits including medical, prescription drug, dental and vision coverage.
Meridian is an equal employment opportunity employer. All qualified applicants will receive consideration without regard to genetic information, disability or protected veteran status.
""",
    "government": """
Health Scientist (Data Science)
DEPARTMENT OF HEALTH AND HUMAN SERVICES

Summary
As a Health Scientist you will support {surveillance|context} of {infectious diseases|context} using {natural language processing|context}.

Duties
Designs {epidemiologic studies|context} and prepares {manuscripts|context}.
Develops {R|context} packages for {genomic surveillance|context}.
Serves as the technical lead for the {cloud|context} migration.

Requirements
Conditions of Employment
U.S. Citizenship is required. Background investigation is required.

Qualifications
Basic Requirement: Successful completion of a full 4-year course of study leading to a bachelor's or higher degree with major study in {public health|must}, {biology|must} or an allied science.
Minimum qualifications: Applicants must have at least one year of specialized experience at or equivalent to the GS-12 grade level: experience analysing {surveillance data|must} with {SAS|must}, {R|must} or {Python|must}; and experience writing {scientific reports|must}.

Education
You must submit transcripts.

Additional information
This is a two-year term appointment and may be extended. The duties may be performed remotely.

How You Will Be Evaluated
Applicants are rated on {data analysis|must} and {oral communication|must}.

Benefits
A career with the U.S. government provides employees with a comprehensive benefits package, health insurance and retirement.
""",
    "LinkedIn": """
About the job
Who We Are
Lumen Health builds software for oncology practices. Our platform uses machine learning and NLP to match patients with trials, and we were named one of the best places to work.

What You'll Be Doing
Build {data pipelines|context} in {Spark|context} and {Airflow|context}
Map source data to {FHIR|context} and {OMOP|context}
Improve {data quality|context} with our clinical informatics team

Who You Are
5+ years of {data engineering|must}
Expert in {SQL|must} and {Python|must}
Experience with {AWS|must} is required; {GCP|preferred} is nice to have
You understand {HIPAA|must}
Bachelor's degree in {computer science|must} or equivalent work experience. Master's a plus
Experience with {HL7|preferred} ideally
Comfortable with ambiguity

What Will Set You Apart
Knowledge of {genomics|preferred}
Previous {startup|preferred} experience

Our Stack
{Python|context}, {Spark|context}, {Kubernetes|context}, {Postgres|context}

Compensation & Perks
$150k - $180k, 401k match, dental, vision
Lumen Health does not accept unsolicited resumes from agencies.
Seniority level
Mid-Senior level
Employment type
Full-time
Job function
Engineering and Information Technology
Industries
Hospitals and Health Care, Biotechnology
""",
    "narrative university post": """
Postdoctoral Fellow in Medical Image Computing

The Imaging Informatics Lab at Eastbrook University invites applications for a postdoctoral fellow. The lab develops {machine learning|context} methods for {brain MRI|context}. The fellow will work on {federated learning|context} across eight hospitals and will have access to a large GPU cluster.

Candidates should hold a PhD in {computer science|must}, {electrical engineering|must} or a related field and have a strong publication record in {medical imaging|must}. Experience with {PyTorch|must} and {MONAI|must} is required. Familiarity with {DICOM|preferred} would be an advantage, but is not essential. Knowledge of {neuroanatomy|preferred} is desirable. No clinical training in {neurology|context} is needed.

The position is available for two years with the possibility of renewal. To apply, please send a CV, a statement of research interests in machine learning and the names of three referees.

Eastbrook University is committed to diversity and encourages applications from women and minorities.
""",
    "desired skills as the only list": """
Data Analyst - Health Economics

Description
Brightwater Consulting is a growing firm of health economists. You will join a team of modellers who build {cost-effectiveness|context} models for {NICE|context} submissions.

Desired skills and experience
- Degree in {economics|must}, {mathematics|must} or similar
- Good {Excel|must} and {VBA|must} skills
- Some knowledge of {R|must}; {Stata|must} or {SAS|must} also welcome
- Interest in {health technology assessment|must}

What's in it for you
- Private medical insurance and pension
- Study leave for an MSc in health economics
- Career progression
""",
    "job board appendix": """
Bioinformatics Analyst
Summit Genomics - Denver, CO
Full-time

Job Summary:
Summit Genomics is seeking a Bioinformatics Analyst with experience in {variant calling|must} to support our clinical laboratory. The analyst will maintain {NGS|context} pipelines.

Essential Functions:
• Runs and monitors {germline|context} pipelines
• Validates software changes under {CLIA|context} and {CAP|context}
• Writes {Python|context} and {Bash|context} scripts

Education & Experience:
• MS in {bioinformatics|must}, {genetics|must}, or related discipline, or BS with 3 years' experience
• Demonstrated experience with {GATK|must}, {samtools|must}, and {BWA|must}
• Working knowledge of {Linux|must}
• Experience with {Nextflow|preferred} or {Snakemake|preferred} preferred
• Must be able to {work independently|must}
• {ASCP|preferred} certification a plus but not required

Physical Requirements:
• Ability to sit for long periods, lift up to 25 pounds, hear and communicate
• Vision requirements include close vision and color vision

Experience:
Bioinformatics: 2 years (Required)
{Python|preferred}: 1 year (Preferred)

Education:
Master's (Preferred)

Work Location: In person
""",
    "shouted headings": """
CLINICAL AI PRODUCT MANAGER

WHO WE ARE
A digital health company with offices in Boston and Berlin.

WHAT YOU'LL OWN
The roadmap for our {clinical decision support|context} products
{Usability testing|context} with nurses and physicians
Relationships with {EHR|context} vendors

WHAT WE'RE LOOKING FOR
7+ years of {product management|must}, including 2+ years in {digital health|must}
Deep understanding of {clinical workflows|must}
Ability to write {SQL|must} queries to answer your own questions
You've launched {FDA|must}-regulated software
Ideally, experience with {Epic|preferred} or {Cerner|preferred} integrations
MBA or clinical degree ({RN|preferred}, {MD|preferred}) a plus

GREAT TO HAVE
{Large language models|preferred}
{ISO 13485|preferred}

THE FINE PRINT
This job description is not intended to be all-inclusive. Background checks required.
""",
    "Indian job board": """
Job Title: Data Scientist - Healthcare Analytics
Location: Bengaluru / Hyderabad (Hybrid)
Exp: 4-8 yrs
Notice period: Immediate to 30 days

Roles & Responsibilities:
1. Build {predictive models|context} on {claims data|context} for readmission risk.
2. Work with US stakeholders to gather requirements for {dashboards|context}.
3. Deploy models using {MLflow|context} and {Azure|context}.

Mandatory Skills:
- {Python|must}, {SQL|must}, {PySpark|must}
- {Machine learning|must} - {regression|must}, {classification|must}, {clustering|must}
- Min 3 years exp in {healthcare analytics|must}

Good to have Skills:
- {Power BI|preferred}, {Tableau|preferred}
- {LLM|preferred} / {GenAI|preferred} exposure

Education: B.E./B.Tech/M.Tech/MCA

Why join us?
We are a CMMI level 5 company, a global leader in healthcare services with ISO 27001 certification, and a great place to work.
""",
    "wrapped lines of a PDF": """
Research Software Engineer, Medical Image
Analysis
Kingsbridge University, School of
Biomedical Sciences

We are looking for a Research Software Engineer to build open source tools for {cardiac MRI|context}. The
post is funded for three years by the British Heart Foundation, and you will join a team of
physicists, clinicians and {machine learning|context} researchers.

Main responsibilities
• To develop and maintain {Python|context} packages for {image
registration|context} and {segmentation|context}, including continuous
integration and documentation
• To support users of the {high-performance computing|context} cluster

Knowledge, skills and experience
1. A first degree in {physics|must}, {engineering|must} or {computer
science|must} (essential)
2. Experience of developing software in {Python|must} or {C++|must}
(essential)
3. Experience with {ITK|preferred} or {VTK|preferred} (desirable)
4. A PhD in {medical imaging|preferred} (desirable)
5. Good {communication|must} skills, with the ability to explain
{machine learning|must} to non-specialists (essential)
""",
    "one-line heading of a forum": """
Lantern Bio | Machine Learning Engineer | Boston, MA or REMOTE (US) | Full-time | https://lantern.example

We're building AI copilots for pathologists. Seed funded, 14 people, FDA clearance in hand.

We're looking for an ML engineer with strong {Python|must} and {PyTorch|must} experience to own our {inference|context} stack. You should be comfortable with {Docker|must} and {GCP|must}. Experience with {whole slide imaging|preferred} or {DICOM|preferred} is a big plus, but not required.

Stack: {Python|context}, {PyTorch|context}, {FastAPI|context}, {React|context}.

Email jobs@lantern.example with a line about yourself.
""",
    "Markdown with emoji": """
# Data Steward, Clinical Research

Department: Research IT

## 🚀 The opportunity
You'll be the go-to person for {metadata|context} and {data governance|context} across three research programmes.

## ✅ Requirements
• Education: Master's degree in {informatics|must}, {life sciences|must} or similar
• Experience: minimum of two (2) years in {clinical data management|must}
• Tools: {REDCap|must} is a must; {Castor|preferred} would be nice
• Must have: {GDPR|must} knowledge
• Nice to have: {CDISC|preferred}, {openEHR|preferred}
• Languages: fluent {Dutch|must} and {English|must}

## 💡 It would be great if you also
• know {FAIR|preferred} principles
• have used {GitLab|preferred}

## 🎁 What you get
• 30 days of annual leave
• Pension, bike plan and a Python user group

## Process
Apply with CV by 1 May. No agencies.
""",
    "recruiter": """
My client, a well-funded medtech scale-up in Cambridge, is looking for a Senior Algorithm Engineer to join their growing R&D team. They are developing the next generation of {wearable|context} sensors for {sleep apnoea|context}.

The ideal candidate will have a strong background in {digital signal processing|must}, with commercial experience of {MATLAB|must} and/or {Python|must}. Knowledge of {embedded C|preferred} would be advantageous, as would experience in a regulated environment ({ISO 13485|preferred}).

You will be responsible for:
- Designing algorithms for {respiratory|context} rate estimation
- Supporting {clinical trials|context} with data analysis

To be considered you must have:
- A degree (2:1 or above) in {electronics|must}, {physics|must} or related discipline
- At least 5 years' industry experience
- The right to work in the UK

In return you will receive a salary of up to £75,000, private healthcare, share options and 25 days holiday.
""",
    "internship": """
AI Research Intern - Summer

Are you excited about using AI to improve patient care? The Applied Research group at Corvia Health is hiring interns for summer. Past interns have published at top conferences.

What you will do:
Interns will prototype {large language models|context} for {clinical notes|context} summarization and compare them against {extractive|context} baselines. You will learn {prompt engineering|context} and {HIPAA|context} compliant development from our engineers.

Minimum requirements:
Currently enrolled in a Master's or PhD program in {computer science|must}, {biomedical informatics|must}, or a related field.
Programming in {Python|must}.
Coursework in {machine learning|must} and {statistics|must}.

Preferred:
Familiarity with {Hugging Face|preferred}.
Prior exposure to {MIMIC|preferred}.

This is a paid internship. The hourly rate is $45 - $55. Interns are not eligible for benefits such as dental or vision insurance.
""",
    "lists only": """
Clinical NLP Engineer
Contract, 12 months, remote

Must:
{spaCy|must} / {scispaCy|must}
{UMLS|must}
{Python|must} 3.10+
{Linux|must}

Plus:
{Spark NLP|preferred}
{cTAKES|preferred}
{Prodigy|preferred}

Tasks:
Build {named entity recognition|context} for {pathology reports|context}
{Annotation|context} guidelines
Model {deployment|context}

Rate: 90/h
""",
    "list literal": """
'Orbital Health is looking for a Data Scientist who will turn {claims data|context} into insight for payers.
', "What you'll be doing", '
Develop {risk adjustment|context} models and translate business requirements: gather them, document them, test them.
Quantify the benefits: fewer {readmissions|context}, lower cost.
', 'Qualifications', '
', 'Required', '
BS in {statistics|must} or related field
3+ years working with {SAS|must} or {Python|must}
Understanding of {HEDIS|must} measures
', 'Preferred', '
MS or PhD
{Medicare Advantage|preferred} experience
{Tableau|preferred}, {Power BI|preferred}
', 'About Orbital', '
Founded in 2009, Orbital serves 200 health plans with cloud based machine learning.
Seniority level
Associate
Employment type
Full-time
Industries
Hospital & Health Care'
""",
    "tenure track": """
The Department of Biostatistics at Lakeshore University seeks to appoint an Assistant Professor in Statistical Genetics. Lakeshore is one of the leading research universities in the region and its medical school ranks among the top 20.

The appointee will conduct independent research in {statistical genetics|context} or {causal inference|context}, teach graduate courses in {survival analysis|context}, and collaborate with the Cancer Center. Applicants must have a doctoral degree in {statistics|must}, {biostatistics|must} or a related discipline, and evidence of excellence in research. Strong computational skills in {R|must}, {Python|must} or {C++|must} are expected of all candidates. Postdoctoral experience is desirable. Preference will be given to candidates with expertise in {single-cell|preferred} or {spatial genomics|preferred} data analysis. The ability to {teach|must} in English is essential.

The position is tenure track with a nine-month appointment; summer support is provided for the first two years. Salary is commensurate with experience. Applications should include a cover letter, a CV, a research statement and three letters of reference. Review begins on November 1. Lakeshore is an affirmative action, equal opportunity employer; women, veterans and individuals with disabilities are encouraged to apply.
""",
    "must, should, could": """
Sr. ML Ops Engineer - Digital Health
Remote - US

Role Summary
Own the path from notebook to production for our {sepsis|context} and {deterioration|context} models.

What you bring

Must have
- 5+ years in {software engineering|must} with at least 2 in {MLOps|must}
- {Kubernetes|must}, {Terraform|must}, {CI/CD|must}
- One of {SageMaker|must}, {Vertex AI|must} or {Azure ML|must}

Should have
- Exposure to {HL7|preferred} or {FHIR|preferred}
- {Feature stores|preferred} (Feast, Tecton)

Could have
- {Rust|preferred}

What you won't need
- A medical degree

Benefits & more
Health, dental, vision; 401(k); stipend for AWS certification.
""",
    "levels in brackets": """
Biostatistician

KEY RESPONSIBILITIES
- Write the {SAP|context} and program {TLFs|context} as required by the protocol
- Provide input to {protocols|context}, with the required attention to {ICH E9|context}
- Interact with preferred vendors on {data transfers|context}

SKILLS AND EXPERIENCE
- MSc in {statistics|must} (required), PhD (preferred)
- {SAS|must} (required); {R|preferred} (preferred)
- {Oncology|preferred} (desirable)
- Pharma experience: minimum 3 years (5 years preferred)
- Knowledge of {CDISC|must} (a must)
- Plus: {Shiny|preferred}
- Excellent knowledge of {mixed models|must}, {survival analysis|must} and, preferably, {Bayesian methods|preferred}
- Experience in {vaccines|preferred} will be considered an asset
- {Linux|must} essential, {Git|preferred} useful
- Familiarity with {GCP|must} guidelines is mandatory
- {Spotfire|context} skills are not necessary
- Ability to travel up to 10%
""",
    "talks to the reader": """
Computer Vision Engineer, Surgical Robotics

At Tessera Surgical we believe every patient deserves the best surgeon. Our robots have assisted in 4,000 procedures.

As a Computer Vision Engineer on the Perception team, you'll work on {instrument tracking|context} and {depth estimation|context} from {endoscopic video|context}. You'll collaborate with surgeons, write {CUDA|context} kernels and get your code into the operating room.

You'll need a degree in {computer science|must} or {robotics|must}, strong {C++|must} and {Python|must}, and experience with {OpenCV|must}. You should be comfortable with {linear algebra|must}. It helps if you know {ROS|preferred}, and we'd love it if you have worked with {medical devices|preferred} before.

You'll get equity, great health insurance, and lunch on Fridays. You'll learn {surgical robotics|context} from the people who invented it.

Tessera Surgical is proud to be an equal opportunity workplace.
""",
    "translated European": """
Data Manager Real World Evidence (m/w/d)
Standort: Berlin

Your tasks:
• Curate {registry data|context} and {claims|context} for {observational studies|context}
• Quality checks in {R|context} and {SQL|context}

Your profile:
• University degree in {epidemiology|must}, {medical informatics|must} or comparable
• First professional experience in {data management|must}
• Sound knowledge of {R|must}, knowledge of {SAS|preferred} is an advantage
• Ideally experience with {OMOP CDM|preferred}
• Fluent {German|must} and very good {English|must} skills
• {GDPR|must} is no foreign word to you

We offer:
• Permanent contract, 30 days of vacation, flexible working hours
• Company pension scheme, job ticket
• Regular training in statistics and machine learning

Have we sparked your interest? Then we look forward to receiving your application.
""",
    "chatty start-up": """
Why you'll love this job

Are you a data person who wants to fix healthcare billing? Harbor Revenue builds the rails that let clinics get paid. We process two million claims a day and we're growing 3x a year.

What the job is
• Own our {fraud detection|context} models end to end
• Pair with {billing|context} experts to label edge cases
• Move batch jobs from {Hadoop|context} to {Spark|context}

What we need from you
• 4+ years building {machine learning|must} systems (2+ with a PhD)
• You write clean {Python|must} and know your way around {SQL|must}
• You've worked with messy {claims data|must}; {EDI 837|preferred} experience is a huge plus
• Bachelor's degree or equivalent experience

What would make us jump out of our chairs
• {XGBoost|must}/{LightGBM|must} internals
• Time in {revenue cycle|must}

The deal
• $140-170k + options
• Medical, dental, vision, and a {gym|gone} stipend
""",
    "capitals and labels": """
POSITION TITLE: Clinical Informatics Analyst
DEPARTMENT: Information Services
REPORTS TO: CMIO

POSITION SUMMARY: Supports the optimization of the {EHR|context} and builds {clinical decision support|context} rules. Works with physicians and nurses.

ESSENTIAL DUTIES AND RESPONSIBILITIES:
1. Builds {order sets|context} and {reports|context}.
2. Extracts data with {SQL|context} as needed for quality projects.
3. Trains users; experience teaching preferred.

MINIMUM QUALIFICATIONS:
EDUCATION: Bachelor's degree in {nursing|must}, {informatics|must}, or {computer science|must}.
EXPERIENCE: Two years of experience with {Epic|must} or {Cerner|must}.
LICENSURE: {RN|preferred} license preferred.
KNOWLEDGE, SKILLS AND ABILITIES: {Crystal Reports|must}, {Excel|must}; strong {communication|must}.

PREFERRED QUALIFICATIONS:
EDUCATION: Master's degree in {health informatics|preferred}.
EXPERIENCE: {Epic Clarity|preferred}; {Tableau|preferred}.

PHYSICAL DEMANDS: Sitting, standing, lifting up to 20 lbs. Must be able to see and hear.
The above statements are intended to describe the general nature of work and are not an exhaustive list of SQL tasks.
""",
    "research fellow": """
Research Fellow in Health Data Science
School of Population Health Sciences

Applications are invited for a Research Fellow to work on a Wellcome-funded project on {multimorbidity|context} using {linked health records|context}. Based in the centre of the city, you will analyse {UK Biobank|context} and {CPRD|context} data.

You should have (or be about to obtain) a PhD in {epidemiology|must}, {statistics|must} or a cognate discipline, with a demonstrable record of publications. Advanced skills in {R|must} or {Stata|must} are essential, and you will be familiar with {causal inference|must} methods. Knowledge of {electronic health records|preferred} research would be an advantage, though training in {CPRD|context} will be given.

This post is offered full time (35 hours a week), fixed term for 24 months. Interviews are expected to take place in June. We particularly welcome applications from Black, Asian and minority ethnic candidates, who are under-represented at this level.
The University is a Disability Confident employer and offers generous leave, a pension scheme and on-site childcare.
""",
    "levels behind dashes": """
Lead MLOps Engineer

Company Overview
Nimbus Clinical is the AI cloud for clinical trials.

Job Description
As the Lead MLOps Engineer, you will:
Architect {model serving|context} on {Kubernetes|context}
Introduce {model monitoring|context} and {drift detection|context}
Coach four engineers

Experience Required
8+ years total, 3+ in {MLOps|must}
{AWS|must} (must), {Azure|preferred} (nice to have)
{Terraform|must} or {Pulumi|must}
{GxP|preferred} validated environments - preferred
{21 CFR Part 11|preferred} - a plus
Hands-on with {Kubeflow|must}, {MLflow|must}, or equivalents

Soft Skills
{Mentoring|must}
Clear {written communication|must}

Education
BE/BTech/MS in {CS|must}

Other
Travel 10%. H1B transfers considered.
Nimbus is an E-Verify employer and a drug-free workplace.
""",
    "list in one sentence": """
Scientist, Computational Biology (Oncology)

Boldgene is a clinical-stage biotech developing T-cell therapies. Our pipeline spans solid tumors and hematology, and our labs in Basel are fully equipped.

The successful candidate will join the translational team and analyze {single-cell RNA-seq|context} and {spatial|context} data from our {clinical trials|context}. He or she will present findings to project teams and contribute to {biomarker|context} strategy.

Main requirements:
PhD in {bioinformatics|must}, {computational biology|must} or related, with 0-3 years of postdoctoral or industry experience;
solid programming skills in {R|must} ({Bioconductor|must}, {Seurat|must}) and/or {Python|must} ({scanpy|must});
experience with {NGS|must} data analysis, {immunology|preferred} knowledge being an advantage;
familiarity with {HPC|must} and {git|must};
{German|context} is not required, but {English|must} must be fluent.

Boldgene offers a competitive salary, flexible hours and an international culture. Send your CV to jobs@boldgene.example by 30 June.
""",
    "headings nobody lists": """
Digital Pathology Product Specialist | Full-time | Utrecht

Your mission: bring {whole slide imaging|context} to every pathology lab in Europe.

You'll be busy with:
– demos of our {AI|context} algorithms for {prostate|context} and {breast|context} cancer
– training customers on our {viewer|context}
– feeding customer wishes back to {product management|context}

You recognise yourself in this:
– HBO/WO degree in {biomedical sciences|must} or {histology|must}
– at least two years in a {pathology lab|must}
– fluent {Dutch|must} and {English|must}; {French|preferred} is an advantage
– driving licence B

You can count on:
– a permanent contract, 28 days off, and a bicycle plan
– {training|gone} in {AI|gone} and {regulatory affairs|gone}

Interested? Mail your CV to hr@slides.example
""",
    "contract research": """
Senior Statistical Programmer - home-based

We have an exciting opportunity for a Senior Statistical Programmer to join our global CRO. You will be dedicated to one sponsor and will program {SDTM|context} and {ADaM|context} datasets, {TLFs|context} and {define.xml|context}.

To succeed you will need:
At least 5 years {SAS|must} programming experience in {clinical trials|must}, of which 2 as a lead.
Thorough understanding of {CDISC|must} standards
BSc in {computer science|must}, {statistics|must} or a life science. An MSc is beneficial.
Experience in {oncology|must} or {vaccines|must}, ideally in {phase III|preferred}
{R|preferred} knowledge - desirable but not mandatory
Good organisational skills and {attention to detail|must}

Why join?
Great colleagues, private {health|gone} insurance and a career path toward {biostatistics|gone}.

#LI-Remote #SAS
""",
    "bare headings": """
We're hiring: AI Engineer (m/f/x)

TL;DR: build {LLM|context} agents that write discharge letters.

Tasks
Design {RAG|context} pipelines over {FHIR|context} resources. Evaluate outputs with clinicians. Keep us compliant with the {EU AI Act|context} and {MDR|context}.

Skills
Required
{Python|must}, {LangChain|must} or {LlamaIndex|must}, {Docker|must}
Preferred
{German|preferred}, {HL7|preferred}, {medical coding|preferred}
Not needed
A {medical|context} degree

Perks
Remote, hardware of your choice, 500€ for courses in {deep learning|gone}

About
Founded 2021, VC-backed, {GDPR|gone} first.
""",
}


@pytest.mark.parametrize("advert", ADVERTS.values(), ids=ADVERTS.keys())
def test_every_keyword_has_its_level(misread, advert):
    assert misread(advert, opening=False) == []
