"""The words of the board in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "board.title": ("En espera y por hacer", "Waiting and to be done"),
    "board.chip.now": ("Toca ya", "Now"),
    "board.chip.decide": ("Decidir", "Decide"),
    "board.chip.second": ("2.ª lectura", "2nd reading"),
    "board.chip.secondary": ("Secundaria", "Secondary"),
    "board.chip.aside": ("En curso", "Under way"),
    "board.chip.room": ("Salas", "Rooms"),
    "board.chip.notify": ("Aviso", "To notify"),
    "board.chip.transport": ("Transporte", "Transport"),
    "board.chip.clean": ("Limpieza", "Cleaning"),
    "board.chip.after": ("Después", "Afterwards"),
    "board.group.emergency": ("EMERGENCIA ({count})", "EMERGENCY ({count})"),
    "board.group.now": ("TOCA YA O CON RETRASO ({count})", "NOW OR LATE ({count})"),
    "board.group.decide": ("UNA PERSONA DEBE DECIDIR ({count})", "A PERSON MUST DECIDE ({count})"),
    "board.group.second": ("SEGUNDA LECTURA ({count})", "SECOND READING ({count})"),
    "board.group.secondary": ("CONTROL SECUNDARIO ({count})", "SECONDARY SCREENING ({count})"),
    "board.group.aside": ("EN CURSO, APARTADAS ({count})", "UNDER WAY, SET ASIDE ({count})"),
    "board.group.room": ("SALAS DE AISLAMIENTO ({count})", "ISOLATION ROOMS ({count})"),
    "board.group.notify": ("AVISO A LA AUTORIDAD ({count})", "NOTIFICATION ({count})"),
    "board.group.transport": ("TRANSPORTE Y ENTREGA ({count})", "TRANSPORT AND HANDOVER ({count})"),
    "board.group.clean": ("LIMPIEZA Y RESIDUOS ({count})", "CLEANING AND WASTE ({count})"),
    "board.group.after": ("POR HACER DESPUÉS DE SU SALIDA ({count})", "STILL TO BE DONE AFTER THEY LEFT ({count})"),
    "board.at_desk": (
        "Esta persona sigue aquí: pulse Enter y haga la tarea con ella.",
        "This traveller is still here: press Enter and do the duty with them.",
    ),
    "board.in_record": (
        "Pulse Enter: el registro pregunta si la corrección cuenta.",
        "Press Enter: the record asks whether the correction counts.",
    ),
    "board.agree": (
        "falta que otra persona confirme la clase más baja",
        "another person has still to agree to the lower class",
    ),
    "board.review": (
        "falta que personal de salud revise la clase más alta",
        "a health worker has still to review the higher class",
    ),
    "board.corrected": (
        "Corrección por decidir: todavía no cuenta",
        "Correction to be decided: it does not count yet",
    ),
    "board.unfinished": ("{count} sin terminar: siga donde quedó", "{count} unfinished: go on where it stopped"),
    "board.empty": ("Nadie espera y nada queda por hacer.", "Nobody waits and nothing is left to do."),
    "board.help": (
        "Número: ir al grupo · ↑↓ elegir · Enter seguir con la persona · 1 hecho o visto · Esc cerrar",
        "Number: go to the group · ↑↓ choose · Enter go on with the traveller · 1 done or seen · Esc close",
    ),
    "board.emergency": ("EMERGENCIA, falta: {step}", "EMERGENCY, still to do: {step}"),
    "board.due": ("ahora", "now"),
    "board.in": ("en {time}", "in {time}"),
    "board.second": ("segunda lectura", "second reading"),
    "board.aside": ("apartada", "set aside"),
    "board.next": ("pasó la siguiente persona", "next traveller came"),
    "owed.rail": ("POR HACER ({count}) · F9", "TO BE DONE ({count}) · F9"),
    "owed.rail_late": ("POR HACER ({count}), {late} con retraso · F9", "TO BE DONE ({count}), {late} late · F9"),
    "owed.number": ("control {number}", "screening {number}"),
    "owed.people": ("{count} personas", "{count} people"),
    "owed.whose": ("Lo hace: {role}", "Done by: {role}"),
    "owed.since": ("salió hace {time}", "left {time} ago"),
    "owed.tell": ("AVISAR a: {role}", "TELL: {role}"),
    "owed.tell_again": ("AVISAR OTRA VEZ a: {role}", "TELL AGAIN: {role}"),
    "pending.since": ("espera hace {time}", "waiting for {time}"),
    "owed.would_tell": ("con retraso, avisar a: {role}", "if late, tell: {role}"),
    "owed.late": ("{time} de retraso", "{time} late"),
    "owed.no_limit": ("sin plazo", "no limit"),
    "owed.press": (
        "Pulse 1 cuando esta tarea esté hecha; queda anotado y no se deshace.",
        "Press 1 when this duty is done; that goes on record and is not undone.",
    ),
    "owed.done": ("Anotado: {duty}.", "On record: {duty}."),
    "owed.older": (
        "Hay más, de controles anteriores: aparecen cuando estas tareas estén hechas.",
        "There is more, of earlier screenings: it comes up when these duties are done.",
    ),
    "board.interrupted": ("interrumpida: el programa se cerró", "interrupted: the program ended"),
}
