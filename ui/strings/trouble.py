"""The words of what can go wrong in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "traveller.touched": (
        "La persona marcó: {answer}. Usted da la respuesta.",
        "The traveller touched: {answer}. You give the answer.",
    ),
    "traveller.confirm": (
        "La persona tocó «{answer}». Enter lo confirma; otra tecla da otra respuesta.",
        "The traveller touched “{answer}”. Enter confirms it; another key gives another answer.",
    ),
    "foot.close": ("Cerrar", "Close"),
    "foot.back": ("Volver", "Back"),
    "foot.later": ("Más tarde", "Later"),
    "foot.next": ("Siguiente", "Next"),
    "bar.close": ("Esc cierra", "Esc closes"),
    "bad.first": ("Primero: {duty}.", "First: {duty}."),
    "bad.answer": ("Esa respuesta no vale aquí: {detail}", "That answer does not fit here: {detail}"),
    "bad.command": ("Ahora no se puede: {detail}", "Not possible now: {detail}"),
    "bad.record": (
        "No se pudo guardar; nada se perdió hasta aquí. {detail}",
        "It could not be saved; nothing before is lost. {detail}",
    ),
    "bad.refuses": (
        "Quien no acepta tiene aquí su respuesta entre las opciones.",
        "Who does not agree has an answer for it among the options.",
    ),
    "bad.nobody_refuses": (
        "Aquí responde usted, por lo que ve. Si no se sabe: F7.",
        "Here you answer yourself, by what you see. If it is not known: F7.",
    ),
    "bad.nothing_back": ("Es el primer paso.", "This is the first step."),
    "bad.no_feature": ("Esta parte todavía no está instalada.", "This part is not installed yet."),
    "bad.nothing_to_print": ("Todavía no hay hoja que imprimir.", "There is no slip to print yet."),
    "crash.note": (
        "Algo falló en el programa. Lo respondido está guardado; puede seguir. Código {code}.",
        "Something failed in the program. What was answered is saved; you can go on. Code {code}.",
    ),
    "look.light": ("Claro", "Light"),
    "look.dark": ("Oscuro", "Dark"),
    "look.contrast": ("Alto contraste", "High contrast"),
}
