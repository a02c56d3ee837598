"""Every page and tab, wide and narrow, light and dark: nothing cut off, everything named, contrast, axe-core."""

import pytest
from browser_pages import open_tab, result, settle, tidy

SCREENS = [(1366, "light", True), (1366, "dark", False), (420, "dark", True), (420, "light", False)]
"""Width, colours, and whether axe-core looks as well: it sees both widths and both colours once."""
TABS = ("Résumé with marks", "Résumé vs job", "What a machine reads", "Wording", "Learn next", "Be found", "Export")


@pytest.fixture
def sweep(pictures):
    """Look at a page in all widths and colours, and keep a picture of each."""

    def run(page, name):
        for width, scheme, deep in SCREENS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            tidy(page, deep=deep)
            page.screenshot(path=pictures / f"{name}_{width}_{scheme}.png")
        page.set_viewport_size({"width": 1366, "height": 900})
        page.emulate_media(color_scheme="light")
        settle(page)

    return run


def test_my_resume(visit, sweep):
    page = visit()
    sweep(page, "empty")
    result(page, "resume_two_columns.pdf")
    for name in TABS:
        open_tab(page, name)
        sweep(page, f"tab_{name.lower().replace(' ', '_')}")


def test_a_file_that_cannot_be_read(visit, sweep, tmp_path):
    (tmp_path / "photo.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page = visit()
    page.locator("input[type=file]").first.set_input_files(tmp_path / "photo.pdf")
    page.locator("button:not([disabled])", has_text="Check my résumé").click()
    page.get_by_text("Save it as PDF, DOCX or TXT").wait_for()
    sweep(page, "error")


def test_coach(visit, sweep):
    page = visit("coach")
    sweep(page, "coach_empty")
    page.get_by_role("button", name="Try it with samples").click()
    page.get_by_text("9 of 9").first.wait_for()
    page.get_by_test_id("stDataFrame").wait_for()
    sweep(page, "coach")
    open_tab(page, "Before and after")
    sweep(page, "before_after")


@pytest.mark.parametrize("path", ["keywords", "how"])
def test_the_other_pages(visit, sweep, path):
    page = visit(path)
    page.get_by_test_id("stDataFrame").wait_for()
    sweep(page, path)
