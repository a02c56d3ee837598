"""The command line: files, streams and exit codes. Everything else is the library's."""

from ats_medai.cli.main import main

__all__ = ["main"]
