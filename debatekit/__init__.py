"""debatekit: debate preparation from one opinion article, with quizzes whose keys are proved."""

__version__ = "0.1.0"
