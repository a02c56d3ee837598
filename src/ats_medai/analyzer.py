"""The only file that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from ats_medai.bullets import find_bullets
from ats_medai.documents.isolation import Reader, ReaderPool, read_path
from ats_medai.edits import apply_edits
from ats_medai.findability import find_findability
from ats_medai.job import find_requirements
from ats_medai.keywords import load_keywords
from ats_medai.language import note_language
from ats_medai.learning import plan_learning
from ats_medai.model import (
    BEST_TRACK,
    Document,
    Edit,
    Figure,
    Gain,
    Job,
    Keywords,
    Report,
    Resume,
    Suggestion,
)
from ats_medai.orders import note_orders, without_orders
from ats_medai.proficiency import estimate_proficiency
from ats_medai.readability import find_obstacles, readability_figure
from ats_medai.resume import experience_months, read_structure
from ats_medai.scoring import BestTrack, match_figure, nearest_tracks, profile_figure
from ats_medai.suggestions import points, propose, rank
from ats_medai.wording import find_red_flags, impact_spread, industries_of, lint_wording, work_text

Source = str | Path | bytes | Document
"""A file's path, its bytes, or a document that is read already; for a text there is `text_document`."""


class Analyzer:
    """Keywords and matcher, loaded once; then as many résumés and adverts as wanted.

    `track` names the kind of role that the profile is measured against; "best" is for each person the one where it is
    highest. `as_of` is the day that "present" means in a résumé (default: today); with the same `as_of` the same file
    gives the same report. Files are opened in a process of their own (`reader`, default: one, started with the first
    file).
    """

    def __init__(
        self,
        keywords: Keywords | None = None,
        *,
        track: str = BEST_TRACK,
        as_of: date | None = None,
        reader: Reader | ReaderPool | None = None,
    ) -> None:
        from ats_medai.matching import Matcher  # noqa: PLC0415 - spaCy takes over a second: only for who analyses

        self.keywords = keywords or load_keywords()
        self.track = track
        self._best_track = BestTrack(self.keywords)
        self.as_of = as_of or datetime.now(UTC).date()
        self._matcher = Matcher(self.keywords)
        self._reader = reader or Reader()

    def read_resume(self, source: Source) -> Resume:
        """Give the résumé's text, parts and mentions. Raises DocumentError for a file that cannot be read."""
        document = note_orders(note_language(self._document(source)), self.keywords.orders)
        heard = without_orders(document)
        parts = read_structure(heard, self.keywords)
        return Resume(
            document=document,
            contact=parts.contact,
            sections=parts.sections,
            positions=parts.positions,
            degrees=parts.degrees,
            mentions=self._matcher.find(heard, parts.sections),
            experience_months=experience_months(parts.positions, self.as_of),
            bullets=find_bullets(heard, parts.sections, parts.positions),
            keywords=self.keywords,
        )

    def read_job(self, source: Source) -> Job:
        """Give what the advert asks for. Raises JobError for a text that is no advert, DocumentError as above."""
        document = note_language(self._document(source))
        job = find_requirements(document, self._matcher.find(document), self.keywords)
        return replace(job, keywords=self.keywords)

    def analyze(self, resume: Source | Resume, job: Source | Job | None = None) -> Report:
        """Give the whole report on a résumé, against an advert where one is given."""
        resume = resume if isinstance(resume, Resume) else self.read_resume(resume)
        job = job if isinstance(job, Job | None) else self.read_job(job)
        report = self.score(resume, job)
        found = find_findability(resume, job, self.keywords.track_by_id[report.track], self.keywords)
        report = replace(report, findability=found)
        gained = [replace(item, gain=self._gain(report, item.edit)) for item in propose(report, self.keywords)]
        plan = plan_learning(report, self.keywords)
        other = self.keywords.track_by_id.get(report.nearest_track) if report.nearest_track != report.track else None
        projects = [
            replace(fit, gain=self._gain(report, fit.edit)) for fit in plan.projects[: self._affordable(resume)]
        ]
        projects.sort(key=lambda fit: -points(fit.gain))
        return replace(
            report,
            suggestions=rank(gained),
            learning=replace(plan, projects=(*projects, *plan.projects[len(projects) :])),
            nearest_profile=profile_figure(_heard(resume), other, self.keywords) if other else None,
        )

    def what_if(self, report: Report, accepted: Iterable[Suggestion]) -> Report:
        """Give the report as it would be with the accepted suggestions' edits made; without suggestions of its own."""
        changed = apply_edits(report.resume.document, [item.edit for item in accepted])
        return self.score(self.read_resume(changed), report.job)

    def score(self, resume: Resume, job: Job | None = None) -> Report:
        """Give the report without suggestions, which cost more than all the rest."""
        return replace(
            self.figures(resume, job),
            wording=lint_wording(resume, self.keywords),
            impact=tuple(impact_spread(resume, self.keywords).items()),
            industries=industries_of(work_text(resume), self.keywords),
            job_industries=industries_of(job.document.text, self.keywords) if job else (),
        )

    def figures(self, resume: Resume, job: Job | None = None) -> Report:
        """Give the report without suggestions and hints on wording: what a row of a table needs."""
        obstacles = find_obstacles(resume, self.keywords)
        heard = _heard(resume)
        track, profile = self._profile(heard)
        return Report(
            resume=resume,
            job=job,
            track=track,
            nearest_track=self._nearest(resume),
            as_of=self.as_of,
            keywords_version=self.keywords.version,
            profile=profile,
            match=match_figure(heard, job, self.keywords, self.as_of) if job else None,
            readability=readability_figure(obstacles, self.keywords),
            obstacles=obstacles,
            level=estimate_proficiency(heard, self.keywords, self.as_of),
            red_flags=find_red_flags(resume, self.keywords),
        )

    def _affordable(self, resume: Resume) -> int:
        """Give how many projects may be scored: one for a long text."""
        text = resume.document.text
        words = max(1, len(text.split()), len(text) // 10)  # one "word" may be as long as a book
        return max(1, int(self.keywords.weight("limit.scored_words") // words) // 3)

    def _nearest(self, resume: Resume) -> str:
        track, near = next(iter(nearest_tracks(resume.mentions, self.keywords)), (None, 0.0))
        return track.id if track and near else ""

    def _profile(self, resume: Resume) -> tuple[str, Figure]:
        if self.track == BEST_TRACK:
            track, figure = self._best_track.profile(resume)
            return track.id, figure
        return self.track, profile_figure(resume, self.keywords.track_by_id[self.track], self.keywords)

    def _gain(self, report: Report, edit: Edit) -> Gain:
        resume = _heard(self.read_resume(apply_edits(report.resume.document, [edit])))
        profile = self._profile(resume)[1].score - report.profile.score
        if report.job is None or report.match is None:
            return Gain(profile)
        match = match_figure(resume, report.job, self.keywords, self.as_of).score
        return Gain(profile, match - report.match.score)

    def _document(self, source: Source) -> Document:
        if isinstance(source, Document):
            return source
        if isinstance(source, bytes):
            return self._reader.read(source, "document")
        if "\n" in str(source):
            raise TypeError("this is a text and no path: give text_document(text)")
        return read_path(Path(source), self._reader)


def _heard(resume: Resume) -> Resume:
    """Give the résumé as it counts: without sentences that are orders to a machine."""
    document = without_orders(resume.document)
    return resume if document is resume.document else replace(resume, document=document)


def analyze(resume: Source, job: Source | None = None, *, track: str = BEST_TRACK, as_of: date | None = None) -> Report:
    """Give the report on one résumé; for more than one, keep an Analyzer."""
    return Analyzer(track=track, as_of=as_of).analyze(resume, job)
