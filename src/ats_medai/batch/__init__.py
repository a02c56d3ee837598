"""Many files: what to read, worker processes that survive any file, and tables that lose no row."""
