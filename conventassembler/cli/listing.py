"""The command `list`: what a workspace offers, for people and for programs."""

import json
from functools import partial
from pathlib import Path

import click

from conventassembler.build import stock
from conventassembler.catalogue import (
    CLAUSES,
    MODELS,
    PARTIES,
    Catalogue,
    RegisteredParty,
    registered_parties,
    to_json,
)
from conventassembler.cli.cards import Say, model_card, variant_card
from conventassembler.cli.completing import completing, listed
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk, give
from conventassembler.cli.page import Page, width
from conventassembler.cli.texts import text
from conventassembler.diagnostics import ordered
from conventassembler.library.names import bare_name
from conventassembler.making import Stock
from conventassembler.source import fold


@click.command("list", help=text("list"), short_help=text("list-short"))
@click.argument("names", metavar="[WHAT]...", nargs=-1, shell_complete=completing(listed))
@click.option("--json", "as_json", is_flag=True, help=text("json"))
@WORKSPACE
@LANGUAGE
def list_command(
    names: tuple[str, ...], as_json: bool, workspace: Path | None, lang: str | None
) -> None:
    """Show the catalogue, or a part of it; the library's faults come after it."""
    desk = Desk(workspace, lang)
    names = tuple(map(bare_name, names))
    shared = stock(desk.space)
    whole = _catalogue(desk, shared)
    findings = ordered((*desk.space.misnamed(), *shared.findings))
    chosen, unknown = whole.chosen(names)
    if unknown:
        desk.tell((*findings, *unknown))  # what was asked for may stand in a faulty file
        raise SystemExit(2)
    if as_json:
        give(json.dumps(to_json(chosen), ensure_ascii=False, indent=2))
    else:
        lines = _page(whole, chosen, names, desk.language).lines
        click.echo("\n".join(lines), nl=bool(lines))
    raise SystemExit(desk.tell(findings) if findings else 0)


def _catalogue(desk: Desk, shared: Stock) -> Catalogue:
    agreements = {name: desk.space.agreement(name) for name in desk.space.names()}
    return Catalogue.of(shared.library, registered_parties(shared.registry, agreements))


def _page(whole: Catalogue, chosen: Catalogue, names: tuple[str, ...], language: str) -> Page:
    """Return the page: in full what was named itself, in short the rest."""
    page = Page(width())
    say: Say = partial(_say, language)
    named = {fold(name) for name in names}
    if chosen.models or not names or named & MODELS:
        _models(page, whole, chosen, named, say)
    if chosen.families or not names or named & CLAUSES:
        _clauses(page, chosen, named, say)
    if chosen.parties or not names or named & PARTIES:
        _parties(page, chosen.parties, say)
    return page


def _say(language: str, name: str, /, **arguments: object) -> str:
    return text(f"list-{name}", language).format(**arguments)


def _models(page: Page, whole: Catalogue, chosen: Catalogue, named: set[str], say: Say) -> None:
    titles = {v.id: str(v.title) for family in whole.families for v in family.variants}
    _section(page, "models", bool(chosen.models), say)
    for model in chosen.models:
        page.gap()
        page.item(say("titled", id=model.id, title=model.act), 1)
        if fold(model.id) in named:
            model_card(page, model, titles, say)
        elif model.choose_when:
            page.write(model.choose_when, 2)


def _clauses(page: Page, chosen: Catalogue, named: set[str], say: Say) -> None:
    _section(page, "clauses", bool(chosen.families), say)
    short = []
    for variant in (variant for family in chosen.families for variant in family.variants):
        page.gap()
        page.item(say("titled", id=variant.id, title=variant.title), 1)
        if fold(variant.id) in named:
            variant_card(page, variant, say)
        else:
            short.append(variant.id)
            page.write(variant.choose_when, 2)
    if short:
        page.gap()
        page.write(say("more"), 1)
        page.item(f"conventassembler list {short[0]}", 2)


def _parties(page: Page, parties: tuple[RegisteredParty, ...], say: Say) -> None:
    _section(page, "parties", bool(parties), say)
    for party in parties:
        page.gap()
        title = _named(party, say)
        page.item(say("titled", id=party.id, title=title) if title else party.id, 1)
        users = say("used-by", words=", ".join(party.agreements))
        page.write(users if party.agreements else say("unused"), 2)


def _named(party: RegisteredParty, say: Say) -> str:
    """Return what a party is called; a record may leave all of it to the agreements."""
    names = {"full_name": party.full_name or party.kind, "short_name": party.short_name}
    return say("short-name", **names) if party.short_name else names["full_name"]


def _section(page: Page, name: str, filled: bool, say: Say) -> None:
    page.gap()
    page.write(say(name))
    if not filled:
        page.write(say(f"no-{name}"), 1)
