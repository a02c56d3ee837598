import io
import zipfile

import pytest
from docx_maker import NAMESPACES, docx, paragraph, part, run, table, text_box

from ats_medai.documents import limits, read_document
from ats_medai.errors import DocumentError, ErrorCode

BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>',
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>',
    '<w:style w:styleId="Heading1"><w:basedOn w:val="Base"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>',
    f'<w:style w:styleId="ListBullet"><w:pPr>{BULLET}</w:pPr></w:style>',
    '<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
)


def read(*body, **members):
    return read_document(docx(*body, parts=members.pop("parts", None)), "made.docx")


def text(*body, **members):
    return read(*body, **members).text


def codes(document):
    return {issue.code for issue in document.issues}


BODIES = [
    pytest.param([paragraph("One"), paragraph("Two")], "One\nTwo", id="paragraphs"),
    pytest.param([paragraph("One"), paragraph(), paragraph("Two")], "One\n\nTwo", id="blank line"),
    pytest.param([paragraph("Py", "Torch")], "PyTorch", id="a word in two runs"),
    pytest.param([paragraph("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r>")], "A\tB", id="tab"),
    pytest.param([paragraph("<w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r>")], "A\nB", id="line break"),
    pytest.param(
        [paragraph("<w:r><w:t>end</w:t><w:noBreakHyphen/><w:t>to</w:t></w:r>")], "end-to", id="non-breaking hyphen"
    ),
    pytest.param([paragraph("Py<w:softHyphen/>".replace("Py", "<w:r><w:t>Py</w:t>") + "<w:t>Torch</w:t></w:r>")],
                 "PyTorch", id="soft hyphen"),
    pytest.param([paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', " Python")], "• Python", id="symbol"),
    pytest.param(
        [paragraph("<w:ins>" + run("kept") + "</w:ins>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>")],
        "kept", id="tracked changes",
    ),
    pytest.param([paragraph("<w:hyperlink>" + run("ada@example.org") + "</w:hyperlink>")], "ada@example.org", id="link"),
    pytest.param(
        [paragraph("<w:r><w:instrText>PAGE \\\\* MERGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>")], "7", id="field"
    ),
    pytest.param(
        ["<w:sdt><w:sdtContent>" + paragraph("Inside") + "</w:sdtContent></w:sdt>"], "Inside", id="content control"
    ),
    pytest.param([paragraph(text_box(paragraph("Box")), "Beside")], "Beside\nBox", id="text box, once"),
    pytest.param(
        [table([[paragraph("Python")], [paragraph("expert")]], [[paragraph("SQL")], [paragraph("good")]])],
        "Python\texpert\nSQL\tgood", id="table of entries, row by row",
    ),
    pytest.param(
        [table([[paragraph("SKILLS"), paragraph("Python")], [paragraph("WORK"), paragraph("Engineer")]])],
        "SKILLS\nPython\nWORK\nEngineer", id="table as page layout, cell by cell",
    ),
    pytest.param(
        [table([[paragraph("Engineer"), paragraph("Northfield"), paragraph("• Built")],
                [paragraph("2019 - 2022"), paragraph("Leeds")]])],
        "Engineer\t2019 - 2022\nNorthfield\tLeeds\n• Built", id="dates beside an entry",
    ),
    pytest.param(
        [table([[paragraph("2019 - 2022")], [paragraph("Engineer"), paragraph("• Built")]])],
        "2019 - 2022\tEngineer\n• Built", id="dates before an entry",
    ),
    pytest.param(
        [table([[table([[paragraph("In")], [paragraph("ner")]])], [paragraph("Out")]])], "In\tner\tOut", id="nested table"
    ),
    pytest.param([paragraph(run("Seen"), run("gone", "<w:vanish/>"))], "Seen", id="vanished"),
    pytest.param([paragraph(run("Seen"), run("gone", '<w:color w:val="FFFFFF"/>'))], "Seen", id="white"),
    pytest.param([paragraph(run("Seen"), run("gone", '<w:sz w:val="2"/>'))], "Seen", id="tiny"),
    pytest.param([paragraph(run("Seen"), run("too", '<w:vanish w:val="0"/>'))], "Seentoo", id="vanish switched off"),
    pytest.param(
        [paragraph(run("White", '<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>'))], "White", id="white on a shade"
    ),
    pytest.param(
        [paragraph(run("White", '<w:color w:val="FFFFFF"/>'), properties='<w:shd w:fill="1F3864"/>')],
        "White", id="white in a shaded paragraph",
    ),
    pytest.param(
        [table([['<w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>', paragraph(run("White", '<w:color w:val="FFFFFF"/>'))]])],
        "White", id="white in a shaded cell",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), BODIES)
def test_the_body_is_read_in_order(body, wanted):
    assert text(*body) == wanted


def test_lists_have_bullets_and_numbers():
    body = [
        paragraph("Led", properties=BULLET),
        paragraph("Built", properties='<w:pStyle w:val="ListBullet"/>'),
        paragraph("First", properties=NUMBERED),
        paragraph("Second", properties=NUMBERED),
        paragraph("• Typed", properties=BULLET),
        paragraph("None", properties='<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    found = text(*body, parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})
    assert found == "• Led\n• Built\n1. First\n2. Second\n• Typed\nNone"


def test_styles_are_followed():
    body = [
        paragraph("SUMMARY", properties='<w:pStyle w:val="Heading1"/>'),
        paragraph("Engineer"),
        paragraph(run("gone", '<w:rStyle w:val="Ghost"/>')),
    ]
    document = read(*body, parts={"word/styles.xml": STYLES})
    assert document.text == "SUMMARY\nEngineer"
    assert [(line.font_size, line.bold) for line in document.lines] == [(16, True), (11, False)]
    assert codes(document) == {"hidden_text"}


def test_places_are_told():
    body = [paragraph("Body"), table([[paragraph("Cell")]]), paragraph(text_box(paragraph("Box")))]
    note = f'<w:footnote {NAMESPACES} w:id="2">{paragraph("Noted")}</w:footnote>'
    body[0] = paragraph("Body", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    parts = {
        "word/header1.xml": part("hdr", paragraph("ada@example.org")),
        "word/header2.xml": part("hdr", paragraph("ada@example.org")),
        "word/footer1.xml": part("ftr", paragraph("Page 1")),
        "word/footnotes.xml": part("footnotes", note),
    }
    document = read(*body, parts=parts)
    assert document.text == "ada@example.org\nBody\nCell\nBox\nPage 1\nNoted"
    assert [line.place for line in document.lines] == ["header", "body", "table", "text_box", "footer", "note"]
    assert codes(document) == {"header_footer_text", "table_text", "text_box_text"}
    box = next(issue for issue in document.issues if issue.code == "text_box_text")
    assert document[box.span] == "Box"


def test_hidden_words_are_named():
    (issue,) = read(paragraph(run("Seen"), run("Kubernetes FHIR", "<w:vanish/>"))).issues
    assert issue.code == "hidden_text"
    assert "2 words" in issue.message
    assert "Kubernetes FHIR" in issue.message


def test_macros_and_embedded_files_are_named_and_not_read():
    document = read(paragraph("Seen"), parts={"word/vbaProject.bin": "x", "word/embeddings/sheet.xlsx": "y"})
    assert codes(document) == {"macro", "embedded_object"}


def test_pages_are_counted_by_page_breaks():
    document = read(paragraph("One"), paragraph('<w:r><w:br w:type="page"/></w:r>', "Two"))
    assert [line.page for line in document.lines] == [1, 2]
    assert document.pages == 2


def test_a_broken_side_part_costs_only_itself():
    document = read(paragraph("Seen"), parts={"word/styles.xml": "<!DOCTYPE x><x/>"})
    assert document.text == "Seen"
    assert codes(document) == {"damaged"}


def archive(members, flag=0):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    data = bytearray(out.getvalue())
    if flag:
        data[6] |= flag
        data[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


XML = part("document", part("body", paragraph("Seen")))
FAILURES = [
    pytest.param(archive({}), ErrorCode.CORRUPT, id="empty archive"),
    pytest.param(archive({"a.txt": "x"}), ErrorCode.UNSUPPORTED_FORMAT, id="named DOCX, but only an archive"),
    pytest.param(archive({"xl/workbook.xml": "x"}), ErrorCode.UNSUPPORTED_FORMAT, id="a workbook"),
    pytest.param(archive({"mimetype": "x"}), ErrorCode.UNSUPPORTED_FORMAT, id="OpenDocument"),
    pytest.param(docx(paragraph("Seen"))[:300], ErrorCode.CORRUPT, id="cut off"),
    pytest.param(docx(raw="<!DOCTYPE a [<!ENTITY x 'y'>]>" + XML), ErrorCode.CORRUPT, id="document type"),
    pytest.param(docx(raw="not XML"), ErrorCode.CORRUPT, id="no XML"),
    pytest.param(docx(), ErrorCode.NO_TEXT, id="empty body"),
    pytest.param(archive({"word/document.xml": XML}, flag=1), ErrorCode.ENCRYPTED, id="locked member"),
    pytest.param(
        archive({f"a{i}": "" for i in range(limits.ZIP_MEMBERS + 1)}), ErrorCode.LIMIT_EXCEEDED, id="too many parts"
    ),
    pytest.param(docx(raw="<a>" + "<p/>" * 700_000 + "</a>"), ErrorCode.LIMIT_EXCEEDED, id="too many elements"),
    pytest.param(docx(raw=" " * (limits.PART_BYTES + 2)), ErrorCode.LIMIT_EXCEEDED, id="too large a part"),
    pytest.param(docx(raw="<a>" + " " * (3 << 20) + "</a>"), ErrorCode.LIMIT_EXCEEDED, id="packed too well"),
]


@pytest.mark.parametrize(("data", "code"), FAILURES)
def test_a_file_that_cannot_be_read_says_why(data, code):
    with pytest.raises(DocumentError) as caught:
        read_document(data, "odd.docx")
    assert caught.value.code is code


def test_no_entity_reaches_out(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("stolen")
    raw = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>' + XML.replace("Seen", "Seen &x;")
    with pytest.raises(DocumentError):
        read_document(docx(raw=raw), "odd.docx")


def test_control_characters_do_not_stop_the_reading():
    document = read_document(docx(raw=XML.replace("Seen", "Se\x01en")), "odd.docx")
    assert document.text.startswith("Se")


def test_deep_nesting_ends_in_a_clear_way():
    deep = "<w:sdt><w:sdtContent>" * 120 + paragraph("Deep") + "</w:sdtContent></w:sdt>" * 120
    assert text(deep) == "Deep"
    with pytest.raises(DocumentError) as caught:
        text("<w:sdt>" * 400 + "</w:sdt>" * 400)
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED


TYPES_OF = (
    '<Types><Override PartName="/word/cv.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
PLACES = [
    pytest.param({"word\\document.xml": XML}, id="parted by backslashes"),
    pytest.param({"/word/document.xml": XML}, id="from the root"),
    pytest.param({"WORD/Document.XML": XML}, id="in capitals"),
    pytest.param({"cv/word/document.xml": XML}, id="packed with its folder"),
    pytest.param({"[Content_Types].xml": TYPES_OF, "word/cv.xml": XML}, id="under another name"),
]


@pytest.mark.parametrize("members", PLACES)
def test_the_document_is_found_where_programs_put_it(members):
    assert read_document(archive(members), "odd.docx").text == "Seen"


def test_a_pages_file_says_how_to_save_it():
    with pytest.raises(DocumentError, match="Export") as caught:
        read_document(archive({"Index/Document.iwa": "x"}), "cv.docx")
    assert caught.value.code is ErrorCode.UNSUPPORTED_FORMAT
