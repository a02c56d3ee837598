"""What to learn next: topics of the guide's path, portfolio projects and questions, chosen by gaps and claims."""

from ats_medai.learning.plan import plan_learning

__all__ = ["plan_learning"]
