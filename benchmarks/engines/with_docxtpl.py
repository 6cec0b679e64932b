"""docxtpl, and what has its interface: a template with loops, opened for each document."""

from docxtpl import DocxTemplate

from benchmarks.engines.worker import contexts


def prepare(words):
    """Return what reads the data of a document, and what makes and writes it."""
    template = words["templates"]["jinja"]

    def make(context, path):
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(path)

    return contexts(words), make
