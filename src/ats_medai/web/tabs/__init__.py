"""The tabs beside the figures, one file each."""
