"""Draft -> output formats, one room or module each; none of them reads another's output."""
