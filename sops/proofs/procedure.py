"""The theorems that every procedure has to meet: it leads on, it ends, and nothing in it stands there for nobody."""

from __future__ import annotations

from collections.abc import Iterator

from sops.conditions import Condition, Leaf, NoneOf
from sops.grammar.words import OUTCOMES
from sops.model import Procedure
from sops.proofs.claim import END, STUCK, Claim, Fault, Sought
from sops.proofs.walk import Walk


def is_one_of(kind: str, *names: str) -> Condition:
    """The condition that a course, an outcome, a rule, a duty ... is one of these."""
    return Leaf(kind, ((kind, names),))


def built_in(walk: Walk) -> Iterator[Claim]:
    """The claims that need no words of the author."""
    procedure = walk.procedure
    steps, rules, courses = len(procedure.steps), len(procedure.precaution), len(procedure.courses)
    yield Claim(
        "leads-on",
        {
            "en": "Every answer leads on, unknown and refused included.",
            "es": "Toda respuesta lleva adelante, también desconocido y rechazado.",
        },
        {
            "en": f"The routes of {steps} steps leave nobody behind.",
            "es": f"Las salidas de {steps} pasos no dejan a nadie atrás.",
        },
        never=tuple(Sought(STUCK, behind=step) for step in walk.stuck),
    )
    longest = walk.longest + walk.longest_aside
    yield Claim(
        "ends",
        {"en": "Every walk ends.", "es": "Todo recorrido termina."},
        {
            "en": f"No step comes twice; the longest walk has {longest} steps at most, interrupt included.",
            "es": f"Ningún paso se repite; el recorrido más largo tiene a lo sumo {longest} pasos, con interrupción.",
        },
    )
    yield Claim(
        "outcome",
        {
            "en": "Every walk ends in one course with a lawful outcome.",
            "es": "Todo recorrido termina en una medida con un resultado previsto.",
        },
        {
            "en": f"{rules} rules leave nobody over; {courses} courses, {len(OUTCOMES)} outcomes.",
            "es": f"{rules} reglas no dejan a nadie fuera; {courses} medidas, {len(OUTCOMES)} resultados.",
        },
        never=(Sought(END, NoneOf((is_one_of("outcome is", *OUTCOMES),))),),
    )
    yield Claim(
        "leaves",
        {
            "en": "Whoever's walk has ended can leave: a duty of the course ends the stay.",
            "es": "Quien terminó el recorrido puede irse: una tarea de la medida cierra la atención.",
        },
        {"en": f"{courses} courses were looked at.", "es": f"Se miraron {courses} medidas."},
        never=(Sought(END, NoneOf((is_one_of("course ends", "yes"),))),),
    )
    yield Claim(
        "steps-asked",
        {"en": "Every step is asked of somebody.", "es": "Todo paso se pregunta a alguien."},
        {"en": f"{steps} steps, each with a traveller.", "es": f"{steps} pasos, cada uno con una persona."},
        some=tuple(Sought(step) for step in procedure.steps),
    )
    yield Claim(
        "rules-decide",
        {
            "en": "Every precaution rule decides for somebody.",
            "es": "Toda regla de precaución decide para alguien.",
        },
        {"en": f"{rules} rules, each with a traveller.", "es": f"{rules} reglas, cada una con una persona."},
        some=tuple(Sought(END, is_one_of("rule is", rule.id)) for rule in procedure.precaution),
    )
    yield Claim(
        "duties-owed",
        {"en": "Every course and every duty is owed to somebody.", "es": "Toda medida y toda tarea se debe a alguien."},
        {
            "en": f"{courses} courses and {len(procedure.duties)} duties, each with a traveller.",
            "es": f"{courses} medidas y {len(procedure.duties)} tareas, cada una con una persona.",
        },
        some=(
            *(Sought(END, is_one_of("course is", course)) for course in procedure.courses),
            *(Sought(END, is_one_of("duty is", duty)) for duty in procedure.duties),
        ),
    )
    yield Claim(
        "duties-begin",
        {
            "en": "No duty waits for itself: each can be done, one after the other.",
            "es": "Ninguna tarea espera por sí misma: todas se pueden hacer, una tras otra.",
        },
        {
            "en": f"What {len(procedure.duties)} duties wait for has an order in every course.",
            "es": f"Lo que esperan {len(procedure.duties)} tareas tiene un orden en cada medida.",
        },
        faults=tuple(_circles(procedure)),
    )


def _circles(procedure: Procedure) -> Iterator[Fault]:
    """Duties of a course that wait for one another, by `before` or by the start of a clock."""
    for course in procedure.courses.values():
        owed = [procedure.duties[name] for name in course.duties]
        left = {duty.id: {other.id for other in owed if other.before == duty.id} for duty in owed}
        for duty in owed:
            left[duty.id] |= {duty.starts_at} & left.keys()
        while free := [name for name, waits in left.items() if not waits & left.keys()]:
            for name in free:
                del left[name]
        if left:
            names = ", ".join(left)
            yield Fault(
                {"en": f"these wait for one another: {names}", "es": f"se esperan unas a otras: {names}"},
                Sought(END, is_one_of("course is", course.id)),
            )
