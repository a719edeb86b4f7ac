"""The page that ties the demonstration day together: one file, no script, no request, every value escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from ui.demo.page_chart import chart
from ui.demo.page_style import ICONS, STYLE, family
from ui.demo.page_words import both, say

__all__ = ["Picture", "Pictures", "page"]

Told = Mapping[str, Any]
_SHOWN: Final = 4
"""Papers of a kind in the gallery; all others stand with their travellers."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG on the page, with its words and the file it leads to."""

    png: bytes
    words: Mapping[str, str]
    link: str | None = None
    key: str = ""  # of the traveller whose paper it shows


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of the page."""

    papers: Sequence[Picture] = ()
    summary: Sequence[Picture] = ()
    screens: Sequence[Picture] = ()


def page(day: Told, pictures: Pictures) -> str:
    """The whole page. Pure: the same day and pictures give the same text."""
    body = [*_head(day), "<main>", *chart(day), *_table(day), *_kill(day), *_cards(day, pictures.papers)]
    body += _gallery("papers", _chosen(pictures.papers), "gallery")
    body += _gallery("summary", pictures.summary, "gallery wide")
    body += _gallery("screens", pictures.screens, "gallery wide")
    body += [*_soundness(day), "</main>", f"<footer><small>{say('footer')}</small></footer>"]
    return (
        '<!doctype html><html lang="es"><head><meta charset="utf-8">'
        "<title>Paso Seguro · Lajas Blancas 2021-03-23</title>"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{STYLE}</style></head><body>"
        '<input class="pick" type="radio" name="lang" id="es" checked aria-label="Español">'
        '<input class="pick" type="radio" name="lang" id="en" aria-label="English"><div>'
        + "\n".join(body)
        + "</div></body></html>\n"
    )


def _badge(kind: str, words: Mapping[str, str]) -> str:
    return f'<span class="badge {kind}">{_icon(kind)}<span>{both(words)}</span></span>'


def _icon(kind: str) -> str:
    return f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[kind]}"/></svg>'


def _head(day: Told) -> Iterator[str]:
    outcomes = day["outcomes"]
    figures = [
        ("screened", len(day["travellers"])),
        ("cleared", outcomes.get("cleared_with_advice", 0)),
        ("cared", outcomes.get("ordinary_care", 0)),
        ("quarantined", outcomes.get("quarantine_handover", 0)),
        ("referred", outcomes.get("referred_and_received", 0)),
        ("emergencies", outcomes.get("emergency_handover", 0)),
        ("others", outcomes.get("refused_referred_to_authority", 0) + outcomes.get("left_before_end", 0)),
    ]
    yield '<header><span class="langs"><label for="es">Español</label><label for="en">English</label></span>'
    yield f"<h1>{say('title')}</h1><p>{say('intro')}</p>"
    yield f"<p class='muted'><small>{escape(day['post']['name'])} · {escape(day['post']['code'])} · "
    yield f"{escape(day['procedure'])} · {escape(day['definition'])}</small></p><div class='figures'>"
    yield from (f"<div><b>{count}</b>{say(name)}</div>" for name, count in figures)
    yield "</div></header>"


def _table(day: Told) -> Iterator[str]:
    yield f"<h2>{say('who')}</h2><p>{say('who_why')}</p><div class='scroll'><table><thead><tr>"
    yield "".join(
        f"<th>{say(name)}</th>" for name in ("number", "time", "who_came", "class", "why", "outcome", "paper")
    )
    yield "</tr></thead><tbody>"
    for each in day["travellers"]:
        papers = " ".join(_link(paper) for paper in each["papers"])
        yield f"<tr><td class='num'><a href='#t{each['number']}'>{each['number']}</a></td>"
        yield f"<td class='num'>{each['time']}</td><td>{both(each['story'])}<br>"
        yield f"<small>{both(each['language'])}</small></td><td>{_class(each)}</td><td>{_why(each)}</td>"
        yield f"<td>{_badge(family(each), each['outcome'])}</td>"
        yield f"<td><small class='file'>{papers or '–'}</small></td></tr>"
    yield "</tbody></table></div>"


def _link(paper: Told) -> str:
    return f'<a href="{escape(paper["file"])}">{escape(paper["number"]) or say("notice")}</a>'


def _class(each: Told) -> str:
    said = f"<b>{both(each['class'])}</b>"
    if each["floor"] != each["ceiling"]:
        said += f"<br><small>{both(each['between'])}</small>"
    judged = each["judgement"]
    if judged:
        said += f"<br><small>{say('judged')}: {both(judged)}</small>"
    return said


def _why(each: Told) -> str:
    parts = [both(each["criterion"])] if each["criterion"] else []
    if each["rule"]:
        parts.append(both(each["rule"]))
    parts += [f"<b>{both(alert)}</b>" for alert in each["alerts"]]
    return "<br>".join(f"<small>{part}</small>" for part in parts)


def _kill(day: Told) -> Iterator[str]:
    for each in day["travellers"]:
        kill = each["kill"]
        if kill is None:
            continue
        yield f"<h2>{say('kill')}</h2><div class='kill'><p>{say('kill_how')}</p><ol>"
        yield f"<li><b>{escape(kill['step'])}</b>{say('kill_step')}</li>"
        yield f"<li><b>{kill['events_before']}</b>{say('kill_before')}</li>"
        yield f"<li><b>{kill['events_after']}</b>{say('kill_after')}</li>"
        yield f"<li><b>{escape(kill['resumed_at'])}</b>{say('kill_resumed')}</li></ol>"
        yield f"<p><a href='#t{each['number']}'>{say('number')} {each['number']}</a></p></div>"


def _cards(day: Told, papers: Sequence[Picture]) -> Iterator[str]:
    yield f"<h2>{say('cards')}</h2><p>{say('cards_how')}</p>"
    for each in day["travellers"]:
        shown = [picture for picture in papers if picture.key == each["key"]]
        yield f"<details class='card' id='t{each['number']}'>"
        yield f"<summary><b>{each['number']}</b><span>{each['time']}</span>"
        yield f"<span>{both(each['story'])}</span>{_badge(family(each), each['outcome'])}</summary>"
        yield f"<div class='body{'' if shown else ' plain'}'><div>"
        yield from _facts(each)
        yield "</div>"
        if shown:
            yield f"<div>{_figure(shown[0])}</div>"
        yield "</div></details>"


def _facts(each: Told) -> Iterator[str]:
    who = say("erased") if each["erased"] else escape(each["name"] or "") or say("nobody")
    told = "; ".join(each["document"]["told"])
    yield f"<h3>{say('person')}</h3>{who}"
    yield f"<br><small>{escape(each['document']['kind'] or '')}{': ' if told else ''}{escape(told)}</small>"
    if each["parked_for"]:
        yield f"<br><small>{say('parked')}: {each['parked_for']}</small>"
    yield f"<h3>{say('steps')}</h3><ol class='steps'>"
    for went in each["steps"]:
        if went["kind"] == "act":
            colon = ":" if went["said"]["en"] else ""
            yield f"<li class='act'>{both(went['title'])}{colon} {both(went['said'])}</li>"
        else:
            why = f" · {say(went['why'])}" if went["why"] != "mandatory" else ""
            yield f"<li><i>{went['at']}</i> <b>{both(went['title'])}</b> {both(went['said'])}<i>{why}</i></li>"
    yield "</ol>"
    yield f"<h3>{say('decision')}</h3>{_class(each)}<br>{_why(each)}"
    if each["open"]:
        opened = ", ".join(both(words) for words in each["open"])
        yield f"<br><small>{say('open')}: {opened}</small>"
    if each["judgement"]:
        judged = each["judgement"]
        yield f"<br><small>{both(judged['reason'])} · {say('agreed')}: {escape(judged['agreed_by'] or '–')}</small>"
    if each["duties"]:
        yield f"<h3>{say('duties')}</h3><small>"
        yield " · ".join(f"{both(duty)} {'✓ ' + duty['done'] if duty['done'] else '…'}" for duty in each["duties"])
        yield "</small>"
    if each["queued"]:
        yield f"<p><small>{say('queued')}</small></p>"


def _gallery(name: str, pictures: Sequence[Picture], kind: str) -> Iterator[str]:
    if pictures:
        yield f"<h2>{say(name)}</h2><p>{say(name + '_how')}</p><div class='{kind}'>"
        yield from map(_figure, pictures)
        yield "</div>"


def _chosen(papers: Sequence[Picture]) -> list[Picture]:
    """A few slips, then a few notices."""
    slips = [each for each in papers if each.link and "advice" not in each.link]
    return slips[:_SHOWN] + [each for each in papers if each not in slips][:_SHOWN]


def _figure(picture: Picture) -> str:
    data = base64.b64encode(picture.png).decode()
    image = f'<img alt="{escape(picture.words.get("en", ""))}" loading="lazy" src="data:image/png;base64,{data}">'
    if picture.link:
        image = f'<a href="{escape(picture.link)}">{image}</a>'
    return f"<figure>{image}<figcaption>{both(picture.words)}</figcaption></figure>"


def _soundness(day: Told) -> Iterator[str]:
    store = day["store"]
    yield f"<h2>{say('sound')}</h2><div class='figures'>"
    yield f"<div><b>{store['events']}</b>{say('events')}</div>"
    yield f"<div><b>{escape(store['head'])}</b>{say('chain' if store['chain_holds'] else 'chain_broken')}</div>"
    yield f"<div><b>{store['rows']}</b>{say('rows' if store['rows_equal'] else 'rows_differ')}</div>"
    yield f"<div><b>{store['erased']}</b>{say('keys')}</div>"
    yield f"<div><b>{day['queue']['most']}</b>{say('queue')}</div></div>"
