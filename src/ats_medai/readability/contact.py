"""E-mail address and telephone number: whether they are there, and in a part of the page that is read."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Document, Keywords, Place, Resume, Span
from ats_medai.readability.found import Found, listed

OUTSIDE = {Place.HEADER: "header", Place.FOOTER: "footer", Place.TEXT_BOX: "text box"}


def check_contact(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give what is missing or stands apart."""
    del keywords
    contact, document = resume.contact, resume.document
    if not contact.email and not contact.phone:
        yield Found("no_contact")
    if not contact.email:
        yield Found("no_email")
    if not contact.phone:
        yield Found("no_phone")
    if document.reader != "docx":
        return  # in a PDF, header and footer are lines like all others
    details = {"name": contact.name, "e-mail": contact.email, "telephone": contact.phone}
    apart = {name: span for name, span in details.items() if span is not None and _only_outside(document, span)}
    if apart:
        places = [f"{name} ({OUTSIDE[_place(document, span)]})" for name, span in apart.items()]
        yield Found("contact_outside_body", listed(places), tuple(apart.values()))


def _only_outside(document: Document, span: Span) -> bool:
    """Tell whether the words stand nowhere in the body of the page."""
    words = document[span]
    return all(line.place in OUTSIDE for line in document.lines if words in document[line.span]) and (
        _place(document, span) in OUTSIDE
    )


def _place(document: Document, span: Span) -> Place:
    return next((line.place for line in document.lines if line.span.overlaps(span)), Place.BODY)
