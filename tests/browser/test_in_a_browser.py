"""The whole path on both pages in a real browser against a real server, by mouse and by keyboard."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browser_pages import PERSON, keep, open_tab, result, settle, upload


def test_a_resume_from_upload_to_export(visit, pictures):
    page = visit()
    result(page)
    page.get_by_test_id("stMetric").nth(2).wait_for()
    keep(page, pictures, "resume")
    page.get_by_test_id("stCheckbox").first.locator("label").click()
    page.get_by_text("with the ticked fixes").first.wait_for()
    keep(page, pictures, "resume_ticked")
    open_tab(page, "Export")
    with page.expect_download() as download:
        page.get_by_role("button", name="Report to print (HTML)").click()
    assert download.value.suggested_filename.endswith(".html")
    assert "Medical AI profile" in Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Try it with a sample").wait_for()


def test_the_keyboard_alone_leads_from_upload_to_the_first_fix(visit):
    page = visit()
    upload(page)
    page.locator("button", has_text="Upload").first.focus()
    tab_to(page, "node => node.textContent.includes('Check my résumé')")
    page.keyboard.press("Enter")
    page.get_by_text("Add only what is true of you.").wait_for()
    settle(page)
    tab_to(page, "node => node.type === 'checkbox'")
    page.keyboard.press("Space")
    page.get_by_text("with the ticked fixes").first.wait_for()


def tab_to(page, wanted):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"({wanted})(document.activeElement)"):
            return
    pytest.fail("not reached by Tab")


def test_a_group_from_files_to_one_opened(visit, pictures):
    page = visit("coach")
    page.get_by_role("button", name="Try it with samples").click()
    page.get_by_text("Who needs what").wait_for()
    page.get_by_text("9 of 9").first.wait_for()
    page.get_by_test_id("stDataFrame").wait_for()
    keep(page, pictures, "coach")
    page.get_by_test_id("stDataFrame").locator(".dvn-scroller").click(position={"x": 18, "y": 52})
    page.get_by_role("tab", name="Résumé with marks").wait_for()
    assert page.get_by_text("Okonedo").count() == 0, "names are hidden"
    keep(page, pictures, "coach_opened")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    table = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "C-009" in table
    assert "imaging_engineer/" not in table


def test_a_link_keeps_tab_and_filters_and_holds_nothing_of_the_files(visit):
    page = visit()
    result(page)
    page.get_by_role("button", name="only listed").click()
    page.wait_for_url(lambda url: "marks=" in url)
    open_tab(page, "Wording")
    page.wait_for_url(lambda url: "tab=Wording" in url)
    address = urlsplit(page.url)
    assert set(parse_qs(address.query)) == {"marks", "tab"}
    assert not re.search("resume.pdf|Okonedo|Engineer", unquote(page.url))
    again = visit(f"?{address.query}")
    result(again)
    assert again.get_by_role("tab", name="Wording").get_attribute("aria-selected") == "true"
    open_tab(again, "Résumé with marks")
    assert again.locator("mark.am-use").count()
    assert not again.locator("mark.am-listed").count()


def test_stop_keeps_what_is_done_and_the_rest_can_go_on(visit, tmp_path):
    text = (PERSON / "resume.txt").read_text(encoding="utf-8")
    files = [tmp_path / f"{number:02d}.txt" for number in range(60)]
    for number, file in enumerate(files):
        file.write_text(f"{text}\nNumber {number}\n", encoding="utf-8")
    page = visit("coach")
    page.locator("input[type=file]").first.set_input_files(files)
    page.locator("button:not([disabled])", has_text="Score 60 files").click()
    page.get_by_text(re.compile(r"^[1-9]\d* of 60 read$")).wait_for()
    page.get_by_role("button", name="Stop").click()
    told = page.get_by_text(re.compile(r"^Stopped\. \d+ files? (is|are) not read\.$"))
    told.wait_for()
    page.get_by_test_id("stMetricValue").first.wait_for()
    settle(page)
    left = int(re.search(r"\d+", told.inner_text())[0])
    assert 0 < left < 60
    assert page.get_by_test_id("stMetricValue").first.inner_text() == f"{60 - left} of {60 - left}"
    page.get_by_role("button", name="Go on").click()
    page.get_by_test_id("stMetricValue").filter(has_text="60 of 60").wait_for()
    assert not told.count()
