"""Diagnostics as values: where a fault is, which one, with which facts; imports nothing of ours.

Every stage returns the diagnostics it found beside its value. Words are made only when a
diagnostic is shown (`wording`), so that one finding can be told in French or in English.
"""

from conventassembler.diagnostics.codes import CODES, Code, Severity
from conventassembler.diagnostics.model import (
    Diagnostic,
    Position,
    fault,
    has_errors,
    ordered,
    severity,
)

__all__ = [
    "CODES",
    "Code",
    "Diagnostic",
    "Position",
    "Severity",
    "fault",
    "has_errors",
    "ordered",
    "severity",
]
