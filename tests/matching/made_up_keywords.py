"""A small made-up keyword set with the traps of the real one, and documents around a text."""

from ats_medai.model import Acronym, Category, Concept, Document, Section, SectionKind, Span, Subskill

IMAGING = ("CT", "MRI", "PET", "scan", "images", "radiology", "contrast", "thyroid", "volumes")
CODE = ("Python", "SQL", "SAS", "Stata", "statistics", "programming", "package", "Shiny")


def concept(name, label, category, *aliases, acronyms=(), not_when=(), fuzzy=True):
    return Concept(
        name,
        label,
        Subskill.GENERAL,
        category,
        "",
        aliases,
        tuple(Acronym(form, near) for form, near in acronyms),
        not_when,
        fuzzy,
    )


CONCEPTS = (
    concept("r", "R", Category.LANGUAGE, "R language", acronyms=[("R", CODE)], not_when=["R&D"], fuzzy=False),
    concept("go", "Go", Category.LANGUAGE, "golang", acronyms=[("Go", ("Python", "services", "microservices", "Rust"))]),
    concept("c", "C++", Category.LANGUAGE, "C++", "C/C++"),
    concept("python", "Python", Category.LANGUAGE, "python"),
    concept("sql", "SQL", Category.LANGUAGE, "sql"),
    concept("node", "Node.js", Category.TOOL, "Node.js"),
    concept("git", "Git", Category.TOOL, "git"),
    concept("spark", "Spark", Category.TOOL, "spark"),
    concept("tableau", "Tableau", Category.TOOL, "tableau"),
    concept("pytorch", "PyTorch", Category.TOOL, "pytorch"),
    concept("tensorflow", "TensorFlow", Category.TOOL, "tensorflow"),
    concept("keras", "Keras", Category.TOOL, "keras"),
    concept("sklearn", "scikit-learn", Category.TOOL, "scikit-learn", "sklearn"),
    concept("ml", "machine learning", Category.METHOD, "machine learning", acronyms=[("ML", ("AI", "models", "learning"))]),
    concept("dl", "deep learning", Category.METHOD, "deep learning", acronyms=[("DL", ("AI", "ML", "neural"))]),
    concept("supervised", "supervised learning", Category.METHOD, "supervised learning"),
    concept("unsupervised", "unsupervised learning", Category.METHOD, "unsupervised learning"),
    concept("segmentation", "segmentation", Category.METHOD, "tumour segmentation", "segmentation"),
    concept("survival", "survival analysis", Category.METHOD, "survival analysis"),
    concept("time_series", "time series", Category.METHOD, "time series", "time series analysis"),
    concept("cnn", "convolutional neural network", Category.METHOD, "convolutional neural network",
            acronyms=[("CNN", ("network", "image", "deep learning"))], not_when=["CNN news"]),
    concept("unet", "U-Net", Category.METHOD, "U-Net"),
    concept("nnunet", "nnU-Net", Category.METHOD, "nnU-Net"),
    concept("cv", "computer vision", Category.METHOD, "computer vision",
            acronyms=[("CV", ("image", "vision", "OpenCV"))], not_when=["my CV"]),
    concept("ct", "computed tomography", Category.MODALITY, "computed tomography", acronyms=[("CT", IMAGING)]),
    concept("mri", "MRI", Category.MODALITY, "magnetic resonance imaging", acronyms=[("MRI", ())]),
    concept("pet", "PET", Category.MODALITY, "positron emission tomography", acronyms=[("PET", IMAGING)]),
    concept("us", "ultrasound", Category.MODALITY, "ultrasound", acronyms=[("US", IMAGING)]),
    concept("ecg", "electrocardiogram", Category.MODALITY, "electrocardiogram", acronyms=[("ECG", ())]),
    concept("fhir", "FHIR", Category.DATA_STANDARD, "fhir"),
    concept("hl7", "HL7", Category.DATA_STANDARD, "HL7"),
    concept("icd", "ICD-10", Category.DATA_STANDARD, "ICD-10", "ICD-10-CM"),
    concept("ehr", "electronic health record", Category.DATA_STANDARD, "electronic health record", acronyms=[("EHR", ())]),
    concept("mimic", "MIMIC-III", Category.DATA_SET, "MIMIC-III"),
    concept("k510", "FDA 510(k)", Category.REGULATION, "510(k)", not_when=["$510k"]),
    concept("iec", "IEC 62304", Category.REGULATION, "IEC 62304"),
    concept("hipaa", "HIPAA", Category.REGULATION, acronyms=[("HIPAA", ())]),
    concept("gdpr", "GDPR", Category.REGULATION, acronyms=[("GDPR", ())]),
    concept("deid", "de-identification", Category.METHOD, "de-identification"),
    concept("imaging", "neuroimaging", Category.METHOD, "neuroimaging"),
    concept("genomics", "genomics", Category.CLINICAL_DOMAIN, "genomics"),
    concept("radiology", "radiology", Category.CLINICAL_DOMAIN, "radiology"),
    concept("oncology", "oncology", Category.CLINICAL_DOMAIN, "oncology"),
    concept("chemistry", "chemistry", Category.DEGREE, "chemistry"),
    concept("phd", "PhD", Category.DEGREE, "PhD", "Ph.D.", fuzzy=False),
    concept("masters", "Master's degree", Category.DEGREE, "master's degree", "MSc", fuzzy=False),
    concept("md", "MD", Category.DEGREE, "doctor of medicine", acronyms=[("MD", ("PhD", "physician", "residency"))]),
    concept("pharmd", "PharmD", Category.DEGREE, "PharmD", fuzzy=False),
    concept("learner", "fast learner", Category.SOFT_SKILL, "eager to learn"),
)  # fmt: skip


def document(text):
    return Document("x.txt", "", "text/plain", text, ())


def section(text, kind, start=0, heading=None):
    """From `start` to the end of the text; the heading is the first line there where `heading` is true."""
    end = text.find("\n", start) if heading else None
    return Section(SectionKind(kind), Span(start, len(text)), Span(start, end) if end else None)
