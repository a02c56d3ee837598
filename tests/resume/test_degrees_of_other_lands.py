"""Names of degrees that résumés in English leave in the language of the country."""

import pytest

CASES = """
Dipl.-Ing. Electrical Engineering, TU Berlin, 2012 | master | Electrical Engineering
Diplom in Physics, University of Bonn, 2012 | master | Physics
Dipl.-Inform., TU Berlin, 2012 | master | -
Magister Artium, University of Bonn, 2010 | master | -
Mag. rer. nat., University of Vienna, 2012 | master | -
Dr. rer. nat. in Physics, LMU Munich, 2015 | phd | Physics
Dr.-Ing., TU Munich, 2015 | phd | -
Dr. phil., University of Zurich, 2015 | phd | -
Dr. med., Charité Berlin, 2015 | md | -
Staatsexamen Medicine, Charité Berlin, 2015 | md | -
Licence de mathématiques, Université Paris-Sud, 2010 | bachelor | mathématiques
Master 2 in Bioinformatics, Université Paris-Sud, 2012 | master | Bioinformatics
Ingénieur diplômé, École Centrale Paris, 2012 | master | -
Doctorat en informatique, Université Paris-Sud, 2015 | phd | informatique
Doctorat de médecine, Université Paris-Sud, 2015 | md | -
Licenciatura en Física, Universidad de Granada, 2008 | bachelor | Física
Licenciado en Física, Universidad de Granada, 2008 | bachelor | Física
Ingeniero de Telecomunicación, UPM Madrid, 2010 | master | Telecomunicación
Maestría en Ciencias, UNAM, 2012 | master | Ciencias
Doctorado en Biomedicina, UAM Madrid, 2018 | phd | Biomedicina
Doctor en Medicina, Universidad Autónoma de Madrid, 2018 | md | -
Laurea in Fisica, Università di Pisa, 2010 | bachelor | Fisica
Laurea Magistrale in Physics, Università di Pisa, 2012 | master | Physics
Dottorato di Ricerca in Physics, Università di Pisa, 2015 | phd | Physics
Mestrado em Física, Universidade do Porto, 2012 | master | Física
Doutoramento em Física, Universidade do Porto, 2016 | phd | Física
Civilingenjör, KTH Stockholm, 2009 | master | -
Habilitation, University of Bonn, 2020 | other | -
""".strip()


@pytest.mark.parametrize("case", CASES.splitlines(), ids=lambda case: case.split(",")[0])
def test_a_degree_of_another_land_has_level_and_field(read, case):
    line, level, field = (part.strip() for part in case.split("|"))
    _, parts = read(f"Ada Muster\nada@example.com\n\nEDUCATION\n{line}\n")
    (degree,) = parts.degrees
    assert (degree.level.value, degree.field or "-") == (level, field)


@pytest.mark.parametrize(
    "title", ["Dr. med.", "Dr. rer. nat.", "Dipl.-Ing.", "Dr.-Ing.", "Mag. rer. nat.", "Prof. Dr. med."]
)
def test_a_degree_before_the_name_belongs_to_it(read, title):
    document, parts = read(
        f"{title} Ada Muster\nada@example.com\n\nEXPERIENCE\nData Scientist, Acme Inc\tJan 2020 - Present\n\n"
        "EDUCATION\nMSc Physics, University of Basel, 2012\n"
    )
    assert document[parts.contact.name] == "Ada Muster"
    assert [section.kind.value for section in parts.sections] == ["contact", "experience", "education"]
    assert [degree.level.value for degree in parts.degrees] == ["master"]
