"""Files that people start from, written as a person would: a model to an agreement to fill."""

from conventassembler.scaffold.agreement import NewAgreement, new_agreement

__all__ = ["NewAgreement", "new_agreement"]
