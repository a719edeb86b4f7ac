"""What the page of the demonstration says in its own voice, in Spanish and English."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

__all__ = ["ACTS", "WORDS", "both", "say"]


def _w(es: str, en: str) -> Mapping[str, str]:
    return {"es": es, "en": en}


WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "title": _w("Un día en Lajas Blancas", "A day at Lajas Blancas"),
    "intro": _w(
        "Martes 23 de marzo de 2021, estación de recepción del Darién: treinta personas pasan por el mismo programa "
        "que usa el puesto, sin ventana. Nadie en esta página existe; los documentos son modelos de Utopía (UTO).",
        "Tuesday 23 March 2021, a reception station in Darién: thirty people pass through the very program the post "
        "uses, without a window. Nobody on this page exists; the documents are specimens of Utopia (UTO).",
    ),
    "screened": _w("personas atendidas", "people screened"),
    "cleared": _w("continúan con consejos", "go on with advice"),
    "cared": _w("atención ordinaria", "ordinary care"),
    "quarantined": _w("a cuarentena", "to quarantine"),
    "referred": _w("referidas y recibidas", "referred and received"),
    "emergencies": _w("emergencias", "emergencies"),
    "others": _w("no aceptó, o se fue", "refused, or left"),
    "chart": _w("La mañana, persona por persona", "The morning, person by person"),
    "who": _w("Quién vino, qué clase, por qué", "Who came, which class, why"),
    "who_why": _w(
        "La clase es la de la definición vigente ese día; la precaución la decide el procedimiento, aparte de la "
        "clase. «No cumple la definición» nunca quiere decir sano.",
        "The class is that of the definition in force that day; the precaution is decided by the procedure, apart from "
        "the class. “Does not meet the definition” never means healthy.",
    ),
    "number": _w("N.º", "No."),
    "time": _w("Hora", "Time"),
    "who_came": _w("Quién", "Who"),
    "class": _w("Clase", "Class"),
    "why": _w("Por qué", "Why"),
    "outcome": _w("Resultado", "Outcome"),
    "paper": _w("Hoja", "Paper"),
    "notice": _w("consejos", "advice"),
    "judged": _w("la persona decide", "a person decides"),
    "kill": _w("Matado en plena entrevista", "Killed in mid-interview"),
    "kill_how": _w(
        "Otro proceso llevó esta entrevista hasta una pregunta y fue terminado allí sin aviso (SIGKILL). El programa "
        "abrió los registros de nuevo y ofreció a la persona en el mismo paso.",
        "A process of its own led this interview up to a question and was ended there without warning (SIGKILL). The "
        "program opened the records again and offered the traveller at the very step.",
    ),
    "kill_step": _w("pregunta en pantalla al morir", "the question on screen when it died"),
    "kill_before": _w("eventos dados por guardados", "events it had acknowledged"),
    "kill_after": _w("eventos hallados después", "events found afterwards"),
    "kill_resumed": _w("paso en que se sigue", "the step it goes on at"),
    "cards": _w("Cada persona, paso por paso", "Each person, step by step"),
    "cards_how": _w(
        "Se pregunta solo lo que el procedimiento exige, lo que aún puede cambiar la clase, o lo que pide una hoja.",
        "Only what the procedure demands, what can still change the class, or what a paper needs is asked.",
    ),
    "person": _w("Persona y documento", "Person and document"),
    "erased": _w(
        "Identidad destruida al cierre: nadie puede leerla ya",
        "Identity destroyed at close: nobody can read it any more",
    ),
    "nobody": _w("sin nombre", "no name"),
    "parked": _w("Personas atendidas mientras descansaba", "People seen while this one rested"),
    "steps": _w("Pasos", "Steps"),
    "mandatory": _w("siempre", "always"),
    "can still change the class": _w("aún puede cambiar la clase", "can still change the class"),
    "needed by a paper": _w("lo pide una hoja", "a paper needs it"),
    "decision": _w("Clase y por qué", "Class and why"),
    "open": _w("Lo que no se sabe y podría cambiarla", "Not known, and could change it"),
    "agreed": _w("de acuerdo", "agreed"),
    "duties": _w("Tareas", "Duties"),
    "queued": _w(
        "La impresora no tenía papel: la hoja esperó en la cola y nadie más esperó.",
        "The printer was out of paper: the sheet waited in the queue, and nobody else did.",
    ),
    "papers": _w("Hojas de referencia y de consejos", "Referral slips and advice notices"),
    "papers_how": _w(
        "En español y en el idioma de la persona, si el papel ya puede escribirlo. Cada imagen lleva a su PDF.",
        "In Spanish and in the traveller's language, where paper can set it yet. Each picture leads to its PDF.",
    ),
    "summary": _w("Resumen del día", "The summary of the day"),
    "summary_how": _w(
        "Exacto para la autoridad sanitaria; con números pequeños ocultos para los demás.",
        "Exact for the health authority; small numbers hidden for everybody else.",
    ),
    "screens": _w("Pantallas", "Screens"),
    "screens_how": _w("La misma casa con ventana.", "The same house with a window."),
    "sound": _w("Lo que queda guardado", "What is kept"),
    "events": _w("eventos en la cadena", "events in the chain"),
    "chain": _w("cabeza de la cadena, verificada entera", "head of the chain, verified whole"),
    "chain_broken": _w("LA CADENA ESTÁ ROTA", "THE CHAIN IS BROKEN"),
    "rows": _w("filas rehechas desde los eventos, todas iguales", "rows folded again from the events, all equal"),
    "rows_differ": _w("FILAS QUE DIFIEREN de sus eventos", "ROWS THAT DIFFER from their events"),
    "keys": _w("llaves destruidas, la cadena sigue entera", "keys destroyed, the chain still whole"),
    "queue": _w("hojas a la vez en la cola, ninguna perdida", "sheets in the queue at once, none lost"),
    "footer": _w(
        "Paso Seguro es independiente de la OMS y de la OIM. Las traducciones no están revisadas por personal de salud "
        "nativo hasta que alguien las firme. Los teléfonos son ajustes del puesto.",
        "Paso Seguro is independent of WHO and IOM. Translations are not reviewed until a native health worker signs "
        "them. Phone numbers are settings of the post.",
    ),
}

ACTS: Final[Mapping[str, Mapping[str, str]]] = {
    "wait": _w("Descansa", "Rests"),
    "correct": _w("Corrige", "Corrects"),
    "emergency": _w("Emergencia", "Emergency"),
    "refusal": _w("No acepta", "Refuses"),
    "left": _w("Se va", "Leaves"),
    "death": _w("Fallece", "Dies"),
    "companion": _w("Acompañante", "Companion"),
    "duty": _w("Hecho", "Done"),
    "print": _w("Imprime la hoja", "Prints the paper"),
    "hand over": _w("Entrega y cierre", "Handed over, closed"),
    "crash": _w("El programa es matado aquí y sigue", "The program is killed here and goes on"),
    "park": _w("Aparte; pasa el siguiente", "Set aside; the next one comes"),
    "countersign": _w("Segunda persona de acuerdo", "A second person agrees"),
    "speak": _w("Idioma", "Language"),
}


def both(words: Mapping[str, str] | None) -> str:
    """A text in Spanish and English; the chosen one is shown."""
    if not words:
        return ""
    return "".join(f'<span lang="{code}">{escape(words.get(code, ""))}</span>' for code in ("es", "en"))


def say(name: str) -> str:
    """What the page says under this name."""
    return both(WORDS[name])
