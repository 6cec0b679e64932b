"""python-docx: the house template is opened, and its body written paragraph by paragraph."""

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.engines.worker import contexts
from benchmarks.outline import STYLES, order_of


def prepare(words):
    """Return what reads the data of a document, and what makes and writes it."""
    template = words["templates"]["bare"]

    def make(context, path):
        document = Document(template)
        write(document, context)
        document.save(path)

    return contexts(words), make


def write(document, context):
    """Write what `context` says into `document`."""
    styles = {style.style_id: style for style in document.styles}
    add = document.add_paragraph
    for kind, text in order_of(context):
        paragraph = add(style=styles[STYLES[kind]])
        run = paragraph.add_run(text)
        if kind == "h1":
            run.style = styles["Capitales"]
        if kind[0] == "h":
            _uncounted(paragraph)
    add(style=styles["Intervalle"])
    table = document.add_table(rows=1, cols=2)
    table.style = styles["GrilleSignature"]
    for place, cell in enumerate(table.rows[0].cells, 1):
        cell.paragraphs[0].style = styles["Signataire"]
        cell.paragraphs[0].add_run(context[f"qualite_{place}"])
        cell.add_paragraph(context[f"nom_{place}"], style=styles["NomSignataire"])
    add(style=styles["Intervalle"])
    for name in ("title", "subject"):
        key = {"title": "titre", "subject": "titre_court"}[name]
        setattr(document.core_properties, name, context[key])
    document.sections[0].footer.paragraphs[0].runs[0].text = f"{context['mention']} | Page "
    document.sections[0].header.paragraphs[0].runs[0].text = context["titre_court"]


def _uncounted(paragraph):
    number = OxmlElement("w:numPr")
    one = OxmlElement("w:numId")
    one.set(qn("w:val"), "0")
    number.append(one)
    paragraph._p.get_or_add_pPr().append(number)
