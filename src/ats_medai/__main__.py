"""`python -m ats_medai` is the command line."""

from ats_medai.cli import main

if __name__ == "__main__":
    main()
