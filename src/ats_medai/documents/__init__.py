"""Bytes -> Document: the only folder that opens documents. Names are loaded at first use, to keep imports light."""

from __future__ import annotations

from ats_medai.documents.load import read_document
from ats_medai.documents.plain import text_document

__all__ = ["read_document", "text_document"]
