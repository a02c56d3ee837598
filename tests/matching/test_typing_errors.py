"""Typing errors count where fingers make them, and never where the word is a word."""

import pytest

from ats_medai.documents import text_document
from ats_medai.keywords import load_keywords
from ats_medai.matching import Matcher
from ats_medai.matching.english import is_english
from ats_medai.matching.fuzzy import Speller
from ats_medai.matching.humps import is_other_name

FOUND = {
    "swapped letters": ("Models in Pytroch", "pytorch", "pytorch"),
    "swapped first letters": ("Models in yPtorch", "pytorch", "pytorch"),
    "swapped in capitals": ("TABLAEU boards", "tableau", "tableau"),
    "left out": ("Worked on genomcs", "genomics", "genomics"),
    "doubled": ("Worked on genommics", "genomics", "genomics"),
    "wrong double": ("HIPPA rules", "hipaa", "HIPAA"),
    "two in a long word": ("tumour segmntaton", "segmentation", "tumour segmentation"),
    "in one word of a phrase": ("maching learning", "ml", "machine learning"),
}
NOT_FOUND = {
    "vowel left out of a short word": "Kers",
    "Spanish": "Keres Sprk",
    "English": "The tableaus of a modern python in general",
    "name that looks like a tool": "Ms Kerans and Mr Spary",
    "adjective": "genomic and oncologic",
    "short": "Pthon".lower()[:4],
    "too far": "Pxtxrch",
    "first letter": "Bytorch",
    "not a fuzzy keyword": "PhDs and PahrmD",
    "two English words in one": "Whitewater",
}

OTHER_NAMES = """
TensorQTL TensorLy TensorBoardX TensorDict PyRadiomics MONAILabel nnFormer nnUNet nnDetection MedSAM MedNeXt MedCAT
MedCLIP MedGemma Meditron DeepSEA DeepVariant DeepBind DeepSTARR DeepCpG DeepEdit DeepChem DeepDTA DeepSurv DeepHit
TorchGeo TorchDrug TorchRadiomics OpenFL OpenMM OpenEHR OpenSlide PharmCAT PharmGKB STRINGdb ChEMBL ChemBERTa BioBERT
RadBERT RadFM RadGraph RadLex TransUNet TransMorph VoxelNet VoxelMorph SynthSeg SynthMorph SegFormer SegGPT FastQC
fastMRI FastSurfer MultiQC PyHealth PyMedPhys PyPortfolio PyCox PyMOL scGPT scVI QuPath PathML CellChat CellTypist
CellRanger Nextflow ScanPy KerasCV FedML FATE SciBERT Geneformer Basenji Clair3 SUNGRID SymPyBotics
"""


@pytest.fixture(scope="module")
def shipped():
    return Matcher(load_keywords())


@pytest.mark.parametrize("case", [str, str.lower, str.upper, str.title], ids=["as it is", "small", "capitals", "title"])
@pytest.mark.parametrize("name", OTHER_NAMES.split())
def test_a_tool_is_no_typing_error_for_another(shipped, name, case):
    mentions = shipped.find(text_document(f"Built pipelines with {case(name)} and other tools."))
    assert [m.intended for m in mentions if m.method == "fuzzy"] == []


SLIPS = {"TensroFlow": "tensorflow", "PyTorhc": "pytorch", "SciKit-Laern": "scikit-learn", "Tensrflow": "tensorflow"}


@pytest.mark.parametrize(("word", "meant"), SLIPS.items())
def test_a_slip_keeps_the_capitals_of_the_name(shipped, word, meant):
    mentions = shipped.find(text_document(f"Built pipelines with {word} and other tools."))
    assert [m.intended for m in mentions if m.method == "fuzzy"] == [meant]


HUMPS = {
    "other ending in capitals": ("TensorQTL", "tensorrt", True),
    "one more piece": ("TensorBoardX", "tensorboard", True),
    "plain word meant": ("PharmCAT", "pharma", True),
    "slip within a piece": ("TensroRT", "tensorrt", False),
    "no capitals within": ("Tensorqrt", "tensorrt", False),
    "first two swapped": ("yPtorch", "pytorch", False),
}


@pytest.mark.parametrize(("raw", "meant", "other"), HUMPS.values(), ids=HUMPS)
def test_capitals_within_a_word_tell_names_apart(raw, meant, other):
    assert is_other_name(raw, meant, {"tensorrt": "TensorRT", "tensorboard": "TensorBoard"}) is other


@pytest.mark.parametrize(("text", "name", "intended"), FOUND.values(), ids=FOUND)
def test_is_found_with_what_was_meant(find, text, name, intended):
    (mention,) = find(text)
    assert (mention.concept, mention.method.value, mention.intended) == (name, "fuzzy", intended)
    assert 0.7 < mention.similarity < 1


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_is_no_typing_error(find, text):
    assert [m for m in find(text) if m.method == "fuzzy"] == []


def test_exact_words_are_never_fuzzy(find):
    assert [m.method.value for m in find("Pytorch, pytorch, PYTORCH")] == ["phrase"] * 3


@pytest.mark.parametrize("word", ["planted", "sturdier", "submitting", "kindness", "boxes", "stories", "swiftnesses"])
def test_regular_endings_are_english(word):
    assert is_english(word, frozenset({"plant", "sturdy", "submit", "kindness", "box", "story", "swift"}))


def test_the_likelier_slip_wins():
    speller = Speller(["genomes", "genomics"], frozenset())
    slip = speller.meant("genomcs")
    assert slip is not None
    assert (slip.meant, slip.plain) == ("genomics", True)


def test_memory_of_words_is_bounded():
    speller = Speller(["python"], frozenset())
    for number in range(20_010):
        speller.meant("x" + "".join(chr(97 + int(digit)) for digit in f"{number:05d}"))
    assert len(speller._seen) <= 20_000
