"""The words of the records page in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "records.title": ("Registros", "Records"),
    "records.search": (
        "Nombre, hoja, día (23/3/2021), clase, resultado o número",
        "Name, slip, day (23/3/2021), class, outcome or number",
    ),
    "records.day": ("Día", "Day"),
    "records.hour": ("Hora", "Time"),
    "records.number": ("Número", "Number"),
    "records.class": ("Clase", "Class"),
    "records.outcome": ("Resultado", "Outcome"),
    "records.slip": ("Hoja", "Slip"),
    "records.name": ("Nombre", "Name"),
    "records.none": ("Nada coincide.", "Nothing matches."),
    "records.one": ("1 registro", "1 record"),
    "records.count": ("{count} registros", "{count} records"),
    "records.more": (
        "Los {count} más recientes. Escriba más para acotar.",
        "The {count} newest. Type more to narrow it down.",
    ),
    "records.names": (
        "El nombre se buscó en los {count} más recientes que aún lo guardan.",
        "The name was looked for in the {count} newest that still hold one.",
    ),
    "records.looking": ("Buscando…", "Searching…"),
    "records.failed": ("No se pudo buscar: {detail}", "The search failed: {detail}"),
    "records.open": ("abierto", "open"),
    "records.parked": ("en espera", "waiting"),
    "records.drill": ("entrenamiento", "drill"),
    "records.erased": (
        "El nombre y el documento se borraron, como manda la regla. Lo demás queda.",
        "Name and document were erased, as the rule demands. The rest stays.",
    ),
    "records.back": ("Volver a la lista", "Back to the list"),
    "records.show": ("Ver historia", "Show history"),
    "records.reprint": ("Imprimir copia", "Print a copy"),
    "records.no_paper": (
        "De este registro no se ha emitido ninguna hoja.",
        "No paper of this record was ever issued.",
    ),
    "records.copied": (
        "Copia {copy} de {number}: en la impresora o en la cola.",
        "Copy {copy} of {number}: printing or in the queue.",
    ),
    "records.not_copied": ("No se emitió la copia: {detail}", "No copy was issued: {detail}"),
    # what an event says
    "told.begun": (
        "Empezó el control en la mesa {desk}. {edition}",
        "Screening began at desk {desk}. {edition}",
    ),
    "told.document": ("Documento leído", "Document read"),
    "told.language": ("Idioma: {language}", "Language: {language}"),
    "told.answered": ("{step}: {said}", "{step}: {said}"),
    "told.corrected": ("{step}: corregido de {before} a {said}", "{step}: corrected from {before} to {said}"),
    "records.correct": ("Corregir una respuesta", "Correct an answer"),
    "correct.title": ("Corrección: {record}", "Correction: {record}"),
    "correct.unchanged": (
        "Esa es la respuesta que ya está. Elija otra, o Esc para dejarla así.",
        "That is the answer as it stands. Give another, or Esc to leave it.",
    ),
    "correct.which": ("¿Qué respuesta se corrige?", "Which answer is corrected?"),
    "correct.why": ("¿Por qué se corrige?", "Why is it corrected?"),
    "correct.why_hint": (
        "La respuesta anterior no se borra: queda en la historia con este motivo.",
        "The answer before is not deleted: it stays in the history with this reason.",
    ),
    "correct.decide": ("¿Cuenta esta corrección?", "Does this correction count?"),
    "correct.class": (
        "Con las reglas de ese día la clase pasaría de {before} a {now}.",
        "By the rules of that day the class would go from {before} to {now}.",
    ),
    "correct.same": (
        "Con las reglas de ese día la clase sigue igual: {now}.",
        "By the rules of that day the class stays: {now}.",
    ),
    "correct.judged": (
        "La clase que puso el funcionario no se toca: {judged}.",
        "The officer's own class is not touched: {judged}.",
    ),
    "correct.stays": (
        "Lo que se hizo queda como fue: {outcome}. Hojas y tareas no cambian.",
        "What was done stays as it was: {outcome}. Papers and duties do not change.",
    ),
    "correct.tell": (
        "La persona ya se fue: avise hoy a la autoridad sanitaria.",
        "The traveller has gone: tell the health authority today.",
    ),
    "correct.agree": ("Sí, cuenta", "Yes, it counts"),
    "correct.disagree": ("No, dejar como estaba", "No, leave it as it was"),
    "correct.counts": ("La corrección cuenta; el día la suma.", "The correction counts; the day adds it up."),
    "correct.dropped": ("Todo queda como estaba.", "Everything stays as it was."),
    "records.resume": ("Continuar este control", "Go on with this screening"),
    "records.unclosed": (
        "Este control sigue abierto: continúelo y cambie la respuesta en la lista de pasos.",
        "This screening is still open: go on with it and change the answer on the list of steps.",
    ),
    "correct.waits": (
        "Una corrección espera decisión: tecla 2.",
        "A correction waits for a decision: key 2.",
    ),
    "told.decided": ("La corrección cuenta. Clase: {now}", "The correction counts. Class: {now}"),
    "told.not_decided": ("La corrección no cuenta", "The correction does not count"),
    "told.because": ("Motivo: {reason}", "Reason: {reason}"),
    "told.revisited": ("Se volvió a {step}", "{step} was looked at again"),
    "told.parked": ("Quedó en espera", "Set aside"),
    "told.resumed": ("Continuó", "Taken up again"),
    "told.interrupted": ("Interrupción: {what}", "Interrupt: {what}"),
    "told.interrupt_ended": ("Fin de la interrupción: {what}", "End of the interrupt: {what}"),
    "told.upgrade_reviewed": (
        "{second} revisó la clase más alta que aparta a la persona",
        "The upgrade that keeps the traveller apart was reviewed by {second}",
    ),
    "told.countersigned": ("{second} confirmó la clase más baja", "The downgrade was agreed by {second}"),
    "told.duty_done": ("Hecho: {duty}", "Done: {duty}"),
    "told.paper": ("Hoja en la cola: {number}, copia {copy}", "Paper in the queue: {number}, copy {copy}"),
    "told.original": ("Hoja en la cola: {number}", "Paper in the queue: {number}"),
    "told.paper_taken": ("La impresora tomó la hoja: {number}", "The printer took the paper: {number}"),
    "paper.advice_notice": ("hoja de consejos", "advice leaflet"),
    "told.companion": ("Acompañante anotado: {relation}", "Companion listed: {relation}"),
    "told.closed": ("Cerrado: {outcome}", "Closed: {outcome}"),
    "told.erased": ("Identidad borrada: siguió con consejos", "Identity erased: went on with advice"),
    "told.erased_by": ("Identidad borrada: {law}", "Identity erased: {law}"),
    "told.twin_checked": ("Parecida a otra: se miró y es otra persona", "Looked like another: checked, not the same"),
    "told.other": ("{kind}", "{kind}"),
}
