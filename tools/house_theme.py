"""The theme of a house template: Word wants one; colours and fonts are those of the styles."""

from house_looks import Look
from house_styles import FILL, INK, RULE

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": INK,
    "lt2": FILL,
    "accent1": INK,
    "accent2": RULE,
    "accent3": "4F6D8F",
    "accent4": "7A5C2E",
    "accent5": "3F6B4F",
    "accent6": "7B3B4B",
    "hlink": INK,
    "folHlink": "5B4A78",
}
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350">{FILL}</a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(look: Look) -> str:
    """Return the theme; its formats, which only drawings use, are the plainest there are."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{look.colour(value)}"/></a:{name}>'
        for name, value in COLOURS.items()
    )
    title, font = look.name.capitalize(), look.font.name
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="{title}"><a:themeElements>'
        f'<a:clrScheme name="{title}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{title}">{_font("major", font)}{_font("minor", font)}</a:fontScheme>'
        f'<a:fmtScheme name="{title}"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst><a:effectStyleLst>{EFFECT * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _font(part: str, font: str) -> str:
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return f"<a:{part}Font>{faces}</a:{part}Font>"
