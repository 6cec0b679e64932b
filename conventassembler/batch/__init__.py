"""One agreement, many rows: a convention for each row of a table.

A `Plan` settles what every row shares and turns rows into jobs; a `Kit` is what a worker needs to
make any of them; an `Executor` has them made, here or elsewhere; `running` alone writes.
"""
