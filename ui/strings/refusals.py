"""The words in which a desk says no: by the kind of a refused command, in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "refused.nobody": (
        "No hay nadie en el puesto. Lea un documento o pulse F2.",
        "Nobody is at the desk. Scan a document or press F2.",
    ),
    "refused.closed": (
        "Este control ya terminó. Lea el siguiente documento o pulse F2.",
        "This screening is finished. Scan the next document or press F2.",
    ),
    "refused.waits": (
        "Todavía no: faltan {minutes} min de descanso. Aparte a la persona con Esc.",
        "Not yet: {minutes} min of rest left. Set the traveller aside with Esc.",
    ),
    "refused.same_answer": ("Ya dice eso; nada cambió.", "It says that already; nothing was changed."),
    "refused.not_correctable": (
        "Esa respuesta no se dio, o ya no se corrige después del final.",
        "That answer was not given, or is not corrected after the end.",
    ),
    "refused.nothing_to_decide": ("No hay corrección por decidir.", "No correction waits for a decision."),
    "refused.still_open": (
        "Este control sigue abierto: corrija la respuesta en los pasos (F6).",
        "This screening is still open: correct the answer in the steps (F6).",
    ),
    "refused.carer": (
        "Nadie cuida de sí mismo ni de quien cuida de él. Elija a otra persona.",
        "Nobody cares for themselves, nor for whoever cares for them. Choose somebody else.",
    ),
    "refused.not_linked": ("Estas dos personas no están unidas.", "These two are not linked."),
    "refused.no_index": (
        "Solo se anota un resultado de quien es al menos caso sospechoso. Elija a esa persona.",
        "Only of somebody who is at least a suspected case is a result noted. Choose that one.",
    ),
    "refused.no_contact": (
        "Nadie del grupo es caso probable o confirmado: no hay contactos que confirmar.",
        "Nobody of the group is a probable or confirmed case: there is no contact to confirm.",
    ),
    "refused.not_member": ("Esta persona no es del grupo.", "This person does not belong to the group."),
    "refused.not_asked": (
        "Eso no se pregunta ahora. Responda primero lo que está en la pantalla.",
        "That is not asked now. Answer first what is on the screen.",
    ),
    "refused.not_answered": (
        "Ese paso no tiene respuesta todavía; no hay adónde volver.",
        "That step has no answer yet; there is nothing to go back to.",
    ),
    "refused.nothing_to_agree": (
        "Ninguna clase espera a otra persona.",
        "No class waits for another person.",
    ),
    "refused.second_unnamed": ("Escriba quién es la otra persona.", "Type who the other person is."),
    "refused.second_same": (
        "Tiene que ser otra persona, no quien dio la clase.",
        "It has to be another person, not the one who gave the class.",
    ),
    "refused.done_already": ("Esa tarea ya está hecha.", "That duty is done already."),
    "refused.not_yet": ("Antes falta otra tarea: haga primero la que está encima.", "Another duty comes first."),
    "refused.not_owed": ("Esa tarea no corresponde aquí.", "That duty is not owed here."),
    "refused.erased": (
        "El nombre de esta persona ya se destruyó: aquí no se anota nada que la nombre.",
        "The name of this person is destroyed: nothing that names anybody is noted here.",
    ),
    "refused.not_ended": (
        "Faltan preguntas. Responda la que está en la pantalla, o anote que la persona se fue (Ctrl+L).",
        "Questions are left. Answer the one on the screen, or note that the traveller has left (Ctrl+L).",
    ),
    "refused.walk_ended": ("Ya no hay preguntas.", "There are no more questions."),
    "refused.lower_waits": (
        "Una clase más baja espera a otra persona (F7), o siga la del programa.",
        "A lower class waits for another person (F7), or take the program's.",
    ),
    "refused.higher_waits": (
        "La clase más alta aparta a alguien: antes la revisa personal de salud (F7), también por teléfono.",
        "The higher class keeps somebody apart: a health worker reviews it first (F7), also by phone.",
    ),
    "refused.still_owed": ("Faltan tareas antes de terminar.", "Duties are left before it can end."),
    "refused.form_used": ("Esa ficha ya se pasó al programa.", "That form was typed in already."),
    "refused.form_unknown": (
        "Aquí no se hizo ninguna ficha con ese número. Mire el número otra vez.",
        "No form with that number was made here. Look at the number again.",
    ),
    "refused.form_many": (
        "Varias fichas terminan así: escriba más cifras del número.",
        "Several forms end like that: type more of the number.",
    ),
    "refused.forms_count": ("Se hacen de 1 a {most} fichas cada vez.", "From 1 to {most} forms are made at once."),
    "refused.ahead": (
        "Esa fecha y hora todavía no llegan. Mírelas otra vez.",
        "That date and time have not come yet. Look at them again.",
    ),
    "refused.ticket_unknown": (
        "La ficha {number} no se entregó; la que sigue es la {next}.",
        "Ticket {number} was not given out; the next one is {next}.",
    ),
    "refused.ticket_called": (
        "La ficha {number} ya tiene su control: siga con él en la espera (F9).",
        "Ticket {number} has its screening already: go on with it on the board (F9).",
    ),
    "refused.ticket_gone": ("La ficha {number} no está en la fila.", "Ticket {number} is not in the queue."),
    "refused.ticket_number": ("Una ficha tiene un número del 1 al {most}.", "A ticket has a number from 1 to {most}."),
    "refused.no_arrival": (
        "No hay llegada abierta. Ábrala con el número de la próxima ficha.",
        "No arrival is open. Open one with the number on the next ticket.",
    ),
    "refused.arrival_goes_on": (
        "Queda gente de la última llegada en la fila. Siga con ella o táchela.",
        "People of the last arrival are still in the queue. Go on with them, or strike them.",
    ),
    "refused.officer_taken": (
        "Ese código ya es de otra persona, o está vacío. Elija otro.",
        "That code is somebody else's already, or empty. Choose another one.",
    ),
    "refused.first_leads": (
        "La primera persona con PIN es de supervisión; ella agrega a las demás.",
        "The first person with a PIN is a supervisor, who adds the others.",
    ),
    "refused.last_leads": (
        "Es la última persona de supervisión con PIN. Agregue antes a otra.",
        "This is the last supervisor with a PIN. Add another one first.",
    ),
    "refused.pin_figures": ("Un PIN tiene de {least} a {most} cifras.", "A PIN has {least} to {most} figures."),
    "refused.pin_same": (
        "Todas las cifras de este PIN son iguales. Elija otro.",
        "All figures of this PIN are the same. Choose another one.",
    ),
    "refused.supervisor": (
        "Esto lo hace la supervisión: que entre con su PIN.",
        "This is for a supervisor to do: let the supervisor sign in.",
    ),
    "refused.officer_unknown": ("Ese código no es de este puesto.", "That code is nobody's at this post."),
    "refused.shift_closed": ("Este turno ya está cerrado.", "This shift is closed already."),
    "refused.twin_closed": (
        "Este control ya terminó: ya no se anota si es otra persona.",
        "This screening is finished: it is no longer noted whether it is another person.",
    ),
    "refused.room_empty": ("En esa sala no hay nadie.", "Nobody is in that room."),
    "refused.room_clean": (
        "De esa sala no salió nadie desde la limpieza.",
        "Nobody left that room since it was cleaned.",
    ),
    "refused.nobody_alone": (
        "Delante no hay nadie sin grupo.",
        "Nobody in front is without a group.",
    ),
    "refused.nothing_proposed": (
        "Aquí no hay respuesta del grupo. Responda por esta persona.",
        "The group gave no answer here. Answer for this person.",
    ),
    "refused.no_group": ("No hay grupo abierto (F3).", "No group is open (F3)."),
}
