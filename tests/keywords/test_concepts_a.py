"""Words of learning, statistics and imaging that also mean something else: found where meant, left where not."""

import pytest

import ats_medai
from ats_medai.matching import Matcher

MEANT = [
    ("ml.machine_learning", "ML models for claims."),
    ("ml.artificial_intelligence", "AI for triage."),
    ("ml.classification", "Regression, classification and clustering."),
    ("ml.supervised_learning", "Supervised and unsupervised learning."),
    ("ml.gradient_boosting", "Bagging, boosting and random forests."),
    ("ml.pca", "PCA, k-means and t-SNE."),
    ("dl.deep_learning", "ML, DL and NLP."),
    ("dl.cnn", "Trained a CNN on knee MRI."),
    ("dl.gan", "GANs and VAEs for synthetic images."),
    ("dl.transformer", "Transformers and LSTMs for notes."),
    ("dl.attention", "Self-attention layers."),
    ("dl.fine_tuning", "Finetuned a language model."),
    ("dl.self_supervised_learning", "SSL pretraining on unlabelled scans."),
    ("dl.representation_learning", "Patient embeddings from codes, learned by a model."),
    ("stats.bayesian_methods", "Bayesian hierarchical models."),
    ("stats.experimental_design", "Factorial DOE with JMP."),
    ("stats.glm", "GLMs and mixed models."),
    ("stats.regression", "Regression on repeated pressures."),
    ("stats.analysis_plan", "Wrote the SAP of the trial with its statistician."),
    ("imaging.segmentation", "Cardiac seg-\nmentation of MRI."),
    ("imaging.ct", "Chest CT at low dose."),
    ("imaging.ct", "CT/MRI/PET-CT reconstruction"),
    ("imaging.pet", "Segmented PET scan volumes."),
    ("imaging.mri", "Registered CT and MR images."),
    ("imaging.ultrasound", "Thyroid US and CT images."),
    ("imaging.oct", "Retinal OCT volumes."),
    ("imaging.registration", "Segmentation and registration of CT."),
    ("imaging.cad", "CAD for lung nodule detection."),
    ("nlp.nlp", "NLP for intake forms."),
    ("nlp.rag", "RAG over guidelines with an LLM."),
    ("nlp.bert", "Tuned BERT."),
    ("nlp.claude", "Compared GPT-4, Claude and Gemini."),
    ("metrics.auroc", "AUC of 0.91 in validation."),
    ("metrics.auroc", "AUC ROC of 0.93."),
    ("metrics.sensitivity", "Sensitivity and specificity of the test."),
    ("metrics.recall", "Precision and recall by site."),
    ("metrics.precision", "Precision and recall by site."),
    ("metrics.calibration", "Discrimination and calibration of the model."),
    ("metrics.f1", "Macro F1 score."),
    ("metrics.dice", "Mean Dice for tumour contours."),
    ("xai.shap", "Explained by SHAP."),
    ("xai.lime", "SHAP and LIME explanations."),
    ("validation.tripod", "Reported the prediction model by TRIPOD."),
]
NOT_MEANT = [
    ("ml.artificial_intelligence", "Answered e-mail and airline calls."),
    ("ml.classification", "Reviewed job classification of staff."),
    ("ml.supervised_learning", "Supervised four nurses."),
    ("ml.gradient_boosting", "Boosting morale of the ward."),
    ("ml.pca", "Set up a PCA pump after surgery."),
    ("dl.cnn", "Interviewed on CNN news."),
    ("dl.gan", "Built chargers with GaN switches."),
    ("dl.transformer", "Repaired a power transformer."),
    ("dl.attention", "Known for attention to detail."),
    ("dl.self_supervised_learning", "Renewed the SSL certificate."),
    ("dl.representation_learning", "Paraffin embedding of biopsies."),
    ("stats.experimental_design", "Grant from the DOE for reactors."),
    ("stats.regression", "Automated regression testing."),
    ("stats.analysis_plan", "Moved finance to SAP HANA."),
    ("imaging.segmentation", "Customer segmentation with k-means."),
    ("imaging.ct", "Hartford, CT 06103"),
    ("imaging.pet", "Volunteer at a pet shelter."),
    ("imaging.mri", "MR SMITH called."),
    ("imaging.ultrasound", "Authorized to work in the US."),
    ("imaging.ultrasound", "Join us to build tools."),
    ("imaging.oct", "Started on 3 OCT 2019."),
    ("imaging.registration", "Patient registration at the desk."),
    ("imaging.cad", "CAD drawings of a bracket."),
    ("nlp.rag", "Spectacular email storage with a rag doll."),
    ("nlp.bert", "Bert and Roberta Smith."),
    ("nlp.claude", "Claude Dupont, referee."),
    ("metrics.auroc", "AUC and Cmax after the dose."),
    ("metrics.sensitivity", "Cultural sensitivity."),
    ("metrics.recall", "Product recall of a pump."),
    ("metrics.precision", "Precision medicine."),
    ("metrics.calibration", "Calibration of pipettes."),
    ("metrics.f1", "Came on an F1 visa."),
    ("xai.lime", "Lime green uniforms."),
    ("validation.tripod", "Put the camera on a tripod."),
    ("validation.ablation", "Catheter ablation ward."),
]


@pytest.fixture(scope="module")
def found(keywords):
    matcher = Matcher(keywords)
    return lambda text: {mention.concept for mention in matcher.find(ats_medai.text_document(text))}


@pytest.mark.parametrize(("concept", "text"), MEANT, ids=[f"{concept}:{text[:18]}" for concept, text in MEANT])
def test_word_is_found_where_it_is_meant(found, concept, text):
    assert concept in found(text)


@pytest.mark.parametrize(("concept", "text"), NOT_MEANT, ids=[f"{concept}:{text[:18]}" for concept, text in NOT_MEANT])
def test_word_is_left_where_it_means_something_else(found, concept, text):
    assert concept not in found(text)
