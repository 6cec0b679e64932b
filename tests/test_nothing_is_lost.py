"""Whatever a clerk types between quotes stands in the Word file and in the twin, word for word.

Typography may change spaces, quotes, apostrophes, dashes, ellipses, ligatures and the accents of
capitals; so these are left out of the comparison, and nothing else is. It also elides « de un an »,
which no text of these tests holds.
"""

import json
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conventassembler.build import assemble
from conventassembler.draft.plain import plain_text
from conventassembler.french.doublets import double_form
from conventassembler.review.word_reader import read_text
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import default_template, write_word

BASE = Path(__file__).parent / "errors" / "_base"

HOSTILE = "*_`#|<>&[](){}%~^$\\!+-=.:;/'\"«»“”€°@ \u00a0\u202f\u2011éÉœŒ漢😀اé0123456789abcXYZ"
words = (
    st.text(st.sampled_from(HOSTILE), min_size=1, max_size=40)
    | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)
).filter(lambda text: bool(text.strip()) and "compl" not in text.lower())


def kept(text: str) -> str:
    """Return the characters that typography never touches."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return re.sub(r"[\W_]", "", "".join(c for c in plain if not unicodedata.combining(c))).upper()


def marks(text: str) -> str:
    """Return the marks that Markdown, Jinja and XML would eat, but for those of quotations.

    An accent typed for an apostrophe (l`eau) and doubled angles (<<oui>>) are printed as what they
    stand for.
    """
    text = re.sub(r"(?<=\w)`[^\S\n]*(?=\w)|<<|>>", "", text)
    return re.sub(r"[^*_`#|<>&\[\](){}%~^$\\+=@]", "", text)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("hostile") / "workspace"
    shutil.copytree(BASE, root)
    return Workspace(root)


PLACES = {
    'nom: "Longvic"': "nom: {}\n    élision: non",
    'titre: "Convention de partenariat"': "titre: {}",
    'lieu: "Longvic"': "lieu: {}",
    "  - habilitation de: commune": "  - habilitation de: commune\n  - texte: {}",
}


@pytest.mark.parametrize("place", list(PLACES))
@given(typed=words)
@example(typed="R&D <phase 1> d'été *gras* | {{ 7*7 }} {% if %}")
@example(typed="# titre")
@example(typed="\\ ` [lien](x) & &amp; <b>")
@example(typed="- 1. + > ~~~ ===")
def test_what_is_typed_is_in_the_word_file_and_in_the_twin(
    place: str, typed: str, workspace: Workspace
) -> None:
    text = (BASE / "agreements" / "exemple.yaml").read_text(encoding="utf-8")
    assume(double_form(typed) is None)  # refused, and told
    changed = text.replace(place, PLACES[place].format(json.dumps(typed, ensure_ascii=False)), 1)
    workspace.agreement("exemple").write_text(changed, encoding="utf-8")

    assembled = assemble(workspace, ("exemple",))
    assume("C144" not in {item.code for item in assembled.findings})  # mojibake: refused, and told

    draft = assembled.drafts["exemple"]
    word, _ = write_word(draft, default_template())
    read = read_text(word)
    assert read == plain_text(draft)
    assert kept(typed) in kept(read)
    assert marks(typed) in marks(read)
    tokens = MarkdownIt("commonmark").enable("table").parse(write_markdown(draft))
    printed = ("text", "text_special", "code_inline", "html_inline")
    shown = "\n".join(
        "".join(child.content if child.type in printed else "\n" for child in token.children)
        for token in tokens
        if token.children
    )
    assert kept(typed) in kept(shown)
    assert marks(typed) in marks(shown)
