"""Resume -> what a machine may not be able to read in its file, and the figure that sums it up."""

from ats_medai.readability.figure import readability_figure
from ats_medai.readability.obstacles import find_obstacles

__all__ = ["find_obstacles", "readability_figure"]
