"""The front end: `streamlit run app.py`, or `ats-medai app`."""

from ats_medai.web import main

main()
