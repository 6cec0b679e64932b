"""What a build need not make again: acts whose every input and every output is as it was.

Above `build`, beside `watching`. For each agreement a record is kept (`caching`) of the contents of
all that was read and of the bytes that were written, with the findings, which are told again as
they were. Contents are compared, never times, so that nothing is passed over wrongly.

    inputs     the files of a workspace that an act is made of
    records    what is known of an act, as text
    reasons    why an act is made again
    renewing   the three together: what to make, and what to keep
"""

from conventassembler.renewal.reasons import Reason
from conventassembler.renewal.renewing import Renewal, keep, renewal

__all__ = ["Reason", "Renewal", "keep", "renewal"]
