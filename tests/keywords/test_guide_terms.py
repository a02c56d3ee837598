"""What the skill guide names is there, and its ten example tasks land in their own sub-skill.

The lines are short facts of the guide, named with their place in it.
"""

from collections import Counter

import pytest

from ats_medai.model import Subskill

TASKS = [  # "Medical AI Sub-skills Breakdown": the task as the guide words it, its sub-skill, keywords that it must show
    (
        "Train a random forest model to predict hospital readmissions using structured EHR data.",
        "modeling",
        {"ml.random_forest"},
    ),
    (
        "Fine-tune a pre-trained vision transformer (ViT) for detecting diabetic retinopathy in fundus images.",
        "modeling",
        {"dl.vision_transformer", "dl.fine_tuning"},
    ),
    (
        "Clean and anonymize a dataset of patient records to comply with HIPAA regulations.",
        "data",
        {"ehr.medical_records"},
    ),
    (
        "Convert DICOM images into standardized formats for deep learning pipelines.",
        "data",
        {"standard.dicom"},
    ),
    (
        "Collaborate with radiologists to define annotation guidelines for a lung nodule detection project.",
        "domain",
        {"people.annotation_guidelines", "people.clinician_collaboration"},
    ),
    (
        "Review clinical trial protocols to align AI validation with regulatory standards.",
        "domain",
        {"trials.protocol"},
    ),
    (
        "Conduct a bias audit on a model trained on demographic data to ensure equitable performance.",
        "ethics",
        {"ethics.bias_audit"},
    ),
    (
        "Draft documentation for an AI tool to meet FDA's SaMD classification requirements.",
        "ethics",
        {"regulation.fda", "regulation.samd"},
    ),
    (
        "Containerize a model using Docker and deploy it on a cloud platform like AWS for a hospital pilot.",
        "deployment",
        {"mlops.docker", "cloud.aws"},
    ),
    (
        "Set up continuous integration pipelines to retrain models with new clinical data.",
        "deployment",
        {"mlops.ci_cd"},
    ),
]


@pytest.mark.parametrize(("task", "subskill", "wanted"), TASKS, ids=[f"{s}-{t[:20]}" for t, s, _ in TASKS])
def test_task_lands_in_its_subskill(task, subskill, wanted, keywords, found):
    names = found(task)
    count = Counter(keywords.concept_by_id[name].subskill for name in names)
    del count[Subskill.GENERAL]
    assert wanted <= names
    assert count[Subskill(subskill)] == max(count.values())


TERMS = """
# Overview and use cases
medical imaging | imaging.medical_imaging
predictive analytics | ml.predictive_analytics
drug discovery | drug.discovery
personalized medicine | clinical.precision_medicine
remote patient monitoring | clinical.rpm
telemedicine | clinical.telemedicine
convolutional neural networks (CNNs) | dl.cnn
X-rays | imaging.xray
MRIs | imaging.mri
CT scans | imaging.ct
electronic health records (EHRs) | ehr.ehr
sepsis | clinical.sepsis
drug-target interactions | drug.dti
natural language processing (NLP) | nlp.nlp
FDA approval | regulation.fda
# Levels
MIMIC-III | dataset.mimic
CheXpert | dataset.chexpert
TensorFlow | lib.tensorflow
PyTorch | lib.pytorch
image classification | imaging.image_classification
DICOM | standard.dicom
HIPAA | privacy.hipaa
ISIC dataset | dataset.isic
data preprocessing | dataeng.preprocessing
missing values | stats.missing_data
metrics such as sensitivity and specificity | metrics.sensitivity
sensitivity, specificity and AUC-ROC | metrics.specificity
AUC-ROC | metrics.auroc
Kaggle competitions | people.hackathon
hackathons | people.hackathon
Software as a Medical Device | regulation.samd
multimodal AI | ml.multimodal_learning
genomics | genomics.genomics
model latency and scalability | mlops.latency
scalability | mlops.scalability
MICCAI | venue.miccai
AMIA | venue.amia
cross-functional teams | people.cross_functional
regulatory submissions | regulation.regulatory_submissions
patents | regulation.intellectual_property
interoperability | standard.interoperability
# Sub-skills
machine learning | ml.machine_learning
interpretability | xai.explainable_ai
data quality | dataeng.quality
medical terminology | clinical.terminology
clinical workflows | clinical.workflows
CE marking | regulation.ce_marking
bias and fairness in medical AI | ethics.fairness
fairness and transparency in medical AI | ethics.transparency
MLOps | mlops.mlops
model monitoring | mlops.monitoring
random forest | ml.random_forest
vision transformer (ViT) | dl.vision_transformer
Docker | mlops.docker
AWS | cloud.aws
continuous integration | mlops.ci_cd
# Learning path
Python | lang.python
NumPy | lib.numpy
Pandas | lib.pandas
Matplotlib | bi.matplotlib
supervised learning | ml.supervised_learning
unsupervised learning | ml.unsupervised_learning
GDPR | privacy.gdpr
PhysioNet | dataset.physionet
UCI dataset | dataset.uci
Jupyter notebook | lib.jupyter
U-Net | dl.unet
transfer learning | dl.transfer_learning
clinical notes | nlp.clinical_notes
BERT | nlp.bert
spaCy | lib.spacy
time-series analysis | ml.time_series
LSTMs | dl.lstm
LSTMs and GRUs | dl.gru
cross-validation | validation.cross_validation
bootstrapping | stats.bootstrap
SHAP | xai.shap
LIME explanations | xai.lime
Kubernetes | mlops.kubernetes
MLflow | mlops.mlflow
pre-submission | regulation.presubmission
reimbursement | regulation.reimbursement
Google Cloud Healthcare API | cloud.gcp_health
Azure Health Bot | cloud.azure_health
AWS Certified Machine Learning Specialty | cert.aws_ml
AI for Medicine specialization | course.ai_for_medicine
API endpoints | mlops.apis
# Portfolio and self-check
NIH ChestX-ray8 | dataset.chest_xray
Keras | lib.keras
OpenCV | lib.opencv
Flask app in Python | mlops.flask
scikit-learn | lib.scikit_learn
XGBoost | lib.xgboost
FastAPI | mlops.fastapi
PostgreSQL | db.postgresql
feature engineering | ml.feature_engineering
Hugging Face | lib.huggingface
React and JavaScript | software.react
AWS Lambda | cloud.serverless
serverless architectures | cloud.serverless
symptom checker | ml.symptom_checker
class imbalance | ml.class_imbalance
unit tests | software.testing
risk stratification models | ml.risk_stratification
protected health information | privacy.phi
"""


def _terms():
    for line in TERMS.strip().splitlines():
        if not line.startswith("#"):
            text, _, concept = line.partition(" | ")
            yield pytest.param(text, concept, id=text)


@pytest.mark.parametrize(("term", "concept"), list(_terms()))
def test_every_named_term_is_a_keyword(term, concept, counted):
    assert concept in counted(f"Worked with {term}.")


def test_guide_terms_carry_their_source(keywords):
    named = {concept.id for concept in keywords.concepts if any(source.kind == "guide" for source in concept.sources)}
    assert {param.values[1] for param in _terms()} - named == set()
