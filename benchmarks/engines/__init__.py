"""The makers of Word files that are measured: each a process that is kept alive."""
