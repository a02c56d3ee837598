"""What Streamlit runs, again and again: the pages."""

from ats_medai.web import main

main()
