"""`paso sop try`: recorded travellers of a period under another edition, told as counts. Nothing is recorded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.commands.problems import DONE, InputError
from ui.commands.streams import Told, columns

if TYPE_CHECKING:
    from screening.events import Event
    from screening.records.store import RecordStore
    from screening.retrying import Cause, Report, Tried
    from screening.setting import Setting
    from sops.catalogue import Catalogue, File
    from ui.home import Home

__all__ = ["retry"]

_WORDS = {
    "head": (
        "{name} probada con los registros del {first} al {last}. Es un informe: ningún registro cambia.",
        "{name} tried on the records of {first} to {last}. This is a report: no record changes.",
    ),
    "facts": (
        "Se juzgan las respuestas anotadas; lo que no se preguntó entonces queda sin saber.",
        "The recorded answers are judged; what was not asked then stays unknown.",
    ),
    "recorded": ("registrados", "recorded"),
    "tried": ("probados", "tried"),
    "changed": ("cambiarían", "would change"),
    "texts missing": ("sin sus textos", "texts missing"),
    "not concluded": ("sin terminar", "not concluded"),
    "was": ("era", "was"),
    "now": ("sería", "would be"),
    "count": ("cuántos", "how many"),
    "by": ("por", "by"),
    "met": ("cumple", "meets"),
    "lost": ("ya no cumple", "no longer meets"),
    "asks": ("preguntaría", "would be asked"),
    "nobody": ("Nadie cambiaría.", "Nobody would change."),
    "hidden": (
        "oculto: de 1 a 4 personas, o lo que las descubriría; con --exact para la autoridad sanitaria",
        "hidden: 1 to 4 persons, or what would give them away; with --exact for the health authority",
    ),
    "mark": ("oculto", "hidden"),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """An edition, and the local days whose travellers it is tried on."""

    known: Catalogue
    file: File
    first: date
    last: date


def retry(home: Home, name: str, period: str, *, language: str, as_json: bool, exact: bool) -> int:
    """Tell who of a period would have been judged or treated otherwise; the exit code."""
    from screening.retrying import report

    first, last = _days(period)
    known = home.catalogue()
    trial = Trial(known, _edition(known, name), first, last)
    left: Counter[str] = Counter()
    with home.open_records(read_only=True) as store:
        found = report(list(_tried(store, trial, left)), left, exact=exact)
    if as_json:
        print(json.dumps({**_as_json(found, trial), "exact": exact}, ensure_ascii=False))
    else:
        print("\n".join(_lines(found, trial, language)))
    return DONE


def _days(period: str) -> tuple[date, date]:
    first, _, last = period.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        days = None
    if days is None or days[0] > days[1]:
        raise InputError(f"{period[:40]!r} is no period. Write first and last day, such as 2021-03-01..2021-03-31.")
    return days


def _edition(known: Catalogue, name: str) -> File:
    files = [*known.of_kind("definition"), *known.of_kind("procedure")]
    found = next((file for file in files if file.name == name.partition("+")[0]), None)
    if found is None:
        raise InputError(f"there is no edition {name[:60]!r} here. There are: {', '.join(f.name for f in files)}.")
    return known.named(found.kind, name)


def _tried(store: RecordStore, trial: Trial, left: Counter[str]) -> Iterator[Tried]:
    """Each screening of the period that can be tried, training left aside; `left` counts the others by reason."""
    from screening import retrying
    from screening.session import fold
    from sops.catalogue import NoEditionError
    from ui.life import Life
    from ui.texts import Texts

    known, file = trial.known, trial.file
    texts = Texts(Life(known, store))
    others: dict[int, Setting] = {}

    def one(events: tuple[Event, ...]) -> Tried:
        state = fold(texts.of(events[0]), events)
        if not state.is_concluded:
            raise _NotConcluded
        numbers = state.setting.post.parameters
        if file.kind == "definition":
            return retrying.under_definition(state, known.engine_of(file, numbers))
        own = state.setting
        if id(own) not in others:  # `texts` keeps each setting, so that its id stays its own
            others[id(own)] = replace(own, procedure=known.procedure_of(file, numbers))
        return retrying.under_procedure(state, others[id(own)])

    told = Told("screenings")
    for count, events in enumerate(store.clear(first=trial.first, last=trial.last, training=False)):
        told.at(count)
        try:
            yield one(events)
        except NoEditionError:
            left[retrying.NO_TEXTS] += 1
        except _NotConcluded:
            left[retrying.NOT_CONCLUDED] += 1
    told.end()


class _NotConcluded(Exception):
    """The screening has no class or course yet, or ended before it had one."""


# ---------------------------------------------------------------------------------------------------------------- words


def _clause(trial: Trial, cause: Cause) -> dict[str, str]:
    """Where a criterion or a rule stands: document, clause, mark; empty when its edition is gone."""
    from sops.catalogue import NoEditionError

    kind = trial.file.kind
    try:
        made = trial.known.made(trial.known.named(kind, cause.edition))
    except NoEditionError:
        return {}
    parts = made.criteria if kind == "definition" else made.precaution
    for part in parts:
        if cause.name == (part.name if kind == "definition" else part.id):
            return {"document": part.source.document, "clause": part.source.clause, "mark": part.source.mark}
    return {}


def _as_json(found: Report, trial: Trial) -> dict[str, Any]:
    return {
        "edition": trial.file.name,
        "first": trial.first.isoformat(),
        "last": trial.last.isoformat(),
        "recorded": found.count("recorded"),
        "tried": found.count("tried"),
        "changed": found.count("changed"),
        "left_out": {key: found.count("left out", key) for (key,) in found.table("left out")},
        "was": {key: found.count("was", key) for (key,) in found.table("was")},
        "now": {key: found.count("now", key) for (key,) in found.table("now")},
        "changes": [
            {
                "was": was,
                "now": now,
                "count": found.count("pair", was, now),
                "by": [
                    {
                        "criterion": cause.name,
                        "edition": cause.edition,
                        "met": cause.met,
                        **_clause(trial, cause),
                        "count": count,
                    }
                    for cause, count in found.causes_of(was, now)
                ],
            }
            for was, now in found.table("pair")
            if was != now
        ],
    }


def _lines(found: Report, trial: Trial, language: str) -> Iterator[str]:
    from screening.retrying import STOPS

    place = 0 if language == "es" else 1

    def word(key: str) -> str:
        return _WORDS[key][place]

    def number(count: int | None) -> str:
        return word("mark") if count is None else str(count)

    def name(what: str) -> str:
        if what.startswith(STOPS):
            return f"{word('asks')}: {what.removeprefix(STOPS).strip()}"
        wording = trial.known.wording
        return wording.name("classes", what, language) if wording.has_name("classes", what) else what

    yield word("head").format(name=trial.file.name, first=trial.first, last=trial.last)
    yield word("facts")
    totals = [(word(key), found.count(key)) for key in ("recorded", "tried", "changed")]
    totals += [(word(key), found.count("left out", key)) for (key,) in found.table("left out")]
    yield " · ".join(f"{label} {number(count)}" for label, count in totals)
    rows = [tuple(map(word, ("was", "now", "count", "by")))]
    for was, now in found.table("pair"):
        if was == now:
            continue
        rows.append((name(was), name(now), number(found.count("pair", was, now)), ""))
        for cause, count in found.causes_of(was, now):
            where = _clause(trial, cause)
            clause = f" ({where['document']}, {where['clause']})" if where else ""
            holds = word("met" if cause.met else "lost")
            rows.append(("", "", number(count), f"{holds} {cause.name}{clause}"))
    yield ""
    yield from columns(rows) if len(rows) > 1 else (word("nobody"),)
    if found.hidden:
        yield ""
        yield word("hidden")
