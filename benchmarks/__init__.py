"""Measures of conventassembler beside other makers of Word files; no part of the package."""
