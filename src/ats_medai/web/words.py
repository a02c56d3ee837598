"""What the pages say, in one place: kind, plain, and without fear."""

from ats_medai.errors import ErrorCode
from ats_medai.render.marks import MarkKind
from ats_medai.web.page_marks import PageMark

TITLE = "ats_medai: your résumé and Medical AI"
SEEKER = "My résumé"
COACH = "Coach: many résumés"
KEYWORDS = "Keywords"
HOW = "How it works"

PRIVACY = "🔒 Your files stay on this computer. Nothing is sent anywhere, and nothing is kept when you close the page."
EMPTY_TITLE = "How does your résumé stand for Medical AI?"
RESUME = "1 · Your résumé (PDF, DOCX, TXT or MD)"
RESUME_PASTE = "or paste its text"
RESUME_HINT = "The whole text, with its headings"
ADVERT = "2 · The job advert, if you have one"
ADVERT_PASTE = "Paste the whole advert, with its list of requirements"
ADVERT_FILE = "or choose a file (PDF, DOCX, TXT, MD or HTML)"
CHECK = "Check my résumé"
SAMPLE = "Try it with a sample"
READING = "Reading the file …"
CHANGE = "Change files"
CLEAR = "Clear"
CLEAR_HELP = "Forget résumé, advert and everything made from them now."
PROMISES = (
    ("Every point has its reason", "You see the words in your own text that earned it, and what would earn more."),
    ("Only what is true", "A skill that you deny, wish for or only borrow earns nothing, and we never make up a claim for you."),
    ("No fear", "Nobody can know how an employer's system will treat you. We check what is documented, and say how sure it is."),
)  # fmt: skip
SCORE = """
**Medical AI profile**, 0 to 100: five sub-skills that weigh 30, 25, 20, 15 and 10. A keyword shown at work earns all its
points, one in a bare list half. Must-haves carry 70 % of a sub-skill, the best few good-to-haves the rest.

**Match with this job**: each requirement of the advert, the required ones three times as heavy as the preferred.

**Machine readability**: which documented obstacles the file has. The three are never mixed.
"""
PROFILE_HELP = "Points over five weighted sub-skills; every one is listed under “Every point of the profile”."
MATCH_HELP = "Each requirement of the advert, the required ones three times as heavy; see “Résumé vs job”."
READ_HELP = "Documented obstacles that the file has; see “What a machine reads”."
FIXES = "Next fixes: tick what is true for you"
FIXES_HELP = "Ticking scores the changed text again at once. Nothing is changed in your file."
NO_FIXES = "Nothing in this text would gain points by rewording alone."
ADD_ONLY_TRUE = "Add only what is true of you."
CLASH = "Two of the ticked fixes change the same words; the first of them is counted."
UNREADABLE = "could not be read. "
NOT_ADVERT = "The advert could not be used. "
NO_KEYWORDS = "A keyword file has a mistake; mend it there and load the page again. "
OR_WITHOUT = " Or leave the advert out: the profile and the readability need none."
MORE = {
    ErrorCode.NO_TEXT: " If it is a scan, export the original again as a PDF. Where no original is left, the extra “ocr” reads scans: pip install 'ats_medai[ocr]'.",
    ErrorCode.ENCRYPTED: " In most programs: open it, print or export it as PDF, and leave the password empty.",
    ErrorCode.CRASHED: " Only this file's reading process was lost; everything else goes on.",
}  # fmt: skip
"""What to do next, beyond the error's own words."""
LEGEND = {
    MarkKind.USE: "✓ shown in use",
    MarkKind.LISTED: "½ only listed",
    MarkKind.UNCLAIMED: "○ denied, wished for or somebody else's",
    MarkKind.WORDING: "✎ wording",
    MarkKind.FLAG: "⚑ red flag",
}
BOXES = {
    PageMark.USE: "✓ shown in use",
    PageMark.LISTED: "½ only listed",
    PageMark.ASKED: "◎ asked for in the advert",
    PageMark.LOST: "▨ may get lost",
}
NOT_DRAWN = "The page could not be drawn. Everything below is there all the same."
NO_JOB = "With an advert, every requirement stands here beside the sentence that counts for it."
ADD_ADVERT = "Compare with this advert"
NO_OBSTACLES = "No documented obstacle was found in this file."
NAIVE = "What a strict left-to-right reader gets"
NAIVE_HELP = (
    "Some readers go straight across the page, line by line, columns or not. This is the text that they would pass on."
)
SEVERITY = {"problem": "Problem", "warning": "Worth mending", "info": "Good to know"}
QUIZ = "Quiz"
QUIZ_HELP = "For yourself only: it never touches a figure."
EARLIER = "Earlier résumés or an earlier table"
EARLIER_HOW = (
    "Give the same people's earlier résumés, or a table that was made of them here or by the command line. "
    "People are matched by the names of their files, whatever the ending: anna.docx then, anna.pdf now."
)
NO_TABLE = "This is no table that was made here. Export one as CSV with names shown, or give the earlier résumés."
NOBODY_IN_BOTH = (
    "No file name stands in both groups, so the groups as a whole are compared, not the people. "
    "A table that was exported with hidden names holds no file names."
)
EXPORT_HELP = "Each file is made when you click, and on this computer only."
OWN_FILE = ("Your file with comments (DOCX)", "Your own Word file, unchanged but for comments at the very words.")
COPY = ("Text with comments (DOCX)", "A Word copy of the text, since only a DOCX can be handed back as it is.")
MARKS_HOW = (
    "Point at a mark to read why it is there. The same stands under “Every point of the profile”, “Résumé vs job” "
    "and “Wording”."
)
NO_MARKS = "No known keyword was found in this text, so nothing is marked."
FORMULA = """
Points of a keyword = what it is worth × how it was found × how it is shown × how it is meant. Only the best place counts;
saying it again adds nothing.

| part | full | less | nothing |
| --- | --- | --- | --- |
| found | as written | with a typing error; implied by a narrower keyword | not there |
| shown | in a sentence about work | in a list; from a course; in a crowded sentence | |
| meant | claimed | said weakly (“familiar with”) | denied, wished for, somebody else's |

The exact numbers stand in the table below, each with its reason.
"""
DOES = """
- The text as a machine gets it: order, columns, headings, dates, contact fields, hidden text.
- Keywords with all their forms, acronyms and likely typing errors, and whether you claim them.
- The advert: what it requires, what it prefers, how many years, which degree.
- Every gain shown is found by changing the text and scoring it again.
"""
DOES_NOT = """
- It does not know any employer's system and does not predict a decision. No recruiting system uses these figures.
- It does not read languages other than English, and text in pictures only where the extra `ocr` is installed.
- It cannot tell whether a claim is true, how good the work was, or who you are. Name, age, sex, origin and school earn nothing.
- It does not learn from your files, send them anywhere, or keep them.
"""
DEVELOPMENT_FIGURES = (
    "These texts were looked at while the rules were made. Texts that nobody looked at will give lower figures."
)
MEASURE = "python benchmarks/floors.py --eval FOLDER_WITH_LABELLED_TEXTS"
NOT_MEASURED = "The accuracy is measured on labelled texts, which are not part of this installation."
FIGURES = {
    "f1": "F1 of keywords",
    "exact f1": "F1 with exact places",
    "distinct recall": "recall of different keywords",
    "concept purity": "right keyword where one was found",
    "level.macro f1": "macro F1 of required, preferred, mentioned",
    "assertion.macro f1": "macro F1 of claimed, denied, wished for, other people's",
    "shown.agree": "agreement on shown or listed",
    "section.agree": "agreement on sections",
    "years found": "years found",
    "degree right": "right degree",
}
"""Names of measured figures as people read them."""
OWN_ROLE = "Each person's best fit"
