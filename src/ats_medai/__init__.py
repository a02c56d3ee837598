"""Score a résumé against Medical AI keywords and a job advert, with the evidence for every point.

The names below are the whole promised face. They are loaded at first use, so that `import ats_medai` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ats_medai.version import __version__

if TYPE_CHECKING:
    from ats_medai.analyzer import Analyzer, analyze
    from ats_medai.documents import text_document
    from ats_medai.errors import AtsMedaiError, DocumentError
    from ats_medai.keywords import load_keywords
    from ats_medai.model import Document, Item, Job, Keywords, Report, Resume, Span
    from ats_medai.render import to_dict

_HOMES = {
    "Analyzer": "analyzer",
    "AtsMedaiError": "errors",
    "Document": "model",
    "DocumentError": "errors",
    "Item": "model",
    "Job": "model",
    "Keywords": "model",
    "Report": "model",
    "Resume": "model",
    "Span": "model",
    "analyze": "analyzer",
    "load_keywords": "keywords",
    "text_document": "documents",
    "to_dict": "render",
}

__all__ = [
    "Analyzer",
    "AtsMedaiError",
    "Document",
    "DocumentError",
    "Item",
    "Job",
    "Keywords",
    "Report",
    "Resume",
    "Span",
    "__version__",
    "analyze",
    "load_keywords",
    "text_document",
    "to_dict",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
