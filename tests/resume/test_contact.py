import pytest

PHONES = {
    "American": "(312) 555-0123",
    "American with country": "+1 (555) 101-1001",
    "country in brackets": "(+1) 312-555-0123",
    "dots": "312.555.0123",
    "dashes": "1-650-555-0177",
    "British": "+44 20 7946 0958",
    "German": "+49 137 3717321",
    "German without country": "040/123 45 67",
    "Swiss": "+41 (0)44 632 11 11",
    "French": "06 12 34 56 78",
    "Indian": "+91 98765 43210",
    "in one": "0612345678",
}
NO_PHONES = {
    "years": "2013-2017",
    "years in brackets": "(2020 – 2023)",
    "months": "01/2020 - 03/2022",
    "ISBN": "ISBN 0-517-55110-1",
    "ORCID": "0000-0002-1825-0097",
    "amounts": "$10,000 - 20,000",
    "DOI": "10.1234/neurips.2023.1234",
}


@pytest.mark.parametrize("number", PHONES.values(), ids=PHONES)
def test_telephone_numbers_are_found(number, read):
    document, parts = read(f"Ada Muster\nada@example.com | {number} | Basel\n\nExperience\nEngineer 2019 - 2020\n")
    assert document[parts.contact.phone] == number


@pytest.mark.parametrize("number", NO_PHONES.values(), ids=NO_PHONES)
def test_other_numbers_are_no_telephone(number, read):
    _, parts = read(f"Ada Muster\nada@example.com\n\nExperience\nEngineer, {number}\n")
    assert parts.contact.phone is None


def test_the_labelled_number_is_taken_before_another(read):
    document, parts = read("Ada Muster\nFax 312 555 0199 00\nMobile: 312 555 0123\n")
    assert document[parts.contact.phone] == "312 555 0123"


def test_contact_may_stand_at_the_end(read):
    document, parts = read("Ada Muster\n\nSkills\nPython\n\nContact\nada.muster@example.com\n+41 44 555 01 23\n")
    assert document[parts.contact.email] == "ada.muster@example.com"
    assert document[parts.contact.phone] == "+41 44 555 01 23"


def test_links_are_found_without_the_punctuation_around(read):
    text = "Ada Muster\nlinkedin.com/in/ada-muster, https://ada.example/cv. (github.com/ada) ada@example.com\n"
    document, parts = read(text)
    assert [document[link] for link in parts.contact.links] == [
        "linkedin.com/in/ada-muster", "https://ada.example/cv", "github.com/ada",
    ]  # fmt: skip


NAMES = {
    "plain": ("Ada Muster\nData Scientist\nada@example.com", "Ada Muster"),
    "capitals": ("ADA B. MUSTER\nada@example.com", "ADA B. MUSTER"),
    "particles": ("Johan van der Berg\nj.vanderberg@example.com", "Johan van der Berg"),
    "accents": ("Anna Wiśniewska-O'Neill\nanna@example.com", "Anna Wiśniewska-O'Neill"),
    "under a title": ("CURRICULUM VITAE\nAda Muster\nada@example.com", "Ada Muster"),
    "surname first": ("MUSTER, ADA B.\nada.muster@example.com", "MUSTER, ADA B."),
    "nickname": ('Adele "Ada" Muster\nada.muster@example.com', 'Adele "Ada" Muster'),
    "with its document": ("Ada Muster's Résumé\nada.muster@example.com", "Ada Muster"),
    "labelled": ("Name: Ada Muster\nada@example.com", "Ada Muster"),
    "beside a title": ("Ada Muster | Machine Learning Engineer | ada@example.com", "Ada Muster"),
    "below a job title": ("Machine Learning Engineer\nAda Muster\nada.muster@example.com", "Ada Muster"),
    "under an employer": ("Spital AG\nAda Muster\nada.muster@example.com", "Ada Muster"),
    "one word": ("Etta\netta@example.com", "Etta"),
    "Chinese": ("李小龙\nxiaolong@example.com", "李小龙"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_the_name_is_found(text, name, read):
    document, parts = read(f"{text}\n\nExperience\nEngineer, Acme Inc, 2019 - 2020\n")
    assert document[parts.contact.name] == name


NAMELESS = {
    "job title": "DATA ANALYST\nSummary\nI count things for hospitals.\n",
    "place": "San Francisco, California\nSkills\nPython\n",
    "headings": "Skills\nPython\nEducation\nBSc\n",
}


@pytest.mark.parametrize("text", NAMELESS.values(), ids=NAMELESS)
def test_no_name_is_better_than_a_wrong_one(text, read):
    _, parts = read(text)
    assert parts.contact.name is None
