"""Résumé against a track, and against an advert: figures made of items, each with the reasons for its points."""

from ats_medai.scoring.match import match_figure
from ats_medai.scoring.profile import BestTrack, profile_figure
from ats_medai.scoring.tracks import leading_subskills, nearest_tracks

__all__ = ["BestTrack", "leading_subskills", "match_figure", "nearest_tracks", "profile_figure"]
