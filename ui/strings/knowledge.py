"""The words of rail and panel in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "rail.steps": ("PASOS", "STEPS"),
    "rail.outcome": ("Resultado", "Outcome"),
    "rail.aside": ("No cuenta ahora: {answer}", "Does not count now: {answer}"),
    "rail.waiting": ("EN ESPERA ({count})", "WAITING ({count})"),
    "know.title": ("LO QUE SABEMOS", "WHAT WE KNOW"),
    "know.change": ("QUÉ CAMBIARÍA LA CLASE", "WHAT WOULD CHANGE IT"),
    "know.class": ("CLASIFICACIÓN AHORA", "CLASS NOW"),
    "know.nothing": ("Todavía nada.", "Nothing yet."),
    "know.settled": ("Nada que falte puede cambiarla.", "Nothing open can change it."),
    "know.ahead": ("Las preguntas que faltan pueden cambiarla.", "The questions ahead can change it."),
    "know.for_now": ("por ahora", "so far"),
    "know.denied": ("ninguno declarado; fiebre medida", "none declared; fever measured"),
    "know.which": ("declaró que sí; falta saber cuáles", "declared yes; which ones is still to ask"),
    "know.least": ("como mínimo", "at least"),
    "know.most": ("como máximo", "at most"),
    "know.temperature": ("Temperatura", "Temperature"),
    "know.signs": ("Síntomas", "Signs"),
    "know.contact": ("Contacto", "Contact"),
    "know.cluster": ("Grupo de enfermos", "Ill group"),
    "know.places": ("Lugares", "Places"),
    "know.setting": ("Campamento", "Camp"),
    "know.onset": ("Enfermedad desde", "Ill since"),
    "know.tests": ("Pruebas", "Tests"),
    "know.not_taken": ("no se tomó", "not taken"),
    "know.no_signs": ("ninguno", "none"),
    "know.unasked": ("sin preguntar", "not asked"),
    "know.days": ("{days} d", "{days} d"),
    "know.fever": ("fiebre", "fever"),
    "know.normal": ("normal", "normal"),
    "know.raised": ("elevada", "raised"),
    "know.leads": ("{answer} → {course}", "{answer} → {course}"),
    "know.more": ("y {count} más", "and {count} more"),
}
