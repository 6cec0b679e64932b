"""Numbers that options take: their bounds are told as people write them."""

import click

from conventassembler.cli.language import spoken
from conventassembler.cli.texts import text


class Bounded(click.IntRange):
    """A whole number from `min` on, up to `max` where there is one."""

    def _describe_range(self) -> str:
        if self.max is None:
            return text("at-least", spoken()).format(least=self.min)
        return f"{self.min}-{self.max}"
