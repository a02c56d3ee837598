"""What the pages say, in one place: kind, plain, and without fear."""

TITLE = "ats_medai: your résumé and Medical AI"
SEEKER = "My résumé"
COACH = "Coach: many résumés"
HOW = "How it works"

PRIVACY = "🔒 Your files stay on this computer. Nothing is sent anywhere, and nothing is kept when you close the page."
EMPTY_TITLE = "How does your résumé stand for Medical AI?"
RESUME = "1 · Your résumé (PDF, DOCX, TXT or MD)"
RESUME_PASTE = "or paste its text"
ADVERT = "2 · The job advert, if you have one"
ADVERT_PASTE = "Paste the whole advert, with its list of requirements"
ADVERT_FILE = "or choose a file"
CHECK = "Check my résumé"
SAMPLE = "Try it with a sample"
CHANGE = "Change files"
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
FIXES = "Next fixes: tick what is true for you"
FIXES_HELP = "Ticking scores the changed text again at once. Nothing is changed in your file."
NO_FIXES = "Nothing in this text would gain points by rewording alone."
ADD_ONLY_TRUE = "Add only what is true of you."
LOST_TEXT = "Parts of the file may be hard to read for a machine, so the other two figures may be too low."
UNREADABLE = "This file could not be read. "
NOT_ADVERT = "The advert could not be used. "
NOT_ENGLISH = "This text does not look like English. Keywords and headings are known in English only, so the figures may be too low."
