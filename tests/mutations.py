"""Edits that spoil a file as hands, editors and transfers do: one seed, one edit of one file."""

import random
from collections.abc import Callable
from pathlib import Path

_NUMBERS = ("9" * 400, "1e999999", "-0", "0x1F", "01000", "1_000", "3.0", "٣", "²", "½", "1e5")
_NOTHINGS = ("", "null", "~", "[]", "{}", '""', "à compléter", "oui", "non", "|", ">", "- x")
_SHAPES = (
    "[53 bis, rue X]",
    "{a: b}",
    "{{ x }}",
    "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]",
    "a: b: c",
    "&a *a",
)
_WORDS = ("31/12/2027", "« X", "“X”", "'l'eau'", '"a "b" c"', "x #2", "– x", "!!x y", "%", "@x")
VALUES = (*_NUMBERS, *_NOTHINGS, *_SHAPES, *_WORDS, "x" * 100_000, "é\u0301" * 500, "../../x")
PIECES = (
    *("\t", "\u00a0", "\u202f", "\u2003", "\u200b", "\u00ad", "\ufeff", "\ufffd", "\x00", "\x07"),
    *("\x85", "\u2028", "\ue000", "\ufffe", "\U0001f600", "\u202e", "'", '"', "«", "»", "“", "”"),
    *("[", "]", "{", "}", ":", ": ", "- ", "– ", " #", "&a ", "*a ", "!!str ", "<<: ", "---\n"),
    *("...\n", "? ", "|\n", "\\", "%", "@", "`", "\r", "\r\n", "\n", "\n\n", "  ", "- " * 30),
    *("{{", "}}", "{{ x }}", "{%", "{% if x %}", "{% endif %}", "{% for i in x %}", "{# ", "|"),
    *("{{ 9 ** 9 ** 9 }}", "{% for i in range(10 ** 9) %}x{% endfor %}", "{{ [1] * 10 ** 10 }}"),
    *("**", "*", "_", "# ", "#### ", ":::", "::: fiche\n", "| a | b |\n|---|---|\n", "[^1]", "1. "),
    *("> ", "```\n", "<b>", "&nbsp;", "~~", "[x](y)", "![x](y)", "\n: x\n", "°", "1° ", "a) "),
)


def edited(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a file after one edit."""
    edit = chance.choice(_EDITS)
    return edit(data, chance)


def spoil(root: Path, files: list[Path], chance: random.Random) -> Path:
    """Change one of `files`, all below `root`, or take it away; return which."""
    path = chance.choice(files)
    fate = chance.random()
    if fate < 0.02:
        path.unlink()
    elif fate < 0.04:
        path.unlink()
        path.mkdir()
    elif fate < 0.06:
        path.write_bytes(chance.choice(files).read_bytes())
    else:
        path.write_bytes(edited(path.read_bytes(), chance))
    return path


def _on_lines(edit: Callable[[list[str], int, random.Random], None]) -> "_Edit":
    def apply(data: bytes, chance: random.Random) -> bytes:
        lines = data.decode("utf-8", "replace").split("\n")
        edit(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines).encode("utf-8", "surrogatepass")

    return apply


def _delete(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 1, 3, 8))]


def _swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _shift(lines: list[str], at: int, chance: random.Random) -> None:
    indent = chance.choice(("  ", " ", "    ", "\t", "\u00a0\u00a0", "- ", "# "))
    lines[at] = chance.choice((indent + lines[at], lines[at][1:], lines[at][2:], lines[at].strip()))


def _revalue(lines: list[str], at: int, chance: random.Random) -> None:
    """Another value behind the colon, the sign = or the dash of a line near `at`."""
    for line in range(at, len(lines)):
        for sign in (": ", " = ", "- "):
            head, found, _ = lines[line].partition(sign)
            if found:
                lines[line] = head + sign + chance.choice(VALUES)
                return


def _rekey(lines: list[str], at: int, chance: random.Random) -> None:
    """A slip in the words before a colon."""
    for line in range(at, len(lines)):
        key, colon, value = lines[line].partition(":")
        if colon and len(key.strip()) > 2:
            place = chance.randrange(len(key) - len(key.lstrip()), len(key))
            new = chance.choice(
                ("", key[place] * 2, "z", "é", "_", " ", "-", "'", key[place].upper())
            )
            lines[line] = key[:place] + new + key[place + 1 :] + colon + value
            return


def _unquote(lines: list[str], at: int, chance: random.Random) -> None:
    quote = chance.choice("\"'")
    for line in range(at, len(lines)):
        if quote in lines[line]:
            lines[line] = lines[line].replace(quote, "", chance.choice((1, 2)))
            return


def _nest(lines: list[str], at: int, chance: random.Random) -> None:
    depth = chance.choice((5, 19, 25, 3_000))
    deep = [f"{'  ' * min(n, 200)}a:" for n in range(depth)]
    lines[at:at] = chance.choice(
        (deep, ["- " * depth + "x"], ["x: " + "[" * depth], ["> " * depth])
    )


def _bomb(lines: list[str], at: int, chance: random.Random) -> None:
    named = "a0: &a0 [x, x, x, x, x, x, x, x]"
    lines[at:at] = [named, *(f"a{n}: &a{n} [{'*a' + str(n - 1) + ', '}*a0]" for n in range(1, 9))]


def _lengthen(lines: list[str], at: int, chance: random.Random) -> None:
    piece = chance.choice(
        ("x", "x ", "é", "*x* ", "« x » ", "{{ x }} ", "1 ", ":", "(", "[", "\u00a0")
    )
    lines[at] += piece * chance.choice((300, 5_000, 60_000))


def _put_in(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    return (text[:at] + chance.choice(PIECES) + text[at:]).encode()


def _take_out(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 2, 5, 30)) :]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _recode(data: bytes, chance: random.Random) -> bytes:
    code = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac-roman", "utf-7")
    )
    return data.decode("utf-8", "replace").encode(code, "replace")


def _reline(data: bytes, chance: random.Random) -> bytes:
    return data.replace(
        b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\n\n", b"\x0b", b"\r\r\n"))
    )


def _replace(data: bytes, chance: random.Random) -> bytes:
    noise = bytes(chance.randrange(256) for _ in range(300))
    wholes = (b"", b"\n", b"---\n", b"---\n---\n", b"x", b"[]", b"{}", b"null", noise, data + data)
    return chance.choice((*wholes, b"PK\x03\x04" + noise, b"\xef\xbb\xbf" + data, b"\x00" * 50))


def _retab(data: bytes, chance: random.Random) -> bytes:
    return data.replace(
        b"  ", chance.choice((b"\t", b" ", b"\xc2\xa0\xc2\xa0")), chance.choice((1, -1))
    )


_Edit = Callable[[bytes, random.Random], bytes]
_EDITS: tuple[_Edit, ...] = (
    *map(
        _on_lines, (_delete, _double, _swap, _shift, _revalue, _revalue, _revalue, _rekey, _rekey)
    ),
    *map(_on_lines, (_unquote, _nest, _bomb, _lengthen)),
    *(_put_in, _put_in, _put_in, _take_out, _truncate, _recode, _reline, _replace, _retab),
)
